import type { Column } from '../problem/problem.ts'
import type { Reader } from './reader.ts'

const DIGITS = 7

/** Values of one column a slice, times a factor of the slice, to seven digits: a result file holds many of them. */
export function bySlice(
  reader: Reader,
  columns: readonly Column[],
  factor: (h: number) => number = () => 1,
): number[] {
  return columns.map((column, h) => Number((reader.at(column) * factor(h)).toPrecision(DIGITS)))
}
