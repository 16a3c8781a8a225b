import type { Plan } from '../../plan/schema/plan.ts'
import type { Problem } from '../problem/problem.ts'
import { LARGE_NONZEROS, SLOW_NONZEROS } from './sizes.ts'

/** Seconds that a solve may take by the nonzeros of its problem, the first that it stays below. */
const LIMITS = [
  { belowNonzeros: SLOW_NONZEROS, limitS: 120 },
  { belowNonzeros: LARGE_NONZEROS, limitS: 900 },
  { belowNonzeros: Number.POSITIVE_INFINITY, limitS: 3600 },
] as const

/**
 * Seconds on the clock after which a solve is stopped where nobody says how long it may take: three to five times what
 * generated plans of that size were measured to take to a proven gap (`bench/README.md`), so that it ends what goes
 * wrong and not what takes its time.
 */
export function timeLimitBySizeS(nonzeros: Problem['size']['nonzeros']): number {
  return LIMITS.find(({ belowNonzeros }) => nonzeros < belowNonzeros)!.limitS
}

/** Seconds that the plan's solve may take: its own, else by the size of its problem. */
export function timeLimitOf({ timeLimitS }: Plan['solver'], nonzeros: Problem['size']['nonzeros']): number {
  return timeLimitS ?? timeLimitBySizeS(nonzeros)
}
