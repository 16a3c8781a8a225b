import {
  type Aggregate,
  type Aggregator,
  type CutGround,
  negate,
  type Part,
  type Weights,
} from './aggregate.ts'
import type { CutRecipe } from './recipe.ts'
import { type Cut, round, rounded, slopeOf } from './rounding.ts'

/** A cut with how it was made and how far it cuts the relaxation off: violation over the norm of its coefficients. */
export interface Found {
  readonly recipe: CutRecipe
  readonly cut: Cut
  readonly depth: number
}

const LEAST_DEPTH = 1e-3
/** A cut with more columns than this, or this share of all, slows every relaxation down by more than it gives. */
const MOST_TERMS = 2500
const MOST_SHARE = 0.1
const NOISE = 1e-6
const PARTS_OF_ONE = [1, 1 / 2, 1 / 4, 1 / 8] as const

/**
 * The deepest cuts of rows of the optimal tableau, whose columns that stand at their ends have no part: each row of it is
 * the sum of all rows with the weights given, and is rounded both ways.
 */
export function separate(
  weights: Weights,
  values: Float64Array,
  ground: CutGround,
  aggregator: Aggregator,
): Found[] {
  const activity = new Map(Array.from(weights.rows, (row) => [row, activityOf(ground, row, values)]))
  const at = (kind: Part['kind'], index: number) =>
    kind === 'column' ? values[index]! : activity.get(index)!
  const above = { column: new Set<number>(), row: new Set<number>() }
  const aggregate = aggregator.aggregate(ground, weights, (kind, index, lower, upper) => {
    const value = at(kind, index)
    const isAbove = Number.isFinite(upper) && (!Number.isFinite(lower) || upper - value < value - lower)
    if (isAbove) above[kind].add(index)
    return isAbove
  })
  if (!aggregate) return []
  const standing = ({ kind, index, from, direction }: Part) =>
    Math.max(0, (at(kind, index) - from) * direction)
  const most = Math.min(MOST_TERMS, MOST_SHARE * values.length)
  return [aggregate, negate(aggregate)].flatMap((own, turned) => {
    const divisor = deepestDivisor(own, standing)
    const cut = divisor === undefined ? undefined : round(own, divisor, ground)
    if (divisor === undefined || !cut || cut.terms.length > most) return []
    const depth = depthOf(cut, values)
    if (depth < LEAST_DEPTH) return []
    const signed = turned === 0 ? weights : { ...weights, values: weights.values.map((value) => -value) }
    const recipe = {
      ...{ weights: signed, divisor },
      ...{ columnsFromAbove: above.column, rowsFromAbove: above.row },
    }
    return [{ recipe, cut, depth }]
  })
}

/** Tried: 1, the coefficients of whole numbers between their ends, and some parts of them. */
function deepestDivisor(
  { whole, rest, right }: Aggregate,
  standing: (part: Part) => number,
): number | undefined {
  const stands = whole.map(standing)
  const between = whole.filter(
    ({ most, coefficient }, k) =>
      stands[k]! > NOISE && stands[k]! < most - NOISE && Math.abs(coefficient) > NOISE,
  )
  const divisors = new Set([1, ...between.map(({ coefficient }) => Math.abs(coefficient))])
  const down = rest.filter(({ coefficient }) => coefficient < 0)
  const restSum = down.reduce((sum, part) => sum + part.coefficient * standing(part), 0)
  const restSquares = down.reduce((sum, { coefficient }) => sum + coefficient ** 2, 0)
  let best: { divisor: number; depth: number } | undefined
  for (const first of divisors)
    for (const part of PARTS_OF_ONE) {
      const divisor = first * part
      const slope = slopeOf(right / divisor)
      if (slope === undefined) continue
      let sum = (restSum / divisor) * slope
      let squares = restSquares * (slope / divisor) ** 2
      whole.forEach(({ coefficient }, k) => {
        const own = rounded(coefficient / divisor, right / divisor)
        sum += own * stands[k]!
        squares += own ** 2
      })
      const depth = (sum - Math.floor(right / divisor)) / Math.sqrt(squares)
      if (depth > (best?.depth ?? 0)) best = { divisor, depth }
    }
  return best?.divisor
}

function activityOf({ problem }: CutGround, row: number, values: Float64Array): number {
  let sum = 0
  for (let k = problem.rowStarts[row]!; k < problem.rowStarts[row + 1]!; k++)
    sum += problem.values[k]! * values[problem.indices[k]!]!
  return sum
}

function depthOf({ terms, limit }: Cut, values: Float64Array): number {
  let [sum, squares] = [-limit, 0]
  for (const [value, column] of terms) {
    sum += value * values[column]!
    squares += value ** 2
  }
  return sum / Math.sqrt(squares)
}
