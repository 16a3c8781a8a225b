import type { ImportPreview } from '../../../contract/exchange.ts'
import { said } from '../../format/punctuation.ts'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { isSaid, useFaultWords } from '../../words/faultWords.ts'
import { useFaultPlace } from '../../words/useFaultPlace.ts'
import { useInputText } from '../../words/useInputText.ts'
import { useWords } from '../../words/useWords.ts'
import { shortenNumbers, showCell } from './showCell.ts'
import { useImportNames } from './useImportNames.ts'

const MOST_SHOWN = 300

type Change = ImportPreview['changes'][number]
type Fault = ImportPreview['faults'][number]

/** What the file would change, before and after. */
export function ChangeTable({ changes }: { readonly changes: readonly Change[] }) {
  const words = useWords().exchange
  const names = useImportNames()
  const { plan } = usePlan()
  const inputs = useInputText([plan])
  const pair = ({ before, after }: Change) => [before, after].map(shortenCell)
  const told = (own: Change, index: 0 | 1) => inputs.text(names.path(own.field), pair(own), index)
  const columns = [
    { head: words.what, read: (own: Change) => words.kinds[own.kind] },
    { head: words.where, isLong: true, read: (own: Change) => names.where(own.where) },
    { head: words.field, isLong: true, read: (own: Change) => names.field(own.field, pair(own)) },
    { head: words.before, isLong: true, read: (own: Change) => told(own, 0) },
    { head: words.after, isLong: true, read: (own: Change) => told(own, 1) },
  ]
  return (
    <div style={{ marginTop: 12 }}>
      <strong>{words.changes}</strong>
      <DataTable label={words.changes} columns={columns} items={changes.slice(0, MOST_SHOWN)} />
    </div>
  )
}

const shortenCell = (cell: Change['before']): Change['before'] =>
  typeof cell === 'string' ? shortenNumbers(cell) : cell

interface FaultTableProps {
  readonly faults: readonly Fault[]
  readonly fileName: string
}

/** Rows and cells that cannot be, with what would have been right. */
export function FaultTable({ faults, fileName }: FaultTableProps) {
  const words = useWords().exchange
  const say = useFaultWords()
  const place = useFaultPlace()
  const names = useImportNames()
  const isOfSheets = new Set(faults.map(({ sheet }) => sheet)).size > 1
  const columns = [
    ...(isOfSheets ? [{ head: words.sheet, read: (own: Fault) => names.field(own.sheet) }] : []),
    { head: words.row, read: (own: Fault) => (own.row > 0 ? String(own.row) : '—') },
    { head: words.field, isLong: true, read: (own: Fault) => names.field(say.place(place(own.column))) },
    {
      head: words.value,
      read: (own: Fault) => (isSaid(own.value) ? say.value(own.value) : showCell(own.value)),
    },
    { head: words.expected, read: (own: Fault) => say.expected(own.expected) },
  ]
  return (
    <div style={{ marginTop: 12 }} role="alert">
      <strong>{said(words.faults, fileName)}</strong>
      <DataTable label={words.faults} columns={columns} items={faults.slice(0, MOST_SHOWN)} />
    </div>
  )
}
