import type { TraceRef } from '../../../engine/trace/trace.ts'
import { columnDecimals, formatFixed } from '../../../report/write/numbers.ts'
import { formatNumber, shownStep } from '../../format/numbers.ts'
import type { TraceOf } from '../../state/view/tracing.ts'
import { headInStep } from '../../words/inWanWords.ts'

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
  /** As wide as this from the start, in pixels of the design: for values that come later and push nothing aside. */
  readonly leastPx?: number
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
  /**
   * Of money: given in US dollars, shown in the currency of the plan in view; where 万 is chosen by 万 or 亿, as the largest
   * number of the unit in the table has it.
   */
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
  /** The column's head, its unit with the step of the numbers. */
  readonly head: string
  readonly item: (item: T) => string
  readonly number: (value: number | null | undefined) => string
}

/** The largest number that a table has of a unit, totals of its foot among them. */
export function mostOfUnit<T>(
  unit: string,
  columns: readonly DataColumn<T>[],
  items: readonly T[],
  totals: readonly unknown[] = [],
): number {
  const own = columns.flatMap((column, index) =>
    isNumberColumn(column) && column.unit === unit ? [...items.map(column.number), totals[index]] : [],
  )
  return own.reduce<number>((most, value) => (isKnown(value) ? Math.max(most, Math.abs(value)) : most), 0)
}

/** The writers of columns, told from all items of a table, and from totals below them. */
export function writersOf<T>(
  columns: readonly DataColumn<T>[],
  items: readonly T[],
  totals: readonly unknown[] = [],
): Writer<T>[] {
  const steps = columns.map((own) =>
    isNumberColumn(own) && own.unit !== undefined
      ? shownStep(own.unit, mostOfUnit(own.unit, columns, items, totals))
      : { unit: '', scale: 1 },
  )
  const scales = steps.map(({ scale }) => scale)
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
    const head = headInStep(column.head, steps[index]!.unit)
    if (!isNumberColumn(column)) return { head, item: column.read, number: formatNumber }
    const number = (value: number | null | undefined): string =>
      isKnown(value) ? formatFixed(value * scales[index]!, decimals[index]!) : (column.none ?? '—')
    return { head, number, item: (item) => number(column.number(item)) }
  })
}

function isKnown(value: unknown): value is number {
  return Number.isFinite(value)
}
