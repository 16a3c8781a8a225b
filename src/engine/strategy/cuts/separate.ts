import type { Problem } from '../../problem/problem.ts'
import {
  type Aggregate,
  aggregate,
  type CutGround,
  type CutMemory,
  type FromAbove,
  negate,
  type Weights,
} from './aggregate.ts'
import type { Parts } from './parts.ts'
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

/** Where the relaxation stands: values of the columns, activities of the rows. */
export interface Standing {
  readonly column: Float64Array
  readonly row: Float64Array
}

export function standingOf({ rowStarts, indices, values }: Problem, column: Float64Array): Standing {
  const row = new Float64Array(rowStarts.length - 1)
  for (let own = 0; own < row.length; own++)
    for (let k = rowStarts[own]!; k < rowStarts[own + 1]!; k++) row[own]! += values[k]! * column[indices[k]!]!
  return { column, row }
}

/**
 * The deepest cuts of rows of the optimal tableau, whose columns that stand at their ends have no part: each row of it is
 * the sum of all rows with the weights given, and is rounded both ways.
 */
export function separate(weights: Weights, at: Standing, ground: CutGround, memory: CutMemory): Found[] {
  const above = { column: new Set<number>(), row: new Set<number>() }
  const fromAbove: FromAbove = (kind, index, lower, upper) => {
    const value = at[kind][index]!
    const isAbove = Number.isFinite(upper) && (!Number.isFinite(lower) || upper - value < value - lower)
    if (isAbove) above[kind].add(index)
    return isAbove
  }
  const found = aggregate(ground, weights, fromAbove, memory)
  if (!found) return []
  const most = Math.min(MOST_TERMS, MOST_SHARE * at.column.length)
  return [found, negate(found)].flatMap((own, turned) => {
    const divisor = deepestDivisor(own, at)
    const cut = divisor === undefined ? undefined : round(own, divisor, ground, memory.sums, most)
    if (divisor === undefined || !cut) return []
    const depth = depthOf(cut, at.column)
    if (depth < LEAST_DEPTH) return []
    const signed = turned === 0 ? weights : { ...weights, values: weights.values.map((value) => -value) }
    const recipe = {
      ...{ weights: signed, divisor },
      ...{ columnsFromAbove: above.column, rowsFromAbove: above.row },
    }
    return [{ recipe, cut, depth }]
  })
}

/** What a part is where the relaxation stands. */
function stands({ index, from, direction }: Parts, k: number, at: Standing): number {
  const own = index[k]!
  const value = own >= 0 ? at.column[own]! : at.row[-1 - own]!
  return Math.max(0, (value - from[k]!) * direction[k]!)
}

/** Tried: 1, the coefficients of whole numbers between their ends, and some parts of them. */
function deepestDivisor({ whole, rest, sign, right }: Aggregate, at: Standing): number | undefined {
  const values = Float64Array.from({ length: whole.length }, (_, k) => stands(whole, k, at))
  const divisors = new Set([1])
  values.forEach((value, k) => {
    const size = Math.abs(whole.coefficient[k]!)
    if (value > NOISE && value < whole.most[k]! - NOISE && size > NOISE) divisors.add(size)
  })
  let [restSum, restSquares] = [0, 0]
  for (let k = 0; k < rest.length; k++) {
    const coefficient = sign * rest.coefficient[k]!
    if (coefficient >= 0) continue
    restSum += coefficient * stands(rest, k, at)
    restSquares += coefficient ** 2
  }
  let best: { divisor: number; depth: number } | undefined
  for (const first of divisors)
    for (const part of PARTS_OF_ONE) {
      const divisor = first * part
      const slope = slopeOf(right / divisor)
      if (slope === undefined) continue
      let sum = (restSum / divisor) * slope
      let squares = restSquares * (slope / divisor) ** 2
      for (let k = 0; k < values.length; k++) {
        const own = rounded((sign * whole.coefficient[k]!) / divisor, right / divisor)
        sum += own * values[k]!
        squares += own ** 2
      }
      const depth = (sum - Math.floor(right / divisor)) / Math.sqrt(squares)
      if (depth > (best?.depth ?? 0)) best = { divisor, depth }
    }
  return best?.divisor
}

function depthOf({ terms, limit }: Cut, values: Float64Array): number {
  let [sum, squares] = [-limit, 0]
  for (const [value, column] of terms) {
    sum += value * values[column]!
    squares += value ** 2
  }
  return sum / Math.sqrt(squares)
}
