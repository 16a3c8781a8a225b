import { Button } from '@mantine/core'
import { Fragment, useLayoutEffect, useMemo, useRef } from 'react'
import type { TableName } from '../../../plan/catalog/catalog.ts'
import { formatNumber } from '../../format/numbers.ts'
import type { WantedRow } from '../../state/plan/catalogView.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { figureColumns } from './asidesLast.ts'
import styles from './catalog.module.css'
import { groupDigits } from './groupDigits.ts'
import type { Picked } from './OverrideDialog.tsx'
import { canUse } from './takeRow.ts'
import { useColumnName } from './useColumnName.ts'

const SHOWN = 300

interface Props {
  readonly table: TableName
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Row that was asked for, marked and scrolled to; its column gets the cursor. */
  readonly wanted: WantedRow | null
  readonly ticked: ReadonlySet<string>
  readonly onTick: (id: string) => void
  readonly onPick: (picked: Picked) => void
  readonly onUse: (table: TableName, id: string, name: string) => void
}

/** One table of the catalog as it is shipped, with this plan's own values in their place. */
export function CatalogRows({ table, heads, rows, wanted, ticked, onTick, onPick, onUse }: Props) {
  const words = useWords().catalog
  const nameOf = useColumnName()
  const { plan } = usePlan()
  const figures = useMemo(() => figureColumns(heads, rows), [heads, rows])
  const found = useRef<HTMLTableRowElement>(null)
  useLayoutEffect(() => {
    if (wanted === null) return
    found.current?.scrollIntoView({ block: 'center' })
    const cell = found.current?.querySelector<HTMLElement>('[data-wanted]')
    cell?.scrollIntoView({ block: 'center', inline: 'center' })
    cell?.focus()
  }, [wanted])
  const at = rows.findIndex((row) => row[0] === wanted?.rowId)
  const first = at < SHOWN ? 0 : at - SHOWN / 2
  const own = new Map(
    plan.catalogOverrides
      .filter((one) => one.table === table)
      .map((one) => [`${one.rowId} ${one.column}`, String(one.value)]),
  )
  return (
    <>
      <section className={styles.scroll} tabIndex={0} aria-label={words.tables[table]}>
        <table className={styles.table} aria-label={words.tables[table]}>
          <thead>
            <tr>
              {heads.map((head, place) => (
                <Fragment key={head}>
                  <th scope="col" title={head} className={figures.has(place) ? styles.number : undefined}>
                    {nameOf(head)}
                  </th>
                  {place === 0 && canUse(table) && <th scope="col">{words.use}</th>}
                </Fragment>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(first, first + SHOWN).map((row) => {
              const rowId = row[0]!
              const isWanted = rowId === wanted?.rowId
              return (
                <tr
                  key={row.join('|')}
                  ref={isWanted ? found : undefined}
                  aria-current={isWanted || undefined}
                >
                  {row.map((cell, index) => {
                    const column = heads[index]!
                    const override = own.get(`${rowId} ${column}`)
                    if (index === 0)
                      return (
                        <Fragment key={column}>
                          <td>
                            <label className={styles.id}>
                              <input
                                type="checkbox"
                                aria-label={words.compareRow(rowId)}
                                checked={ticked.has(rowId)}
                                onChange={() => onTick(rowId)}
                              />
                              {rowId}
                            </label>
                          </td>
                          {canUse(table) && (
                            <td>
                              <Button
                                size="compact-xs"
                                variant="subtle"
                                aria-label={words.useRow(rowId)}
                                onClick={() => onUse(table, rowId, row[1] || rowId)}
                              >
                                {words.use}
                              </Button>
                            </td>
                          )}
                        </Fragment>
                      )
                    return (
                      <td key={column} className={figures.has(index) ? styles.number : undefined}>
                        <button
                          type="button"
                          title={cell}
                          data-wanted={(isWanted && column === wanted?.column) || undefined}
                          className={override === undefined ? '' : styles.overridden}
                          onClick={() => onPick({ table, rowId, column, value: override ?? cell })}
                        >
                          {(figures.has(index) ? groupDigits : String)(override ?? (cell || '—'))}
                        </button>
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      {rows.length > SHOWN && (
        <p>
          {words.shownOf(
            String(first + 1),
            String(Math.min(rows.length, first + SHOWN)),
            formatNumber(rows.length, 9),
          )}
        </p>
      )}
    </>
  )
}
