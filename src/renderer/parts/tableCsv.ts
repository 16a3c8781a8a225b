import type { TraceRef } from '../../engine/trace/trace.ts'
import type { TraceOf } from '../state/tracing.ts'

/** A value as it is shown and as a spreadsheet reads it. */
export interface TableCell {
  readonly shown: string
  readonly value: string | number | null
  /** How it comes about. */
  readonly trace?: TraceRef | undefined
  /** What it is of, where it is not the result in view alone. */
  readonly of?: TraceOf | undefined
}

/** The figures of a chart: the first column says where, the others what. */
export interface ChartTable {
  readonly heads: readonly string[]
  /** All columns but the first are of one unit. */
  readonly isOneUnit?: boolean
  readonly rows: readonly (readonly TableCell[])[]
}

export function toCsv({ heads, rows }: ChartTable): string {
  const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const line = (values: readonly (string | number | null)[]): string =>
    values.map((value) => (value === null ? '' : quote(String(value)))).join(',')
  return [line(heads), ...rows.map((row) => line(row.map((cell) => cell.value)))].join('\n')
}
