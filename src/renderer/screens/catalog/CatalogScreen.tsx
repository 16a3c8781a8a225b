import { Group, Select, Stack, TextInput, Title } from '@mantine/core'
import Papa from 'papaparse'
import { useMemo, useState } from 'react'
import { TABLES } from '../../../plan/catalog/catalog.ts'
import { EditTable } from '../../grid/EditTable.tsx'
import type { Field } from '../../grid/field.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../state/session.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './catalog.module.css'
import { OverrideDialog, type Picked } from './OverrideDialog.tsx'

const OVERRIDE_FIELDS: readonly Field[] = [
  { path: 'table', head: 'Table', kind: 'text', widthPx: 130 },
  { path: 'rowId', head: 'Row', kind: 'text', widthPx: 180 },
  { path: 'column', head: 'Column', kind: 'text', widthPx: 180 },
  { path: 'value', head: 'Value', kind: 'text', widthPx: 120 },
  { path: 'note', head: 'Note', kind: 'text', widthPx: 320 },
]

/** The shipped data with sources, dates and grades; any value may be overridden for the plan in view. */
export function CatalogScreen() {
  const words = useWords().catalog
  const { plan, catalog } = usePlan()
  const files = useSession((state) => state.catalogFiles)
  const [table, setTable] = useState('accelerators')
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<Picked | null>(null)
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{words.title}</Title>
        <Group gap="xs">
          <Select
            size="xs"
            aria-label={words.table}
            data={Object.keys(TABLES)}
            value={table}
            onChange={(value) => value && setTable(value)}
            allowDeselect={false}
          />
          <TextInput
            size="xs"
            w={240}
            placeholder={words.search}
            aria-label={words.search}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Group>
      </Group>
      {plan.catalogOverrides.length > 0 && (
        <Panel title={words.overrides} note={words.overridesNote}>
          <EditTable
            title={words.overrides}
            list={['catalogOverrides']}
            fields={OVERRIDE_FIELDS}
            {...{ plan, catalog }}
            create={(draft) => structuredClone(draft.catalogOverrides.at(-1)!)}
            onFaults={() => undefined}
          />
        </Panel>
      )}
      <Panel title={`${table}.csv`} note={words.pick}>
        <Rows csv={files[table] ?? ''} text={text} table={table} onPick={setPicked} />
      </Panel>
      <OverrideDialog picked={picked} onClose={() => setPicked(null)} />
    </Stack>
  )
}

interface RowsProps {
  readonly csv: string
  readonly text: string
  readonly table: string
  readonly onPick: (picked: Picked) => void
}

function Rows({ csv, text, table, onPick }: RowsProps) {
  const { heads, rows } = useMemo(() => {
    const [first = [], ...rest] = Papa.parse<string[]>(csv.trimEnd(), { delimiter: ',' }).data
    return { heads: first, rows: rest }
  }, [csv])
  const { plan } = usePlan()
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = rows.filter((row) => words.every((word) => row.join(' ').toLowerCase().includes(word)))
  const own = new Map(
    plan.catalogOverrides
      .filter((one) => one.table === table)
      .map((one) => [`${one.rowId} ${one.column}`, String(one.value)]),
  )
  return (
    <section className={styles.scroll} tabIndex={0} aria-label={`${table}.csv`}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, 300).map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, index) => {
                const column = heads[index]!
                const rowId = row[0]!
                const override = own.get(`${rowId} ${column}`)
                return (
                  <td key={column}>
                    <button
                      type="button"
                      disabled={index === 0}
                      title={cell}
                      className={override === undefined ? '' : styles.overridden}
                      onClick={() => onPick({ table, rowId, column, value: override ?? cell })}
                    >
                      {override ?? (cell || '—')}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
