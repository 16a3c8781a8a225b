import { USD_PER_MUSD } from '../../../plan/units.ts'
import type { Problem } from '../../problem/problem.ts'
import type { BoundRanges, RunOutcome } from '../../problem/run.ts'
import type { Limit } from './limits.ts'

/** What one more unit of a limit is worth by the duals of a solve. */
interface Price {
  /** Present value saved by one more unit (of demand: by one less), USD. */
  readonly usdPerUnit: number
  /** Units by which the limit may grow before this price changes; null: without end. */
  readonly holdsUp: number | null
}

const ENDLESS = 1e15

/**
 * worth of a unit = - sum over the limit's bounds of (factor x dual)
 *
 * Bounds that move together hold their prices at least while the shares of their own ranges sum to one.
 */
export function priceOf(
  problem: Problem,
  limit: Limit,
  { rowDuals, columnDuals }: RunOutcome,
  { rows, columns }: BoundRanges,
): Price {
  let worth = 0
  let share = 0
  const add = (saved: number, factor: number, room: number): void => {
    if (saved <= 0) return
    worth += saved * factor
    share += factor / Math.max(1e-12, room)
  }
  for (const { index, factor } of limit.rowsUp)
    add(-rowDuals[index]!, factor, rows.to[index]! - problem.rowUpper[index]!)
  for (const { index, factor } of limit.rowsDown)
    add(rowDuals[index]!, factor, problem.rowLower[index]! - rows.from[index]!)
  for (const { index, factor } of limit.columns)
    add(-columnDuals[index]!, factor, columns.to[index]! - problem.upper[index]!)
  return { usdPerUnit: worth * USD_PER_MUSD, holdsUp: share > 1 / ENDLESS ? 1 / share : null }
}
