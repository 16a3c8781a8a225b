import type { Problem } from '../../problem/problem.ts'
import type { UpperBounds } from '../decisions/finiteBounds.ts'
import type { Box } from '../decisions/propagate.ts'
import type { Structure } from '../decisions/structure.ts'

/** Rounding of one multiply and add of doubles. */
const ROUNDING = 2.3e-16

/**
 * Lower bounds from row duals that need not be optimal, nor even feasible. For any y,
 *
 *   bound(y) = sum_i y_i (rowLower_i if y_i > 0, else rowUpper_i) + sum_j min over [l_j, u_j] of d_j x_j,  d = c - A'y
 *
 * is no more than the cost of any plan within the bounds: a wrong-signed d_j is charged at its finite bound, a y_i
 * whose side is infinite counts as 0. The rounding of the sums is taken off. So duals of an interior point without
 * crossover, of a run that was stopped, or of the problem before an edit are as good a proof as an optimal basis.
 */
export class TrueBound {
  readonly #problem: Problem
  readonly #structure: Structure
  readonly #upper: UpperBounds
  readonly #reduced: Float64Array
  readonly #size: Float64Array

  constructor(problem: Problem, structure: Structure, upper: UpperBounds) {
    this.#problem = problem
    this.#structure = structure
    this.#upper = upper
    this.#reduced = new Float64Array(problem.cost.length)
    this.#size = new Float64Array(problem.cost.length)
  }

  of(duals: Float64Array, box: Box): number {
    let bound = this.#rows(duals)
    const [reduced, size] = [this.#reduced, this.#size]
    this.#structure.columns.forEach((column, position) => {
      const end = reduced[column]! > 0 ? box.lower[position]! : box.upper[position]!
      bound += lessRounding(reduced[column]!, size[column]!, end)
      reduced[column] = 0
      size[column] = 0
    })
    for (let column = 0; column < reduced.length; column++) {
      const own = reduced[column]!
      if (own === 0 && size[column] === 0) continue
      const end = own > 0 ? this.#problem.lower[column]! : this.#upper[column]!
      bound += lessRounding(own, size[column]!, end)
    }
    return bound
  }

  /** Fills reduced costs and their sizes; returns what the rows give. */
  #rows(duals: Float64Array): number {
    const { rowStarts, indices, values, rowLower, rowUpper, cost } = this.#problem
    const [reduced, size] = [this.#reduced, this.#size]
    for (let column = 0; column < reduced.length; column++) {
      reduced[column] = cost[column]!
      size[column] = Math.abs(cost[column]!)
    }
    let sum = 0
    for (let row = 0; row < rowLower.length; row++) {
      // Cuts that came in since have none.
      const dual = duals[row] ?? 0
      if (dual === 0) continue
      const side = dual > 0 ? rowLower[row]! : rowUpper[row]!
      if (!Number.isFinite(side)) continue
      sum += dual * side - ROUNDING * Math.abs(dual * side)
      for (let k = rowStarts[row]!; k < rowStarts[row + 1]!; k++) {
        const part = values[k]! * dual
        reduced[indices[k]!]! -= part
        size[indices[k]!]! += Math.abs(part)
      }
    }
    return sum
  }
}

/** d x at the end of the range that makes it least, less what rounding may have put into d. */
function lessRounding(reduced: number, size: number, end: number): number {
  const slack = ROUNDING * 4 * size
  if (end === 0) return 0
  if (!Number.isFinite(end)) return reduced >= -slack ? 0 : Number.NEGATIVE_INFINITY
  return reduced * end - slack * Math.abs(end)
}
