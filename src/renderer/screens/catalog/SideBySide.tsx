import { Panel } from '../../parts/Panel.tsx'
import tables from '../../parts/parts.module.css'
import { useWords } from '../../words/useWords.ts'
import { useColumnName } from './useColumnName.ts'

interface Props {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Rows of one table beside each other: a line for every column in which they differ. */
export function SideBySide({ heads, rows }: Props) {
  const words = useWords().catalog
  const nameOf = useColumnName()
  const differs = (column: number): boolean => new Set(rows.map((row) => row[column])).size > 1
  return (
    <Panel title={words.compare} note={words.comparePick}>
      <section className={tables.scroll} tabIndex={0} aria-label={words.compare}>
        <table className={tables.table} aria-label={words.compare}>
          <thead>
            <tr>
              <th scope="col">{nameOf(heads[0] ?? '')}</th>
              {rows.map((row) => (
                <th key={row[0]} scope="col">
                  {row[0]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heads.map(
              (head, column) =>
                column > 0 &&
                differs(column) && (
                  <tr key={head}>
                    <th scope="row">{nameOf(head)}</th>
                    {rows.map((row) => (
                      <td key={row[0]} className={tables.source} title={row[column] ?? ''}>
                        {row[column] || '—'}
                      </td>
                    ))}
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}
