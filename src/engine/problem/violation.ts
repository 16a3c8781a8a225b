import type { Problem } from './problem.ts'

/** What a row, bound or whole number may be missed by, as a share of its largest term and never of less than 1. */
export const FEASIBLE = 1e-6

/**
 * The worst miss of any row, bound or whole number in the problem's own units, as a share of the row's largest term
 * (at least 1): the solver's tolerances hold in its scaled space only.
 */
export function worstViolation(problem: Problem, values: Float64Array): number {
  let worst = 0
  const miss = (value: number, lower: number, upper: number, size: number) => {
    worst = Math.max(worst, (lower - value) / Math.max(1, size), (value - upper) / Math.max(1, size))
  }
  for (let row = 0; row < problem.rowNames.length; row++) {
    let [activity, size] = [0, 0]
    for (let k = problem.rowStarts[row]!; k < problem.rowStarts[row + 1]!; k++) {
      const part = problem.values[k]! * values[problem.indices[k]!]!
      activity += part
      size = Math.max(size, Math.abs(part))
    }
    miss(activity, problem.rowLower[row]!, problem.rowUpper[row]!, size)
  }
  problem.isInteger.forEach((is, column) => {
    const value = values[column]!
    miss(value, problem.lower[column]!, problem.upper[column]!, Math.abs(value))
    if (is) worst = Math.max(worst, Math.abs(value - Math.round(value)))
  })
  return worst
}
