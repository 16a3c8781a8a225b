import { Button } from '@mantine/core'
import { searchCatalog } from '../../../catalog/searchCatalog.ts'
import type { TableName } from '../../../plan/catalog/catalog.ts'
import { otherCatalogName } from '../../../report/words/sayNames.ts'
import { formatNumber } from '../../format/numbers.ts'
import { clauses } from '../../format/punctuation.ts'
import { Panel } from '../../parts/Panel.tsx'
import tables from '../../parts/parts.module.css'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { canUse } from './takeRow.ts'

const SHOWN = 60

interface Props {
  readonly text: string
  readonly onShow: (table: TableName, id: string) => void
  readonly onUse: (table: TableName, id: string, name: string) => void
}

/** Rows of all tables that bear the words typed, in either script. */
export function CatalogFound({ text, onShow, onUse }: Props) {
  const words = useWords().catalog
  const { catalog } = usePlan()
  const hits = searchCatalog(catalog, text, otherCatalogName)
  return (
    <Panel
      title={words.found}
      note={hits.length === 0 ? words.nothing : words.foundCount(formatNumber(hits.length))}
    >
      <section className={tables.scroll} tabIndex={0} aria-label={words.found}>
        <table className={tables.table} aria-label={words.found}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.table}</th>
              <th scope="col">{words.grade}</th>
              <th scope="col">{words.standsFor}</th>
              <th scope="col">{words.use}</th>
            </tr>
          </thead>
          <tbody>
            {hits.slice(0, SHOWN).map(({ table, id, name, grade, coveredBy, missing }) => (
              <tr key={`${table} ${id}`}>
                <td>
                  <button
                    type="button"
                    className={tables.pick}
                    aria-label={words.show(name)}
                    onClick={() => onShow(table, id)}
                  >
                    {name}
                  </button>
                </td>
                <td>{words.tables[table]}</td>
                <td>{grade ?? '—'}</td>
                <td className={tables.source} title={clauses([...coveredBy, missing ?? ''])}>
                  {clauses(coveredBy) || missing || '—'}
                </td>
                <td>
                  {canUse(table) && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={words.useRow(name)}
                      onClick={() => onUse(table, id, name)}
                    >
                      {words.use}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}
