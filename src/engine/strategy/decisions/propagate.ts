import type { Problem } from '../../problem/problem.ts'
import type { Structure } from './structure.ts'

/** Bounds of the structural columns, by position. */
export interface Box {
  readonly lower: Float64Array
  readonly upper: Float64Array
}

const NOISE = 1e-6

export function copyBox({ lower, upper }: Box): Box {
  return { lower: Float64Array.from(lower), upper: Float64Array.from(upper) }
}

/** The bounds that the problem states. */
export function wholeBox(problem: Problem, { columns }: Structure): Box {
  return {
    lower: Float64Array.from(columns, (column) => Math.ceil(problem.lower[column]! - NOISE)),
    upper: Float64Array.from(columns, (column) => Math.floor(problem.upper[column]! + NOISE)),
  }
}

/** Tightens integer bounds by the structure's own rows. */
export class Propagator {
  readonly #problem: Problem
  readonly #rows: readonly number[]
  readonly #position: Int32Array
  /** By position: the rows it is in. */
  readonly #rowsOf: readonly (readonly number[])[]

  constructor(problem: Problem, structure: Structure) {
    this.#problem = problem
    this.#rows = structure.rows
    this.#position = new Int32Array(problem.cost.length).fill(-1)
    structure.columns.forEach((column, position) => {
      this.#position[column] = position
    })
    const rowsOf: number[][] = structure.columns.map(() => [])
    for (const row of structure.rows) for (const position of this.#positions(row)) rowsOf[position]!.push(row)
    this.#rowsOf = rowsOf
  }

  /**
   * Each row  l <= sum a x <= u  leaves a column no more than what the others at their best leave it, rounded to whole
   * numbers: (u - min of the rest) / a. Repeated for the rows of every column that moved, from the rows of `moved` or
   * from all. Changes the box; false where nothing is left.
   */
  tighten(box: Box, moved?: number): boolean {
    const queue = new Set(moved === undefined ? this.#rows : this.#rowsOf[moved])
    for (const row of queue) {
      queue.delete(row)
      const changed = this.#tightenRow(row, box)
      if (changed === undefined) return false
      for (const position of changed) for (const next of this.#rowsOf[position]!) queue.add(next)
    }
    return true
  }

  #positions(row: number): number[] {
    const { rowStarts, indices } = this.#problem
    return indices.slice(rowStarts[row]!, rowStarts[row + 1]!).map((column) => this.#position[column]!)
  }

  #tightenRow(row: number, { lower, upper }: Box): number[] | undefined {
    const { rowStarts, indices, values, rowLower, rowUpper } = this.#problem
    const [from, to] = [rowStarts[row]!, rowStarts[row + 1]!]
    let [least, most] = [0, 0]
    for (let k = from; k < to; k++) {
      const position = this.#position[indices[k]!]!
      const ends = [values[k]! * lower[position]!, values[k]! * upper[position]!]
      least += Math.min(ends[0]!, ends[1]!)
      most += Math.max(ends[0]!, ends[1]!)
    }
    if (least > rowUpper[row]! + NOISE || most < rowLower[row]! - NOISE) return undefined
    const changed: number[] = []
    for (let k = from; k < to; k++) {
      const value = values[k]!
      const position = this.#position[indices[k]!]!
      const [own, other] = [value * lower[position]!, value * upper[position]!]
      const atMost = (rowUpper[row]! - (least - Math.min(own, other))) / value
      const atLeast = (rowLower[row]! - (most - Math.max(own, other))) / value
      const low = Math.max(lower[position]!, Math.ceil((value > 0 ? atLeast : atMost) - NOISE))
      const high = Math.min(upper[position]!, Math.floor((value > 0 ? atMost : atLeast) + NOISE))
      if (low > high) return undefined
      if (low === lower[position] && high === upper[position]) continue
      least += Math.min(value * low, value * high) - Math.min(own, other)
      most += Math.max(value * low, value * high) - Math.max(own, other)
      lower[position] = low
      upper[position] = high
      changed.push(position)
    }
    return changed
  }
}
