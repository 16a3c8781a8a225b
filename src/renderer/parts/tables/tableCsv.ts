import type { TraceRef } from '../../../engine/trace/trace.ts'
import { csvText } from '../../../workbook/csvText.ts'
import type { TraceOf } from '../../state/view/tracing.ts'

/** A value as it is shown and as a spreadsheet reads it. */
export interface TableCell {
  readonly shown: string
  readonly value: string | number | null
  /** How it comes about. */
  readonly trace?: TraceRef | undefined
  /** What it is of, where it is not the result in view alone. */
  readonly of?: TraceOf | undefined
  /** What a click on it does, where not to say how it comes about. */
  readonly onPick?: (() => void) | undefined
}

/** The figures of a chart: the first column says where, the others what. */
export interface ChartTable {
  readonly heads: readonly string[]
  /** All columns but the first are of one unit. */
  readonly isOneUnit?: boolean
  readonly rows: readonly (readonly TableCell[])[]
}

/** The table as CSV for a spreadsheet: figures in full. */
export function toCsv({ heads, rows }: ChartTable): string {
  return csvText(
    heads,
    rows.map((row) => row.map(({ value }) => value)),
    '\n',
  )
}
