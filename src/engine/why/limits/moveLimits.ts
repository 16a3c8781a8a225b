import type { HighsModel } from '../../problem/highsModel.ts'
import type { Problem } from '../../problem/problem.ts'
import type { Limit } from './limits.ts'

/** Sets the bounds of limits `step` units wider than the problem has them; 0 puts them back. */
export function moveLimits(
  model: HighsModel,
  problem: Problem,
  limits: readonly Limit[],
  step: number,
): void {
  const rows = new Map<number, { upper: number; lower: number }>()
  const rowAt = (index: number) => {
    const own = rows.get(index) ?? { upper: problem.rowUpper[index]!, lower: problem.rowLower[index]! }
    rows.set(index, own)
    return own
  }
  const columns = new Map<number, number>()
  for (const limit of limits) {
    for (const { index, factor } of limit.rowsUp) rowAt(index).upper += factor * step
    for (const { index, factor } of limit.rowsDown) {
      const own = rowAt(index)
      if (own.upper === own.lower) own.upper -= factor * step
      own.lower -= factor * step
    }
    for (const { index, factor } of limit.columns)
      columns.set(index, (columns.get(index) ?? problem.upper[index]!) + factor * step)
  }
  for (const [index, { upper, lower }] of rows) model.setRowBounds(index, lower, upper)
  for (const [index, upper] of columns)
    model.setBounds(index, problem.lower[index]!, Math.max(problem.lower[index]!, upper))
}
