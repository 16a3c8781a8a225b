import type { Problem } from '../../problem/problem.ts'

const PASSES = 12

/** Upper bounds of all columns that cut off no plan, or at least not every best one. */
export type UpperBounds = Float64Array

/**
 * A finite upper bound for every column that states none, so that a true bound can be read from any duals:
 *
 *   1. cap    a row  a x + rest <= u  with a > 0 leaves  x <= (u - min rest) / a   (and likewise  >=  with a < 0)
 *   2. need   a column that costs nothing to lower (cost >= 0) and that no cap holds stands, in some best plan, no
 *             higher than the largest need of the rows that keep it up:  x <= max (l - min rest) / a
 *
 * Bounds that the problem states stay as they are. What neither rule reaches stays infinite.
 */
export function finiteUpperBounds(problem: Problem): UpperBounds {
  const upper = Float64Array.from(problem.upper)
  const open = Uint8Array.from(problem.upper, (bound) => Number(!Number.isFinite(bound)))
  for (let pass = 0; pass < PASSES; pass++) {
    const found = new Map<number, number>()
    const needs = new Map<number, number>()
    for (let row = 0; row < problem.rowNames.length; row++) readRow(problem, row, upper, open, found, needs)
    for (const [column, need] of needs) {
      if (problem.cost[column]! >= 0 && Number.isFinite(need) && !found.has(column)) found.set(column, need)
    }
    for (const [column, bound] of found) {
      upper[column] = Math.max(problem.lower[column]!, bound)
      open[column] = 0
    }
    if (found.size === 0) break
  }
  return upper
}

/** A sum of bounds, its infinite parts counted apart. */
interface Extent {
  sum: number
  infinite: number
}

function addTo(extent: Extent, value: number): void {
  if (Number.isFinite(value)) extent.sum += value
  else extent.infinite++
}

/** Notes what a row says of its open columns: caps in `found`, needs in `needs`. */
function readRow(
  problem: Problem,
  row: number,
  upper: UpperBounds,
  open: Uint8Array,
  found: Map<number, number>,
  needs: Map<number, number>,
): void {
  const places = openPlaces(problem, row, open)
  if (places.length === 0) return
  const extents = extentsOf(problem, row, upper)
  const sides = [problem.rowLower[row]!, problem.rowUpper[row]!] as const
  for (const k of places) {
    const [value, column] = [problem.values[k]!, problem.indices[k]!]
    const [need, cap] = value > 0 ? sides : ([sides[1], sides[0]] as const)
    // Of the rest, what leaves the column the most room is also what asks the most of it.
    const rest = value > 0 ? extents.least : extents.most
    const restSum = rest.infinite === 0 ? rest.sum - value * problem.lower[column]! : undefined
    const reach = (side: number) =>
      restSum === undefined ? Number.POSITIVE_INFINITY : (side - restSum) / value
    if (Number.isFinite(reach(cap)))
      found.set(column, Math.min(found.get(column) ?? Number.POSITIVE_INFINITY, reach(cap)))
    if (!Number.isFinite(need)) continue
    const asked = Number.isFinite(cap) ? Number.POSITIVE_INFINITY : reach(need)
    needs.set(column, Math.max(needs.get(column) ?? 0, asked))
  }
}

/** Where the open columns of a row stand. */
function openPlaces(problem: Problem, row: number, open: Uint8Array): number[] {
  const places: number[] = []
  for (let k = problem.rowStarts[row]!; k < problem.rowStarts[row + 1]!; k++)
    if (open[problem.indices[k]!] === 1) places.push(k)
  return places
}

/** The least and the most that a row's sum may come to. */
function extentsOf(problem: Problem, row: number, upper: UpperBounds): { least: Extent; most: Extent } {
  const least: Extent = { sum: 0, infinite: 0 }
  const most: Extent = { sum: 0, infinite: 0 }
  for (let k = problem.rowStarts[row]!; k < problem.rowStarts[row + 1]!; k++) {
    const [value, column] = [problem.values[k]!, problem.indices[k]!]
    const ends = [value * problem.lower[column]!, value * upper[column]!] as const
    addTo(least, value > 0 ? ends[0] : ends[1])
    addTo(most, value > 0 ? ends[1] : ends[0])
  }
  return { least, most }
}
