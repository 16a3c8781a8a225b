import type { Column, Term } from '../../problem/problem.ts'
import type { Aggregate, CutGround } from './aggregate.ts'
import type { Parts } from './parts.ts'
import type { SparseSums } from './sparseSums.ts'

/** sum of terms <= limit, in every plan. */
export interface Cut {
  readonly terms: readonly Term[]
  readonly limit: number
}

/** A part of a whole number too near to none or all for a sound cut. */
const LEAST_FRACTION = 0.02
/** Coefficients below this share of the largest are left out, at the end of the column that costs the cut most. */
const LEAST_COEFFICIENT = 1e-6
/** Numbers that cancel down to this share of themselves leave rounding and no cut. */
const CANCELLED = 1e-6
/** What rounding may have put into a cut whose largest coefficient is 1, as a share of its limit. */
const ROUNDING = 1e-9

/**
 * Mixed-integer rounding of  sum a z + sum c y <= b  over whole z >= 0 and other y >= 0, divided by d:
 *
 *   sum (floor(a/d) + max(0, frac(a/d) - f) / (1 - f)) z + sum_{c<0} c / (d (1 - f)) y <= floor(b/d),   f = frac(b/d)
 *
 * holds for every whole z (Nemhauser and Wolsey 1990, Marchand and Wolsey 2001). Activities are written back as their
 * rows, so that the cut has columns only. Undefined where nothing is to be rounded, a column has no end, or there are more
 * terms than `mostTerms`.
 */
export function round(
  aggregate: Aggregate,
  divisor: number,
  ground: CutGround,
  sums: SparseSums,
  mostTerms = Number.POSITIVE_INFINITY,
): Cut | undefined {
  const { whole, rest, sign, right } = aggregate
  const slope = slopeOf(right / divisor)
  if (slope === undefined) return undefined
  const { rowStarts, indices, values } = ground.problem
  let limit = Math.floor(right / divisor)
  /** The largest number added up. */
  let size = 0
  const add = (column: number, value: number) => {
    sums.add(column, value)
    size = Math.max(size, Math.abs(value))
  }
  const put = ({ index, from, direction }: Parts, at: number, coefficient: number) => {
    if (coefficient === 0) return
    const own = coefficient * direction[at]!
    limit += own * from[at]!
    size = Math.max(size, Math.abs(own * from[at]!))
    const column = index[at]!
    if (column >= 0) add(column, own)
    else {
      const row = -1 - column
      for (let k = rowStarts[row]!; k < rowStarts[row + 1]!; k++) add(indices[k]!, own * values[k]!)
    }
  }
  for (let at = 0; at < whole.length; at++)
    put(whole, at, rounded((sign * whole.coefficient[at]!) / divisor, right / divisor))
  for (let at = 0; at < rest.length; at++)
    put(rest, at, (Math.min(0, sign * rest.coefficient[at]!) / divisor) * slope)
  const cut = clean(sums, limit, size, ground, mostTerms)
  sums.clear()
  return cut
}

/** 1 / (1 - frac); undefined where the fraction is no sound one. */
export function slopeOf(right: number): number | undefined {
  const fraction = right - Math.floor(right)
  const isSound = fraction >= LEAST_FRACTION && fraction <= 1 - LEAST_FRACTION
  return isSound ? 1 / (1 - fraction) : undefined
}

/** Coefficient of a whole number after rounding. */
export function rounded(coefficient: number, right: number): number {
  const whole = Math.floor(coefficient)
  const fraction = right - Math.floor(right)
  return whole + Math.max(0, coefficient - whole - fraction) / (1 - fraction)
}

/** Without tiny coefficients, the largest 1; undefined where it has more terms than `mostTerms`. */
function clean(
  sums: SparseSums,
  limit: number,
  size: number,
  ground: CutGround,
  mostTerms: number,
): Cut | undefined {
  const largest = largestOf(sums)
  const least = LEAST_COEFFICIENT * largest
  if (largest <= CANCELLED * size || countFrom(sums, least) > mostTerms) return undefined
  const terms: Term[] = []
  let right = limit
  for (let k = 0; k < sums.count; k++) {
    const column = sums.columnAt(k)
    const value = sums.sumOf(column)
    if (Math.abs(value) >= least) {
      terms.push([value / largest, column as Column])
      continue
    }
    const end = value > 0 ? ground.lower[column]! : ground.useful[column]!
    if (value !== 0) right -= value * end
  }
  if (terms.length === 0 || !Number.isFinite(right)) return undefined
  return { terms, limit: right / largest + ROUNDING * Math.max(1, Math.abs(right / largest)) }
}

function largestOf(sums: SparseSums): number {
  let largest = 0
  for (let k = 0; k < sums.count; k++) largest = Math.max(largest, Math.abs(sums.sumOf(sums.columnAt(k))))
  return largest
}

function countFrom(sums: SparseSums, least: number): number {
  let count = 0
  for (let k = 0; k < sums.count; k++) if (Math.abs(sums.sumOf(sums.columnAt(k))) >= least) count++
  return count
}
