import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Placement } from '../../../../plan/result/work.ts'
import type { Routing } from '../../../../plan/schema/supply.ts'
import { NETWORK_SHARE_OF_TTFT } from '../../../derive/models/servingSpeeds.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { atMost } from '../../line.ts'
import { roundTripMs } from '../../roundTrip.ts'
import { say } from '../../said.ts'
import type { PlaceWeek } from '../../year/placeWeek.ts'
import { longestWaitS } from '../../year/queue.ts'
import type { Simulation } from '../../year/siteYear.ts'

const CHECK = 'queueing'
/** Targets are for 95 of 100 calls. */
const LATE_SHARE = 0.05
const LEAST_WAIT_MS = 1
/** Share of the units in service that is rounding. */
const NOISE = 1e-3

/** What runs one model at a site, in one slice at the busiest minute of each class. */
interface Pool {
  /** Units busy, by accelerator. */
  readonly units: ReadonlyMap<string, number>
  /** Calls in progress. */
  readonly load: number
  /** Places that the plan's utilisation caps leave room for. */
  readonly places: number
  readonly holdingS: number
  readonly targetMs: number
}

/**
 * At the busiest minute of every slice 95 of 100 calls find a place in a batch soon enough: within what
 * serving and round trip leave of the time to first token of any region served there. All classes on one model of a site share their places,
 * whatever the accelerator, and units in service that nobody uses stand by for the pools that need them.
 */
export function checkQueueing(audited: Audited, { sites, weeks }: Simulation): AuditLine[] {
  const { result, names } = audited
  return sites.flatMap(({ site, build, t }) => {
    const week = weeks.at(site.id, t)
    const placed = result.placements.filter((own) => own.siteId === site.id && own.period === build.period)
    const models = [...Map.groupBy(placed, (own) => own.modelId)]
    const waits = models.map(() => ({ s: 0, targetMs: Number.MAX_VALUE }))
    for (const h of result.slices.keys()) {
      const pools = models.map(([, items]) => poolIn(audited, weeks.sliceOfHour, week, items, h))
      const places = givePlaces(pools, build.unitsByAccelerator)
      pools.forEach(({ load, holdingS, targetMs }, i) => {
        const waitS = longestWaitS(load, places[i]!, holdingS, LATE_SHARE)
        if (waitS / targetMs >= waits[i]!.s / waits[i]!.targetMs) waits[i] = { s: waitS, targetMs }
      })
    }
    return models.map(([modelId], i) =>
      atMost({
        check: CHECK,
        path: `placements[${modelId} ${site.id} ${build.period}]`,
        what: say`Wait for ${names.model(modelId)} at ${site} at the busiest minute of ${build.period}`,
        claimed: waits[i]!.s * 1000,
        recomputed: waits[i]!.targetMs,
        unit: 'ms',
        toleranceShare: 0,
      }),
    )
  })
}

function poolIn(
  audited: Audited,
  sliceOfHour: readonly number[],
  week: PlaceWeek,
  items: readonly Placement[],
  h: number,
): Pool {
  const parts = items.flatMap((item) => {
    const own = week.get(item.classId)
    if (!own || (item.unitsBySlice[h] ?? 0) <= 0) return []
    const peak = Math.max(...sliceOfHour.map((slice, hour) => (slice === h ? own.peak[hour]! : 0)))
    return [partOf(audited, item, h, peak * shareOf(audited, item, h))]
  })
  const load = sumOf(parts, (own) => own.load)
  const units = new Map<string, number>()
  for (const part of parts) units.set(part.acceleratorId, (units.get(part.acceleratorId) ?? 0) + part.units)
  return {
    units,
    load,
    places: sumOf(parts, (own) => own.places),
    holdingS: load > 0 ? sumOf(parts, (own) => own.load * own.holdingS) / load : 0,
    targetMs: Math.min(...parts.map((own) => own.targetMs), Number.MAX_VALUE),
  }
}

/** Share of a class that one of its placements serves at a site: by what its units can do in the slice. */
function shareOf({ result, speeds }: Audited, item: Placement, h: number): number {
  const rivals = result.placements.filter(
    (own) => own.siteId === item.siteId && own.period === item.period && own.classId === item.classId,
  )
  const can = (own: Placement) =>
    (own.unitsBySlice[h] ?? 0) * speeds.ownTokS(own.classId, own.acceleratorId, own.modelId)
  const all = sumOf(rivals, can)
  return all > 0 ? can(item) / all : 0
}

const HALVINGS = 40
/** A pool that would need more than so many times its places needs another plan. */
const WIDEST = 1000

/**
 * Places of each pool: units that nobody uses go where calls would wait, as far as they reach; where they do not
 * reach, to all alike.
 */
function givePlaces(pools: readonly Pool[], inService: Readonly<Record<string, number>>): number[] {
  const factors = pools.map(neededFactor)
  const accelerators = new Set(pools.flatMap((pool) => [...pool.units.keys()]))
  const isReached = [...accelerators].every((id) => {
    const asked = sumOf([...pools.keys()], (i) => (pools[i]!.units.get(id) ?? 0) * factors[i]!)
    return asked <= (inService[id] ?? 0) * (1 + NOISE)
  })
  return pools.map((pool, i) => pool.places * (isReached ? factors[i]! : spareFactor(pool, pools, inService)))
}

/** Times its places at which a pool's calls wait no longer than they may. */
function neededFactor(pool: Pool): number {
  const isEnough = (factor: number) =>
    longestWaitS(pool.load, pool.places * factor, pool.holdingS, LATE_SHARE) <= pool.targetMs / 1000
  if (isEnough(1)) return 1
  let low = 1
  let high = WIDEST
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return high
}

/** Units in service over units busy, on the accelerators that a pool uses. */
function spareFactor(
  { units }: Pool,
  pools: readonly Pool[],
  inService: Readonly<Record<string, number>>,
): number {
  const all = sumOf([...units.values()], (own) => own)
  if (all <= 0) return 1
  return sumOf([...units], ([id, own]) => {
    const busy = sumOf(pools, (pool) => pool.units.get(id) ?? 0)
    return (own / all) * Math.max(1, (inService[id] ?? 0) / busy)
  })
}

function partOf(audited: Audited, item: Placement, h: number, peakTokS: number) {
  const { plan, streams, speeds } = audited
  const own = streams.filter((stream) => stream.classId === item.classId)
  const tokens = sumOf(own, (stream) => sumOf(stream.meanTokS, (tokS) => tokS))
  /** Means over the horizon's mix of the class. */
  const perToken = (pick: (stream: (typeof own)[number]) => number) =>
    sumOf(own, (stream) => (sumOf(stream.meanTokS, (tokS) => tokS) / tokens) * pick(stream))
  const calls = perToken((stream) => 1 / stream.tokensPerCall)
  const holding = perToken((stream) => stream.holdingS / stream.tokensPerCall)
  const load = peakTokS * holding
  return {
    acceleratorId: item.acceleratorId,
    units: peakTokS / speeds.ownTokS(item.classId, item.acceleratorId, item.modelId),
    load,
    places: load / capOf(plan.routing, item.classId),
    holdingS: holding / calls,
    targetMs: leftToWaitMs(audited, item, h, own),
  }
}

/** What the round trip leaves of the share of the time to first token that is not kept for serving, ms. */
function leftToWaitMs(audited: Audited, item: Placement, h: number, streams: Audited['streams']): number {
  const served = audited.result.flows.filter(
    (flow) =>
      flow.period === item.period &&
      flow.to === item.siteId &&
      flow.classId === item.classId &&
      (flow.tokSBySlice[h] ?? 0) > 0,
  )
  const left = streams
    .filter((stream) => served.some(({ regionId }) => regionId === stream.regionId))
    .map(({ ttftMs, regionId }) => {
      return ttftMs * NETWORK_SHARE_OF_TTFT - roundTripMs(audited, regionId, item.siteId)
    })
  // A round trip that leaves nothing is a finding of its own; calls then have to find a place at once.
  return Math.max(LEAST_WAIT_MS, Math.min(...left, Number.MAX_VALUE))
}

function capOf({ utilisationCap }: Routing, classId: string): number {
  const latency = Object.keys(utilisationCap).find((own) => classId.startsWith(`${own}-`))
  return latency === undefined ? 1 : utilisationCap[latency as keyof Routing['utilisationCap']]
}
