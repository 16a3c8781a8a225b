import { z } from 'zod'
import { Positive } from './common.ts'

/**
 * How requests arrive: a fixed number in flight (`closed-loop`), one batch that starts and ends together (`static`),
 * all at once (`offline`), or at random under the targets of a benchmark (`server`, `interactive`).
 */
export const SCENARIOS = ['closed-loop', 'static', 'offline', 'server', 'interactive'] as const

/** One run of the planner's own benchmarks, as it is kept: what was measured, of what, and where it is from. */
export const MeasuredRun = z.object({
  /** File and row. */
  source: z.string().min(1),
  /** Catalog rows, by id or any name. */
  model: z.string().min(1),
  accelerator: z.string().min(1),
  nAccel: Positive.int(),
  precision: z.string().optional(),
  /** Tokens in and out per request, means. */
  isl: Positive,
  osl: Positive,
  /** Requests in flight over all accelerators. */
  concurrency: Positive.optional(),
  scenario: z.enum(SCENARIOS).optional(),
  framework: z.string().optional(),
  /** Were prompts and answers on accelerators of their own? `nAccel` and the speed are then of both kinds together. */
  isDisaggregated: z.boolean().optional(),
  date: z.string().optional(),
  outputTokSPerAccel: Positive,
  ttftMs: Positive.optional(),
  tpotMs: Positive.optional(),
})
export type MeasuredRun = z.infer<typeof MeasuredRun>
