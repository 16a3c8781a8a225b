import type { InputFault } from '../../../plan/fault.ts'
import type { MeasuredRun } from '../../../plan/schema/measurement.ts'

export { MeasuredRun } from '../../../plan/schema/measurement.ts'

/** What a benchmark file does not carry and its planner knows. */
export interface RunContext {
  readonly model?: string
  readonly accelerator?: string
  readonly nAccel?: number
  readonly precision?: string
  readonly concurrency?: number
  readonly framework?: string
  readonly isl?: number
  readonly osl?: number
}

/** Rows that were read, and what was wrong with the others; nothing is guessed where a number is missing. */
export interface Imported {
  readonly runs: readonly MeasuredRun[]
  readonly faults: readonly InputFault[]
}
