import { Group, Select, Stack, TextInput, Title } from '@mantine/core'
import Papa from 'papaparse'
import { useMemo, useState } from 'react'
import { TABLES, type TableName } from '../../../plan/catalog/catalog.ts'
import type { InputFault } from '../../../plan/fault.ts'
import type { Field } from '../../grid/field.ts'
import { RefusedEdit } from '../../parts/FaultList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useCatalogView } from '../../state/plan/catalogView.ts'
import { editPlan } from '../../state/plan/edits.ts'
import { jumpTo } from '../../state/plan/problems.ts'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { List } from '../layers/Inputs.tsx'
import { asidesLast } from './asidesLast.ts'
import { CatalogFound } from './CatalogFound.tsx'
import { CatalogRows } from './CatalogRows.tsx'
import { OverrideDialog, type Picked } from './OverrideDialog.tsx'
import { SideBySide } from './SideBySide.tsx'
import { takeRow } from './takeRow.ts'

const OVERRIDE_FIELDS: readonly Field[] = [
  { path: 'table', head: 'Table', kind: 'text', widthPx: 130 },
  { path: 'rowId', head: 'Row', kind: 'text', widthPx: 180 },
  { path: 'column', head: 'Column', kind: 'text', widthPx: 180 },
  { path: 'value', head: 'Value', kind: 'text', widthPx: 120 },
  { path: 'note', head: 'Note', kind: 'text', widthPx: 320 },
]

const NAMES = Object.keys(TABLES) as TableName[]

/** The shipped data with sources, dates and grades; any value may be overridden for the plan in view. */
export function CatalogScreen() {
  const words = useWords().catalog
  const { plan, catalog } = usePlan()
  const files = useSession((state) => state.catalogFiles)
  const { table, wanted } = useCatalogView()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<Picked | null>(null)
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  const { heads, rows } = useRows(files[table] ?? '')
  const show = (other: TableName, rowId: string | null): void => {
    useCatalogView.setState({ table: other, wanted: rowId === null ? null : { rowId } })
    setTicked(new Set())
    if (rowId !== null) setText('')
  }
  const use = async (from: TableName, id: string, name: string): Promise<void> => {
    let path: readonly (string | number)[] = []
    const refused = await editPlan(words.used(name).slice(0, 200), (draft) => {
      path = takeRow(draft, catalog, from, id)
    })
    setFaults(refused)
    if (refused.length === 0)
      jumpTo([...path, path[0] === 'distribution' || path[0] === 'sites' ? 'name' : 'id'])
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{words.title}</Title>
        <Group gap="xs">
          <Select
            size="xs"
            aria-label={words.table}
            data={NAMES.map((value) => ({ value, label: words.tables[value] }))}
            value={table}
            onChange={(value) => value && show(value as TableName, null)}
            maxDropdownHeight={480}
            allowDeselect={false}
          />
          <TextInput
            size="xs"
            w={300}
            placeholder={words.search}
            aria-label={words.search}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Group>
      </Group>
      <RefusedEdit faults={faults} onClose={() => setFaults([])} />
      {plan.catalogOverrides.length > 0 && (
        <List
          title={words.overrides}
          note={words.overridesNote}
          list={['catalogOverrides']}
          fields={OVERRIDE_FIELDS}
          create={(draft) => structuredClone(draft.catalogOverrides.at(-1)!)}
        />
      )}
      {ticked.size > 1 && <SideBySide heads={heads} rows={rows.filter((row) => ticked.has(row[0]!))} />}
      {/* In the place of the table, which would be pushed to and fro while the words are typed. */}
      {text.trim() !== '' ? (
        <CatalogFound text={text} onShow={show} onUse={(...row) => void use(...row)} />
      ) : (
        <Panel title={words.tables[table]} note={words.pick}>
          <CatalogRows
            {...{ table, heads, rows, wanted, ticked }}
            onTick={(id) => setTicked(toggled(ticked, id))}
            onPick={setPicked}
            onUse={(...row) => void use(...row)}
          />
        </Panel>
      )}
      <OverrideDialog picked={picked} onClose={() => setPicked(null)} />
    </Stack>
  )
}

function useRows(csv: string) {
  return useMemo(() => asidesLast(Papa.parse<string[]>(csv.trimEnd(), { delimiter: ',' }).data), [csv])
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
