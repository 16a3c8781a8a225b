import type { ImportPreview } from '../../../contract/exchange.ts'
import { said } from '../../format/punctuation.ts'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { choiceText } from '../../words/choiceText.ts'
import { isSaid, useFaultWords } from '../../words/faultWords.ts'
import { useFaultPlace } from '../../words/useFaultPlace.ts'
import { useWords } from '../../words/useWords.ts'
import { showCell, showPair } from './showPair.ts'
import { useImportNames } from './useImportNames.ts'

const MOST_SHOWN = 300

type Change = ImportPreview['changes'][number]
type Fault = ImportPreview['faults'][number]

/** What the file would change, before and after. */
export function ChangeTable({ changes }: { readonly changes: readonly Change[] }) {
  const { exchange: words, choices } = useWords()
  const names = useImportNames()
  const pair = ({ field, before, after }: Change) =>
    showPair(before, after).map((text) => choiceText(field, text, choices))
  const columns = [
    { head: words.what, read: (own: Change) => words.kinds[own.kind] },
    { head: words.where, isLong: true, read: (own: Change) => names.where(own.where) },
    { head: words.field, isLong: true, read: (own: Change) => names.field(own.field) },
    { head: words.before, isLong: true, read: (own: Change) => pair(own)[0] ?? '' },
    { head: words.after, isLong: true, read: (own: Change) => pair(own)[1] ?? '' },
  ]
  return (
    <div style={{ marginTop: 12 }}>
      <strong>{words.changes}</strong>
      <DataTable label={words.changes} columns={columns} items={changes.slice(0, MOST_SHOWN)} />
    </div>
  )
}

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
