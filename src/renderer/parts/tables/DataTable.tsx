import { rem } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import type { TraceRef } from '../../../engine/trace/trace.ts'
import { Glossed } from '../../help/Glossed.tsx'
import type { TraceOf } from '../../state/view/tracing.ts'
import styles from '../parts.module.css'
import { Traced, TracedOf } from '../traced/Traced.tsx'
import { type DataColumn, type Detail, isNumberColumn, type Writer, writersOf } from './dataColumn.ts'

/** A total below a column, with how it comes about. */
interface FootCell {
  /** A number is written as those above it. */
  readonly shown: string | number | null
  readonly trace: TraceRef | undefined
}

interface Props<T> {
  readonly label: string
  readonly columns: readonly DataColumn<T>[]
  readonly items: readonly T[]
  readonly foot?: readonly (string | FootCell)[]
  /** No row is scrolled to: its panel is as high as its neighbour anyway. */
  readonly isWhole?: boolean
}

/** A table to read: heads stay in view, numbers line up at the right. */
export function DataTable<T>({ label, columns, items, foot, isWhole }: Props<T>) {
  const writers = writersOf(
    columns,
    items,
    foot?.map((cell) => (typeof cell === 'string' ? null : cell.shown)),
  )
  const side = (column: DataColumn<T>) =>
    isNumberColumn(column) || column.isNumber ? styles.number : column.isLong ? styles.long : undefined
  return (
    <section className={styles.scroll} data-whole={isWhole} tabIndex={0} aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th
                key={column.head}
                scope="col"
                className={side(column)}
                style={column.leastPx === undefined ? undefined : { minWidth: rem(column.leastPx) }}
              >
                <Glossed text={writers[at]!.head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={index}>
              {columns.map((column, at) => (
                <td key={column.head} className={side(column)}>
                  {column.onPick && !column.isPicked?.(item) ? (
                    <button type="button" className={styles.pick} onClick={() => column.onPick?.(item)}>
                      {writers[at]!.item(item)}
                    </button>
                  ) : (
                    <Of of={column.of?.(item)}>
                      <Traced trace={column.trace?.(item)}>{writers[at]!.item(item)}</Traced>
                    </Of>
                  )}
                  {column.detail && (
                    <Of of={column.of?.(item)}>
                      <Details parts={column.detail(item)} />
                    </Of>
                  )}
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
                  <Foot cell={foot[index] ?? ''} writer={writers[index]!} />
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

function Details({ parts }: { readonly parts: readonly Detail[] }) {
  return (
    <small className={styles.detail}>
      {parts.map(({ shown, trace }, place) => (
        <Fragment key={place}>
          {place > 0 && ' '}
          <Traced trace={trace}>{shown}</Traced>
        </Fragment>
      ))}
    </small>
  )
}

interface FootProps<T> {
  readonly cell: string | FootCell
  readonly writer: Writer<T>
}

function Foot<T>({ cell, writer }: FootProps<T>) {
  if (typeof cell === 'string') return cell
  const { shown, trace } = cell
  return <Traced trace={trace}>{typeof shown === 'string' ? shown : writer.number(shown)}</Traced>
}

function Of({ of, children }: { readonly of: TraceOf | undefined; readonly children: ReactNode }) {
  return of ? <TracedOf value={of}>{children}</TracedOf> : children
}
