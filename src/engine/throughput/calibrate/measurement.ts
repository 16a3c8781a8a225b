import type { ServingQuery } from '../query.ts'
import type { Source } from './sources.ts'

/** One measured point, as a query that the model can answer and what was measured for it. */
export interface Measurement {
  /** Line of the file it came from, the header being line 1. */
  readonly line: number
  readonly source: Source
  /** Rows of one configuration: they differ in the number in flight, and no split separates them. */
  readonly run: string
  readonly query: ServingQuery
  readonly outputTokSPerAccel: number
  readonly ttftMs: number | null
  /** Board power, W per accelerator. */
  readonly boardPowerW: number | null
}

export interface Skipped {
  readonly line: number
  readonly why: string
}
