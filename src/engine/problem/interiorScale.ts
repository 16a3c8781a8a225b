import type { Problem } from './problem.ts'

/** What the largest bound and right side, and the largest cost, are brought below, as powers of two. */
const BOUND_POWER = 6
const COST_POWER = 0

/**
 * HiGHS' options that scale bounds and costs for an interior point, whose own scaling is of the matrix alone: with thousands of
 * units in a bound it begins so far from any answer that it ends without progress (Large 1).
 */
export function interiorScale({ cost, lower, upper, rowLower, rowUpper }: Problem): {
  user_bound_scale: number
  user_objective_scale: number
} {
  const bound = Math.max(...[lower, upper, rowLower, rowUpper].map(largest))
  return {
    user_bound_scale: Math.min(0, BOUND_POWER - powerOf(bound)),
    user_objective_scale: Math.min(0, COST_POWER - powerOf(largest(cost))),
  }
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0)
}

/** The power of two that a number is at most; that of 1 where it is 0. */
function powerOf(value: number): number {
  return value > 0 ? Math.ceil(Math.log2(value)) : 0
}
