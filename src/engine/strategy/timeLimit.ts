import type { Problem } from '../problem/problem.ts'

/** Seconds that a solve may take by the nonzeros of its problem, the first that it stays below. */
const LIMITS = [
  { belowNonzeros: 275_000, limitS: 120 },
  { belowNonzeros: 700_000, limitS: 900 },
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
