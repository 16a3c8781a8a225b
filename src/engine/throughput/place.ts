import { type Layout, layoutOf } from './layout.ts'
import { latencyLimit, memoryLimit } from './limits.ts'
import type { Coefficients } from './parts.ts'
import { stepParts, stepTimeS } from './parts.ts'
import type { ServingQuery } from './query.ts'

/** One replica: how many accelerators, how many sequences, how fast. */
export interface Placement {
  readonly layout: Layout
  /** Sequences in flight; 0 where none can be served. */
  readonly batch: number
  readonly memoryLimit: number
  readonly latencyLimit: number
  /** Seconds of a step at this batch (at one sequence where none can be served). */
  readonly stepS: number
  readonly outputTokSPerAccel: number
}

/** Widest tensor parallelism considered. */
const WIDEST = 16
const SIZES = [1, 2, 4, 8, WIDEST]

/**
 * The fastest replica per accelerator over the tensor-parallel sizes of the scale-up domain. Where the model fits
 * into none of them, the sizes of a server over PCIe are tried.
 */
export function place(query: ServingQuery, coefficients: Coefficients): Placement {
  const { accelCount, accelerator } = query
  if (accelCount !== undefined) return placeAt(query, accelCount, coefficients)
  const domain = Math.max(1, accelerator.scaleupDomainSize ?? 1)
  const most = Math.min(query.mostAccelCount ?? WIDEST, WIDEST)
  const inside = best(query, sizesUpTo(Math.min(domain, most)), coefficients)
  if (inside.memoryLimit >= 1 || inside.layout.n >= most) return inside
  const beyond = SIZES.filter((n) => n > domain && n <= Math.min(most, accelerator.accelPerServer))
  return beyond.length > 0 ? best(query, beyond, coefficients) : inside
}

/** Tensor-parallel sizes up to a number of accelerators. */
export function sizesUpTo(most: number): number[] {
  return SIZES.filter((n) => n <= most)
}

function best(query: ServingQuery, sizes: readonly number[], coefficients: Coefficients): Placement {
  return sizes
    .map((n) => placeAt(query, n, coefficients))
    .reduce((found, own) => {
      if (own.batch >= 1 !== found.batch >= 1) return own.batch >= 1 ? own : found
      if (own.batch < 1) return own.memoryLimit > found.memoryLimit ? own : found
      return own.outputTokSPerAccel > found.outputTokSPerAccel ? own : found
    })
}

function placeAt(query: ServingQuery, n: number, coefficients: Coefficients): Placement {
  const layout = layoutOf(query, n)
  const memory = memoryLimit(query, layout)
  const latency = query.concurrency ?? latencyLimit(query, layout, coefficients)
  const batch = Math.min(memory, latency)
  const stepS = stepTimeS(stepParts(query, layout, Math.max(1, batch)), coefficients)
  return {
    layout,
    batch,
    memoryLimit: memory,
    latencyLimit: latency,
    stepS,
    outputTokSPerAccel: batch / stepS / n,
  }
}
