import type { Reserves } from '../derive/inputs.ts'
import { NETWORK_SHARE_OF_TTFT } from '../derive/models/servingSpeeds.ts'
import type { Flow } from '../layers/distribution/flows.ts'
import type { Busy } from '../layers/models/serving.ts'
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
/** Where a round trip takes all that there is, calls find a place at once, as far as that is to be had. */
const LEAST_WAIT_MS = 1
/** Below this many units a pool is solver noise. */
const NOISE = 1e-6

/**
 * What each pool of a solved plan needs so that 95 of 100 calls find a place in the time to first token that serving
 * and the longest round trip of what is served there leave:
 *
 *   load A   = sum over classes of busy units x speed x seconds that a token holds its place
 *   target   = least over its flows of network's share x time to first token - round trip
 *   places   = fewest k at which Sakasegawa's mean wait x 20/e <= target
 *   reserve  = k / (A / utilisation cap), at least 1
 */
export function reservesOf(reader: Reader): Reserves {
  const { inputs, serving } = reader.formulation
  const pools = Map.groupBy(serving.busy, (busy) => {
    const { modelId } = inputs.speed[busy.classIndex]![busy.acceleratorIndex]!
    return `${busy.siteIndex} ${modelId}`
  })
  const byServed = Map.groupBy(reader.formulation.distribution.toSites, (flow) =>
    servedKey(flow.placeIndex, flow.classIndex),
  )
  const found = new Map<string, readonly number[]>()
  for (const items of pools.values()) {
    const [first] = items
    const { modelId } = inputs.speed[first!.classIndex]![first!.acceleratorIndex]!
    inputs.periods.forEach((_, t) => {
      const bySlice = inputs.slices.map((_slice, h) => reserveOf(reader, byServed, items, t, h))
      if (bySlice.some((value) => value > 1)) found.set(poolKey(first!.siteIndex, modelId, t), bySlice)
    })
  }
  return found
}

const servedKey = (siteIndex: number, classIndex: number): string => `${siteIndex} ${classIndex}`

type FlowsByServed = ReadonlyMap<string, readonly Flow[]>

function reserveOf(
  reader: Reader,
  byServed: FlowsByServed,
  items: readonly Busy[],
  t: number,
  h: number,
): number {
  const { inputs } = reader.formulation
  let load = 0
  let places = 0
  let callS = 0
  let targetS = Number.POSITIVE_INFINITY
  for (const busy of items) {
    const units = reader.at(busy.columns[t]![h]!)
    if (units <= NOISE) continue
    const { holdingSPerToken, callsPerToken, ttftMs } = inputs.classCalls[busy.classIndex]!
    const flows = byServed.get(servedKey(busy.siteIndex, busy.classIndex)) ?? []
    const leftMs = ttftMs * NETWORK_SHARE_OF_TTFT - longestTripMs(reader, flows, t, h)
    const { latency } = inputs.classes[busy.classIndex]!
    const tokS = units * inputs.speed[busy.classIndex]![busy.acceleratorIndex]!.mTokSPerUnit * 1e6
    load += tokS * holdingSPerToken
    callS += tokS * callsPerToken
    places += (tokS * holdingSPerToken) / inputs.plan.routing.utilisationCap[latency]
    targetS = Math.min(targetS, Math.max(LEAST_WAIT_MS, leftMs) / 1000)
  }
  if (load <= 0) return 1
  const needed = placesFor(load, targetS / LATE_OVER_MEAN / (load / callS))
  return needed <= FEWEST_PLACES ? 1 : Math.max(1, needed / places)
}

/** The longest round trip of what flows in a slice. */
function longestTripMs(reader: Reader, flows: readonly Flow[], t: number, h: number): number {
  const { plan, groups, rttMs } = reader.formulation.inputs
  const trips = flows.flatMap((flow) => {
    if (reader.at(flow.columns[t]![h]!) <= NOISE) return []
    const { regionIds, regionShares } = groups[flow.groupIndex]!
    return regionIds
      .filter((_, member) => regionShares[t]![h]![member]! > 0)
      .map((id) => rttMs[plan.regions.findIndex((own) => own.id === id)]![flow.placeIndex]!)
  })
  return Math.max(0, ...trips)
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
