import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import type { ServingQuery } from '../query.ts'
import { type Layout, layoutOf } from './layout.ts'
import { latencyLimit, memoryLimit } from './limits.ts'
import type { Coefficients } from './parts.ts'
import { stepParts, stepTimeS } from './parts.ts'

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
  readonly spread: NonNullable<ServingQuery['spread']>
}

/** Widest tensor parallelism considered. */
const WIDEST = 16
const SIZES = [1, 2, 4, 8, WIDEST]

/** Sizes of replicas that go beyond a server. */
const ACROSS = [16, 32, 64]

/**
 * The fastest replica per accelerator over the tensor-parallel sizes of the scale-up domain. Where the model fits into
 * none of them, or the targets keep them from holding all that memory does, the sizes of a server over PCIe are tried too;
 * and where not even these hold the model those of several servers, if the query allows.
 */
export function place(query: ServingQuery, coefficients: Coefficients): Placement {
  const { accelCount, accelerator } = query
  const domain = Math.max(1, accelerator.scaleupDomainSize ?? 1)
  if (accelCount !== undefined) {
    const isAcross = query.maySpanServers && accelCount > Math.max(domain, accelerator.accelPerServer)
    const ways = isAcross ? [query, spreadOver(query)] : [query]
    return fastest(ways.map((way) => placeAt(way, accelCount, coefficients)))
  }
  const given = query.mostAccelCount ?? Number.POSITIVE_INFINITY
  const most = Math.min(given, WIDEST)
  const server = Math.max(domain, accelerator.accelPerServer)
  const beyond = SIZES.filter((n) => n > domain && n <= Math.min(most, accelerator.accelPerServer))
  const across = query.maySpanServers ? ACROSS.filter((n) => n > server && n <= given) : []
  const inside = best(query, sizesUpTo(Math.min(domain, most)), coefficients)
  const isEnough = inside.memoryLimit >= 1 && !isHeldByTargets(query, inside)
  const found = isEnough ? inside : best(query, beyond, coefficients, [inside])
  return found.memoryLimit >= 1 ? found : best(spreadOver(query), across, coefficients, [found])
}

/** Would it hold more sequences, were it not for a latency target? */
function isHeldByTargets({ concurrency, tpotMs, ttftMs }: ServingQuery, own: Placement): boolean {
  const hasTarget = concurrency === undefined && (tpotMs ?? ttftMs) !== undefined
  return hasTarget && own.latencyLimit < own.memoryLimit
}

/** Over servers experts are spread and layers follow each other: no network bears the all-reduces of cut matrices. */
export function spreadOver(query: ServingQuery): ServingQuery {
  return { ...query, spread: query.spread ?? (query.model.arch === 'MoE' ? 'expert' : 'pipeline') }
}

/** Sizes of the scale-up domain; and those of several servers where not even that holds the model. */
export function sizesFor(query: ServingQuery): number[] {
  const domain = Math.max(1, query.accelerator.scaleupDomainSize ?? 1)
  const inside = sizesUpTo(Math.min(domain, WIDEST))
  const holds = inside.some((n) => memoryLimit(query, layoutOf(query, n)) >= 1)
  if (holds || !query.maySpanServers) return inside
  const most = query.mostAccelCount ?? Number.POSITIVE_INFINITY
  return [...inside, ...ACROSS.filter((n) => n > domain && n < most)]
}

/** Tensor-parallel sizes of the scale-up domain, or of a server over PCIe where that holds more. */
export function sizesOfServer({ scaleupDomainSize, accelPerServer }: AcceleratorRow): number[] {
  return sizesUpTo(Math.max(scaleupDomainSize ?? 1, accelPerServer))
}

/** Tensor-parallel sizes up to a number of accelerators. */
function sizesUpTo(most: number): number[] {
  return SIZES.filter((n) => n <= most)
}

function best(
  query: ServingQuery,
  sizes: readonly number[],
  coefficients: Coefficients,
  others: readonly Placement[] = [],
): Placement {
  return fastest([...others, ...sizes.map((n) => placeAt(query, n, coefficients))])
}

/** The fastest of those that serve any sequence, else the one with most memory; the widest of equals. */
function fastest(placements: readonly Placement[]): Placement {
  return placements.reduce((found, own) => {
    if (own.batch >= 1 !== found.batch >= 1) return own.batch >= 1 ? own : found
    if (own.batch < 1) return own.memoryLimit >= found.memoryLimit ? own : found
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
    spread: query.spread ?? 'tensor',
  }
}
