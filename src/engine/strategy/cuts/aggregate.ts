import type { Problem } from '../../problem/problem.ts'
import { Parts } from './parts.ts'
import { SparseSums } from './sparseSums.ts'

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

/** sum of sign x coefficient x part = right, in every plan; of the memory that it was made in, until the next one. */
export interface Aggregate {
  readonly whole: Parts
  readonly rest: Parts
  readonly sign: 1 | -1
  readonly right: number
}

/** Where aggregates and cuts are put together. */
export class CutMemory {
  readonly sums: SparseSums
  readonly whole = new Parts()
  readonly rest = new Parts()

  constructor(columns: number) {
    this.sums = new SparseSums(columns)
  }
}

/** Rows with the weights with which they are added up. */
export interface Weights {
  readonly rows: Int32Array
  readonly values: Float64Array
}

/** Whether a column or row is measured down from its upper end. */
export type FromAbove = (kind: 'column' | 'row', index: number, lower: number, upper: number) => boolean

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
  { sums, whole, rest }: CutMemory,
): Aggregate | undefined {
  const { problem, lower, upper, isWhole, isWholeRow } = ground
  let right = 0
  let isBounded = true
  whole.clear()
  rest.clear()
  const put = (
    index: number,
    coefficient: number,
    low: number,
    high: number,
    isDown: boolean,
    is: boolean,
  ) => {
    const from = isDown ? high : low
    isBounded &&= Number.isFinite(from)
    right -= coefficient * from
    const list = is && Number.isInteger(from) ? whole : rest
    list.push(index, isDown ? -coefficient : coefficient, from, isDown ? -1 : 1, high - low)
  }
  addUp(problem, weights, sums)
  for (let k = 0; k < sums.count; k++) {
    const column = sums.columnAt(k)
    const coefficient = sums.sumOf(column)
    if (Math.abs(coefficient) <= ROUNDING * sums.sizeOf(column)) continue
    const [low, high] = [lower[column]!, upper[column]!]
    if (low === high) right -= coefficient * low
    else put(column, coefficient, low, high, fromAbove('column', column, low, high), isWhole[column] === 1)
  }
  sums.clear()
  for (const [k, row] of weights.rows.entries()) {
    const coefficient = -weights.values[k]!
    const [low, high] = [problem.rowLower[row]!, problem.rowUpper[row]!]
    if (low === high) right -= coefficient * low
    else put(-1 - row, coefficient, low, high, fromAbove('row', row, low, high), isWholeRow[row] === 1)
  }
  return isBounded ? { whole, rest, sign: 1, right } : undefined
}

function addUp({ rowStarts, indices, values }: Problem, weights: Weights, sums: SparseSums): void {
  for (const [k, row] of weights.rows.entries()) {
    const weight = weights.values[k]!
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at++)
      sums.add(indices[at]!, weight * values[at]!)
  }
}

/** The same with all signs turned. */
export function negate({ whole, rest, sign, right }: Aggregate): Aggregate {
  return { whole, rest, sign: sign === 1 ? -1 : 1, right: -right }
}
