import type { ReactNode } from 'react'
import type { TraceRef } from '../../engine/trace/trace.ts'
import { Glossed } from '../help/Glossed.tsx'
import type { TraceOf } from '../state/tracing.ts'
import styles from './parts.module.css'
import { Traced, TracedOf } from './Traced.tsx'

export interface DataColumn<T> {
  readonly head: string
  readonly read: (item: T) => string
  readonly isNumber?: boolean
  /** Words that break into lines where the table would else be wider than its place. */
  readonly isLong?: boolean
  /** Makes the value a button. */
  readonly onPick?: (item: T) => void
  /** Items whose value is no button all the same: there is nothing to pick. */
  readonly isPicked?: (item: T) => boolean
  /** Said below the value, smaller. */
  readonly detail?: (item: T) => string
  /** How the value comes about, where that can be said. */
  readonly trace?: (item: T) => TraceRef | undefined
  /** What the values are of, where it is not the result in view alone. */
  readonly of?: ((item: T) => TraceOf | undefined) | undefined
}

/** A total below a column, with how it comes about. */
interface FootCell {
  readonly shown: string
  readonly trace: TraceRef | undefined
}

interface Props<T> {
  readonly label: string
  readonly columns: readonly DataColumn<T>[]
  readonly items: readonly T[]
  readonly foot?: readonly (string | FootCell)[]
}

/** A table to read: heads stay in view, numbers line up at the right. */
export function DataTable<T>({ label, columns, items, foot }: Props<T>) {
  const side = (column: DataColumn<T>) =>
    column.isNumber ? styles.number : column.isLong ? styles.long : undefined
  return (
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" className={side(column)}>
                <Glossed text={column.head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.head} className={side(column)}>
                  {column.onPick && !column.isPicked?.(item) ? (
                    <button type="button" className={styles.pick} onClick={() => column.onPick?.(item)}>
                      {column.read(item)}
                    </button>
                  ) : (
                    <Of of={column.of?.(item)}>
                      <Traced trace={column.trace?.(item)}>{column.read(item)}</Traced>
                    </Of>
                  )}
                  {column.detail && <small className={styles.detail}>{column.detail(item)}</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.head} className={side(column)}>
                  <Foot cell={foot[index] ?? ''} />
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

function Foot({ cell }: { readonly cell: string | FootCell }) {
  return typeof cell === 'string' ? cell : <Traced trace={cell.trace}>{cell.shown}</Traced>
}

function Of({ of, children }: { readonly of: TraceOf | undefined; readonly children: ReactNode }) {
  return of ? <TracedOf value={of}>{children}</TracedOf> : children
}
