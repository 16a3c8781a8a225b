import { z } from 'zod'
import type { InputFault } from '../../../plan/fault.ts'
import { SCENARIOS } from '../query.ts'

const positive = z.number().positive()

/** One run of the planner's own benchmarks, as it is kept: what was measured, of what, and where it is from. */
export const MeasuredRun = z.object({
  /** File and row. */
  source: z.string().min(1),
  model: z.string().min(1),
  accelerator: z.string().min(1),
  nAccel: positive.int(),
  precision: z.string().optional(),
  isl: positive,
  osl: positive,
  concurrency: positive.optional(),
  scenario: z.enum(SCENARIOS).optional(),
  framework: z.string().optional(),
  date: z.string().optional(),
  outputTokSPerAccel: positive,
  ttftMs: positive.optional(),
  tpotMs: positive.optional(),
})
export type MeasuredRun = z.infer<typeof MeasuredRun>

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
