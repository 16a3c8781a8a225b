import type { InputFault } from '../plan/fault.ts'
import type { Plan } from '../plan/schema/plan.ts'
import type { ReadCell } from '../workbook/readSheet.ts'

/** What a file would make of a plan. */
export interface Outcome {
  /** The plan with what the file changes; null where nothing can be taken over. */
  readonly plan: Plan | null
  readonly changes: readonly Change[]
  readonly faults: readonly RowFault[]
}

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

/** Faults of a file that is read as a whole, as faults of its rows; row 0 where a fault names no row or line. */
export function toRowFaults(sheet: string, faults: readonly InputFault[]): RowFault[] {
  return faults.map(({ path, value, expected }) => ({
    sheet,
    row: Number(/(?:row|line) (\d+)/.exec(path)?.[1] ?? 0),
    column: path,
    value: value ?? null,
    expected,
  }))
}
