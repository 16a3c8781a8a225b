import type { Problem } from '../../problem/problem.ts'
import type { SparseSums } from './sparseSums.ts'

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

/**
 * sum_i w_i (a_i x - activity_i) = 0 with every column and activity measured from one of its ends. Undefined where
 * one that is needed has no such end.
 */
export function aggregate(
  ground: CutGround,
  weights: Weights,
  fromAbove: FromAbove,
  sums: SparseSums,
): Aggregate | undefined {
  const { problem, lower, upper, isWhole, isWholeRow } = ground
  const [whole, rest]: [Part[], Part[]] = [[], []]
  let right = 0
  let isBounded = true
  const put = (
    part: Pick<Part, 'kind' | 'index' | 'coefficient'>,
    low: number,
    high: number,
    is: boolean,
  ) => {
    const { kind, index, coefficient } = part
    if (low === high) {
      right -= coefficient * low
      return
    }
    const isDown = fromAbove(kind, index, low, high)
    const from = isDown ? high : low
    isBounded &&= Number.isFinite(from)
    right -= coefficient * from
    const list = is && Number.isInteger(from) ? whole : rest
    const most = high - low
    if (isDown) list.push({ kind, index, coefficient: -coefficient, from, direction: -1, most })
    else list.push({ kind, index, coefficient, from, direction: 1, most })
  }
  addUp(problem, weights, sums)
  sums.drain((index, coefficient, size) => {
    if (Math.abs(coefficient) > ROUNDING * size)
      put({ kind: 'column', index, coefficient }, lower[index]!, upper[index]!, isWhole[index] === 1)
  })
  weights.rows.forEach((index, k) => {
    const part = { kind: 'row', index, coefficient: -weights.values[k]! } as const
    put(part, problem.rowLower[index]!, problem.rowUpper[index]!, isWholeRow[index] === 1)
  })
  return isBounded ? { whole, rest, right } : undefined
}

function addUp({ rowStarts, indices, values }: Problem, weights: Weights, sums: SparseSums): void {
  weights.rows.forEach((row, k) => {
    const weight = weights.values[k]!
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at++)
      sums.add(indices[at]!, weight * values[at]!)
  })
}

/** The same with all signs turned. */
export function negate({ whole, rest, right }: Aggregate): Aggregate {
  const turn = ({ kind, index, coefficient, from, direction, most }: Part): Part => {
    return { kind, index, coefficient: -coefficient, from, direction, most }
  }
  return { whole: whole.map(turn), rest: rest.map(turn), right: -right }
}
