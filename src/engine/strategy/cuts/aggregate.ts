import type { Problem } from '../../problem/problem.ts'

/** What cuts are made from: a problem, with what holds of its columns and rows in every plan. */
export interface CutGround {
  readonly problem: Problem
  /** By column; of phases, openings and plant as their own rows leave them. */
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** The same, finite where a best plan has no use for more (`finiteBounds.ts`). */
  readonly useful: Float64Array
  /** Columns that are whole numbers in every plan. */
  readonly isWhole: Uint8Array
  /** Rows that are. */
  readonly isWholeRow: Uint8Array
}

/** A column or the activity of a row, measured from one of its ends so that it is never negative. */
export interface Part {
  readonly kind: 'column' | 'row'
  readonly index: number
  readonly coefficient: number
  /** The end it is measured from. */
  readonly from: number
  /** 1 up from the lower end, -1 down from the upper. */
  readonly direction: 1 | -1
  /** Most it may be. */
  readonly most: number
}

/** sum of coefficient x part = right, in every plan. */
export interface Aggregate {
  readonly whole: readonly Part[]
  readonly rest: readonly Part[]
  readonly right: number
}

/** Rows with the weights with which they are added up. */
export interface Weights {
  readonly rows: Int32Array
  readonly values: Float64Array
}

/** Whether a column or row is measured down from its upper end. */
export type FromAbove = (kind: Part['kind'], index: number, lower: number, upper: number) => boolean

/** Share of what was added up below which a coefficient is rounding. */
const ROUNDING = 1e-13

/** Adds rows up, with memory of its own for the sums. */
export class Aggregator {
  readonly #sums: Float64Array
  readonly #sizes: Float64Array

  constructor(columns: number) {
    this.#sums = new Float64Array(columns)
    this.#sizes = new Float64Array(columns)
  }

  /**
   * sum_i w_i (a_i x - activity_i) = 0 with every column and activity measured from one of its ends. Undefined where
   * one that is needed has no such end.
   */
  aggregate(ground: CutGround, weights: Weights, fromAbove: FromAbove): Aggregate | undefined {
    const { problem, lower, upper, isWhole, isWholeRow } = ground
    const [whole, rest]: [Part[], Part[]] = [[], []]
    let right = 0
    const put = (part: Omit<Part, 'from' | 'direction' | 'most'>, low: number, high: number, is: boolean) => {
      const { kind, index, coefficient } = part
      if (low === high) {
        right -= coefficient * low
        return true
      }
      const isDown = fromAbove(kind, index, low, high)
      const from = isDown ? high : low
      if (!Number.isFinite(from)) return false
      right -= coefficient * from
      const direction = isDown ? -1 : 1
      const measured: Part = {
        ...{ kind, index, from, direction, most: high - low },
        coefficient: coefficient * direction,
      }
      ;(is && Number.isInteger(from) ? whole : rest).push(measured)
      return true
    }
    let isBounded = true
    for (const [column, coefficient] of this.#addUp(problem, weights))
      isBounded &&= put(
        { kind: 'column', index: column, coefficient },
        lower[column]!,
        upper[column]!,
        isWhole[column] === 1,
      )
    weights.rows.forEach((row, k) => {
      const [low, high] = [problem.rowLower[row]!, problem.rowUpper[row]!]
      const part = { kind: 'row', index: row, coefficient: -weights.values[k]! } as const
      isBounded &&= put(part, low, high, isWholeRow[row] === 1)
    })
    return isBounded ? { whole, rest, right } : undefined
  }

  #addUp({ rowStarts, indices, values }: Problem, weights: Weights): [column: number, sum: number][] {
    const [sums, sizes] = [this.#sums, this.#sizes]
    const touched: number[] = []
    weights.rows.forEach((row, k) => {
      for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at++) {
        const column = indices[at]!
        const part = weights.values[k]! * values[at]!
        if (sizes[column] === 0) touched.push(column)
        sums[column]! += part
        sizes[column]! += Math.abs(part)
      }
    })
    return touched.flatMap((column): [number, number][] => {
      const [sum, size] = [sums[column]!, sizes[column]!]
      sums[column] = 0
      sizes[column] = 0
      return Math.abs(sum) > ROUNDING * size ? [[column, sum]] : []
    })
  }
}

/** The same with all signs turned. */
export function negate({ whole, rest, right }: Aggregate): Aggregate {
  const turn = (part: Part): Part => ({ ...part, coefficient: -part.coefficient })
  return { whole: whole.map(turn), rest: rest.map(turn), right: -right }
}
