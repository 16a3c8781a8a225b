import type { Column, Term } from '../../problem/problem.ts'
import type { Aggregate, CutGround, Part } from './aggregate.ts'
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
 * rows, so that the cut has columns only. Undefined where nothing is to be rounded or a column has no end.
 */
export function round(
  aggregate: Aggregate,
  divisor: number,
  ground: CutGround,
  sums: SparseSums,
): Cut | undefined {
  const slope = slopeOf(aggregate.right / divisor)
  if (slope === undefined) return undefined
  const { problem } = ground
  let limit = Math.floor(aggregate.right / divisor)
  /** The largest number added up. */
  let size = 0
  const put = ({ kind, index, from, direction }: Part, coefficient: number) => {
    if (coefficient === 0) return
    const own = coefficient * direction
    limit += own * from
    size = Math.max(size, Math.abs(own * from))
    const add = (column: number, value: number) => {
      sums.add(column, own * value)
      size = Math.max(size, Math.abs(own * value))
    }
    if (kind === 'column') add(index, 1)
    else
      for (let k = problem.rowStarts[index]!; k < problem.rowStarts[index + 1]!; k++)
        add(problem.indices[k]!, problem.values[k]!)
  }
  for (const part of aggregate.whole)
    put(part, rounded(part.coefficient / divisor, aggregate.right / divisor))
  for (const part of aggregate.rest) put(part, (Math.min(0, part.coefficient) / divisor) * slope)
  return clean(sums, limit, size, ground)
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

/** Without tiny coefficients, the largest 1. */
function clean(sums: SparseSums, limit: number, size: number, ground: CutGround): Cut | undefined {
  const all: [value: number, column: number][] = []
  let largest = 0
  sums.drain((column, value) => {
    largest = Math.max(largest, Math.abs(value))
    all.push([value, column])
  })
  if (largest <= CANCELLED * size) return undefined
  const terms: Term[] = []
  let right = limit
  for (const [value, column] of all) {
    if (Math.abs(value) >= LEAST_COEFFICIENT * largest) {
      terms.push([value / largest, column as Column])
      continue
    }
    const end = value > 0 ? ground.lower[column]! : ground.useful[column]!
    if (value !== 0) right -= value * end
  }
  if (terms.length === 0 || !Number.isFinite(right)) return undefined
  return { terms, limit: right / largest + ROUNDING * Math.max(1, Math.abs(right / largest)) }
}
