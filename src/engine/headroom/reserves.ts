import type { Reserves } from '../derive/inputs.ts'
import { NETWORK_SHARE_OF_TTFT } from '../derive/servingSpeeds.ts'
import type { Busy } from '../layers/serving.ts'
import type { Reader } from '../results/reader.ts'
import { poolKey } from './reserveAt.ts'
import { placesFor } from './waiting.ts'

/**
 * The most by which the wait that 95 of 100 calls keep exceeds the mean wait, for exponential holding times:
 * ln(C / 0.05) / C over all probabilities C of waiting at all is at most 20 / e.
 */
const LATE_OVER_MEAN = 20 / Math.E
/** A model takes at least so many calls at once, however small its share of a unit (estimate, grade C). */
const FEWEST_PLACES = 16
/** Below this many units a pool is solver noise. */
const NOISE = 1e-6

/**
 * What each pool of a solved plan needs so that 95 of 100 calls find a place within the network's share of the
 * tightest time to first token:
 *
 *   load A   = sum over classes of busy units x speed x seconds that a token holds its place
 *   places   = fewest k at which Sakasegawa's mean wait x 20/e <= target
 *   reserve  = k / (A / utilisation cap), at least 1
 */
export function reservesOf(reader: Reader): Reserves {
  const { inputs, serving } = reader.formulation
  const pools = Map.groupBy(serving.busy, (busy) => {
    const { modelId } = inputs.speed[busy.classIndex]![busy.acceleratorIndex]!
    return `${busy.siteIndex} ${modelId}`
  })
  const found = new Map<string, readonly number[]>()
  for (const items of pools.values()) {
    const [first] = items
    const { modelId } = inputs.speed[first!.classIndex]![first!.acceleratorIndex]!
    inputs.periods.forEach((_, t) => {
      const bySlice = inputs.slices.map((_slice, h) => reserveOf(reader, items, t, h))
      if (bySlice.some((value) => value > 1)) found.set(poolKey(first!.siteIndex, modelId, t), bySlice)
    })
  }
  return found
}

function reserveOf(reader: Reader, items: readonly Busy[], t: number, h: number): number {
  const { inputs } = reader.formulation
  let load = 0
  let places = 0
  let callS = 0
  let targetS = Number.POSITIVE_INFINITY
  for (const busy of items) {
    const units = reader.at(busy.columns[t]![h]!)
    if (units <= NOISE) continue
    const { holdingSPerToken, callsPerToken, ttftMs } = inputs.classCalls[busy.classIndex]!
    const { latency } = inputs.classes[busy.classIndex]!
    const tokS = units * inputs.speed[busy.classIndex]![busy.acceleratorIndex]!.mTokSPerUnit * 1e6
    load += tokS * holdingSPerToken
    callS += tokS * callsPerToken
    places += (tokS * holdingSPerToken) / inputs.plan.routing.utilisationCap[latency]
    targetS = Math.min(targetS, (ttftMs * NETWORK_SHARE_OF_TTFT) / 1000)
  }
  if (load <= 0) return 1
  const needed = placesFor(load, targetS / LATE_OVER_MEAN / (load / callS))
  return needed <= FEWEST_PLACES ? 1 : Math.max(1, needed / places)
}

/** Pools that got fewer places than they need at the size found, by more than a hundredth. */
export function shortPools(given: Reserves, needed: Reserves): string[] {
  return [...needed].flatMap(([key, bySlice]) =>
    bySlice.some((value, h) => value > (given.get(key)?.[h] ?? 1) * 1.01) ? [key] : [],
  )
}

/** What pools need, and more of it where they have been given less. */
export function raisedReserves(given: Reserves, needed: Reserves, factor: number): Reserves {
  const raised = [...needed].map(([key, bySlice]): [string, readonly number[]] => [
    key,
    bySlice.map((value, h) => (value > (given.get(key)?.[h] ?? 1) ? value * factor : value)),
  ])
  return new Map(raised)
}

/** The larger of two reserves, pool by pool: what was once needed is kept, so that rounds come to an end. */
export function largerReserves(a: Reserves, b: Reserves): Reserves {
  const all = new Map(a)
  for (const [key, bySlice] of b) {
    const before = all.get(key)
    all.set(key, before ? bySlice.map((value, h) => Math.max(value, before[h]!)) : bySlice)
  }
  return all
}
