import type { ServingQuery } from '../query.ts'
import { type Coefficients, PARTS } from './parts.ts'
import { place } from './place.ts'

/** A step longer and shorter by this, in logarithms, about what most predictions are off by. */
const CHANGE = Math.log(1.15)
/** Near the end of what can be served at all no share of tokens is a measure any more. */
const STEEPEST = 5

/**
 * By how many per cent tokens per second fall where a step takes one per cent longer. One where the number in flight is
 * given or memory limits it; more at a latency target, where a longer step holds fewer sequences too: what a step is
 * uncertain by counts so many times there.
 */
export function speedElasticity(query: ServingQuery, coefficients: Coefficients): number {
  const isTargeted = query.ttftMs !== undefined || query.tpotMs !== undefined
  if (!isTargeted || query.concurrency !== undefined) return 1
  const tokensAt = (by: number) => place(query, scaled(coefficients, Math.exp(by))).outputTokSPerAccel
  const [longer, shorter] = [tokensAt(CHANGE), tokensAt(-CHANGE)]
  if (longer <= 0) return STEEPEST
  return Math.min(STEEPEST, Math.max(1, Math.log(shorter / longer) / (2 * CHANGE)))
}

function scaled(coefficients: Coefficients, by: number): Coefficients {
  return Object.fromEntries(PARTS.map((part) => [part, coefficients[part] * by])) as Coefficients
}
