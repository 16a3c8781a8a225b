import type { Problem } from '../problem/problem.ts'

const EPSILON = 1e-9

/**
 * Columns whose upper bound a row repeats: of columns that cannot be negative,
 *
 *   sum_j a_j x_j <= b, all a_j > 0, and upper_i >= b / a_i
 *
 * says all that the bound says. Lifted, the row alone is the limit and its dual is not shared with the bound.
 */
export function listImpliedBounds(problem: Problem): number[] {
  const { rowNames, rowStarts, rowUpper, indices, values, lower, upper } = problem
  const implied = new Set<number>()
  for (let row = 0; row < rowNames.length; row++) {
    const bound = rowUpper[row]!
    if (!Number.isFinite(bound)) continue
    const entries = Array.from(
      { length: rowStarts[row + 1]! - rowStarts[row]! },
      (_, k) => rowStarts[row]! + k,
    )
    if (entries.some((k) => values[k]! < 0 || lower[indices[k]!]! < 0)) continue
    for (const k of entries) {
      const column = indices[k]!
      if (Number.isFinite(upper[column]!) && upper[column]! >= bound / values[k]! - EPSILON)
        implied.add(column)
    }
  }
  return [...implied]
}

/** Rows that follow from bounds once the whole number in them is one: the study covers the whole grid limit. */
export function listImpliedRows({ rowNames }: Pick<Problem, 'rowNames'>): number[] {
  return rowNames.flatMap((name, row) => (name.startsWith('studied-first.') ? [row] : []))
}
