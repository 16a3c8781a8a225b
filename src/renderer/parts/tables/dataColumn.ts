import type { TraceRef } from '../../../engine/trace/trace.ts'
import { columnDecimals, formatFixed } from '../../../report/write/numbers.ts'
import { formatNumber, shownScale } from '../../format/numbers.ts'
import type { TraceOf } from '../../state/view/tracing.ts'

/** A part of what is said below a value. */
export interface Detail {
  readonly shown: string
  /** How it comes about, of what the value is of. */
  readonly trace?: TraceRef | undefined
}

interface AnyColumn<T> {
  readonly head: string
  /** Words that break into lines where the table would else be wider than its place. */
  readonly isLong?: boolean
  /** Makes the value a button. */
  readonly onPick?: (item: T) => void
  /** Items whose value is no button all the same: there is nothing to pick. */
  readonly isPicked?: (item: T) => boolean
  /** Said below the value, smaller, in parts. */
  readonly detail?: (item: T) => readonly Detail[]
  /** How the value comes about, where that can be said. */
  readonly trace?: (item: T) => TraceRef | undefined
  /** What the values are of, where it is not the result in view alone. */
  readonly of?: ((item: T) => TraceOf | undefined) | undefined
}

/** Words as they stand; at the right where they are figures of different units. */
interface TextColumn<T> extends AnyColumn<T> {
  readonly read: (item: T) => string
  readonly isNumber?: boolean
}

/** Numbers with equal decimals down the column, and across columns of the same unit. */
export interface NumberColumn<T> extends AnyColumn<T> {
  readonly number: (item: T) => number | null | undefined
  /** Of money: given in US dollars, shown in the currency of the plan in view; with its step where 万 is chosen. */
  readonly unit?: string
  /** Of the largest number. */
  readonly digits?: number
  /** Where there is no number. */
  readonly none?: string
}

export type DataColumn<T> = TextColumn<T> | NumberColumn<T>

export function isNumberColumn<T>(column: DataColumn<T>): column is NumberColumn<T> {
  return 'number' in column
}

/** How a column writes an item, or a number that stands in it. */
export interface Writer<T> {
  readonly item: (item: T) => string
  readonly number: (value: number | null | undefined) => string
}

/** The writers of columns, told from all items of a table. */
export function writersOf<T>(columns: readonly DataColumn<T>[], items: readonly T[]): Writer<T>[] {
  const scales = columns.map((own) => (isNumberColumn(own) ? shownScale(own.unit ?? '') : 1))
  const decimals = columnDecimals(
    columns.map((column, index) => ({
      unit: isNumberColumn(column) ? (column.unit ?? '') : '',
      values: isNumberColumn(column)
        ? items
            .map(column.number)
            .filter(isKnown)
            .map((value) => value * scales[index]!)
        : [],
      ...(isNumberColumn(column) && column.digits !== undefined ? { digits: column.digits } : {}),
    })),
  )
  return columns.map((column, index): Writer<T> => {
    if (!isNumberColumn(column)) return { item: column.read, number: formatNumber }
    const number = (value: number | null | undefined): string =>
      isKnown(value) ? formatFixed(value * scales[index]!, decimals[index]!) : (column.none ?? '—')
    return { number, item: (item) => number(column.number(item)) }
  })
}

function isKnown(value: number | null | undefined): value is number {
  return Number.isFinite(value)
}
