import { memo, type ReactNode } from 'react'
import { AGING_DAYS, noteAgeDays, STALE_DAYS } from '../../engine/check/sourceAge.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { InputFault } from '../../plan/fault.ts'
import type { Provenance } from '../../plan/schema/goals.ts'
import { Cell } from './Cell.tsx'
import { type Field, type Option, readAt, toPath } from './field.ts'
import styles from './grid.module.css'
import type { Notices } from './noticesOf.ts'
import { isChanged, isOverride } from './origin.ts'

/** What all rows of a table share; the same object as long as nothing of it changes. */
export interface TableFrame {
  readonly fields: readonly Field[]
  readonly heads: readonly string[]
  /** Options of the choices, by path of the field. */
  readonly options: Readonly<Record<string, readonly Option[]>>
  /** What holds where nothing is said, by path of the field. */
  readonly standards: Readonly<Record<string, unknown>>
  readonly catalog: Catalog
  readonly provenance: Readonly<Record<string, Provenance>>
  readonly notices: Notices
  /** Today, as in 2026-11-25. */
  readonly today: string
  readonly commit: (rowIndex: number, field: Field, value: unknown) => Promise<readonly InputFault[]>
}

interface Props {
  readonly frame: TableFrame
  readonly row: Record<string, unknown>
  readonly rowIndex: number
  /** Path of the row as faults name it, and with its id. */
  readonly path: string
  readonly idPath: string
  readonly name: string
  /** Selected columns, ends included; -1: none. */
  readonly left: number
  readonly right: number
  readonly menu: ReactNode
}

/** One row of a table to type in; drawn again only when it changes. */
export const Row = memo(
  function Row({ frame, row, rowIndex, path, idPath, name, left, right, menu }: Props) {
    const commit = (field: Field, value: unknown) => frame.commit(rowIndex, field, value)
    return (
      <tr>
        {frame.fields.map((field, column) => {
          const value = readAt(row, toPath(field.path))
          const own = frame.provenance[`${idPath}.${field.path}`]
          const age = ageOf(field, value, own, frame.today)
          const notice = frame.notices[`${path}.${field.path}`]
          return (
            <td
              key={field.path}
              data-selected={left <= column && column <= right ? true : undefined}
              data-changed={isOther(field, row, frame) ? true : undefined}
              data-age={age}
              data-problem={notice?.severity}
              className={styles.td}
            >
              <Cell
                {...{ field, row, value, notice }}
                options={frame.options[field.path] ?? NONE}
                catalog={frame.catalog}
                label={`${name} ${frame.heads[column]}`}
                path={`${path}.${field.path}`}
                place={{ row: rowIndex, column }}
                onCommit={commit}
              />
            </td>
          )
        })}
        {menu && <td>{menu}</td>}
      </tr>
    )
  },
  (a, b) =>
    a.row === b.row &&
    a.frame === b.frame &&
    a.rowIndex === b.rowIndex &&
    a.left === b.left &&
    a.right === b.right,
)

const NONE: readonly Option[] = []

/** Whether the planner's value stands in place of the catalog's or of the default. */
function isOther(field: Field, row: unknown, { catalog, standards }: TableFrame): boolean {
  const value = readAt(row, toPath(field.path))
  const known = field.ofCatalog?.(row, catalog)
  return known ? isOverride(value, known) : isChanged(field, value, standards[field.path])
}

/** How old the source of a value is, where that is worth a mark. */
function ageOf(
  field: Field,
  value: unknown,
  own: Provenance | undefined,
  today: string,
): 'aging' | 'stale' | undefined {
  const isNote = field.path === 'note' || field.path.endsWith('.note')
  const text = own?.date ?? (isNote && typeof value === 'string' ? value : undefined)
  const days = noteAgeDays(text, today)
  if (days === undefined || days <= AGING_DAYS) return undefined
  return days > STALE_DAYS ? 'stale' : 'aging'
}
