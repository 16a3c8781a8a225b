import type { Column } from '../../problem/problem.ts'
import type { Reader } from '../reader.ts'

/** To so many digits: a result file holds many values by slice. */
export function toDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}

/** Values of one column a slice. */
export function bySlice(reader: Reader, columns: readonly Column[]): number[] {
  return columns.map((column) => toDigits(reader.at(column), 7))
}
