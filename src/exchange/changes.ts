import type { ReadCell } from '../workbook/readSheet.ts'

/** One thing that a file would change in a plan, as the planner is shown it. */
export interface Change {
  /**
   * `estimated`: required, not in the file, taken from another thing of the list. `repaired`: wrong in the file, and
   * what was made of it.
   */
  readonly kind: 'changed' | 'added' | 'removed' | 'estimated' | 'repaired'
  /** Table and thing, as in `sites, ash`. */
  readonly where: string
  readonly field: string
  readonly before: ReadCell
  readonly after: ReadCell
}

/** A row of a file that says something that cannot be. */
export interface RowFault {
  readonly sheet: string
  /** As the spreadsheet program counts. */
  readonly row: number
  readonly column: string
  readonly value: unknown
  readonly expected: string
}
