import { distanceKm, estimateRttMs, findRttMs, getRegion } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { allowsTier, tierOfSite } from '../../../plan/tiers.ts'
import type { Refusal, ServingSpeed, TaskClass } from '../inputs.ts'
import { NETWORK_SHARE_OF_TTFT } from '../models/servingSpeeds.ts'
import { isAverage, qualityFloor } from './qualityRule.ts'

/** Round trips of a plan, ms: [region][site]. */
export function roundTripsMs(plan: Plan, catalog: Catalog): number[][] {
  return plan.regions.map((region) =>
    plan.sites.map((site) => {
      const measured =
        region.latencyId && site.latencyId ? findRttMs(catalog, region.latencyId, site.latencyId) : undefined
      const between = () => {
        const from = getRegion(catalog, region.catalogRegionId)
        const to = getRegion(catalog, site.catalogRegionId)
        return estimateRttMs(distanceKm(from, to))
      }
      return (measured ?? between()) + site.extraRttMs
    }),
  )
}

/** Whether private data has to stay in a zone. */
function isBound({ routing }: Plan, zone: string): boolean {
  return routing.residency && !routing.openZones.includes(zone)
}

interface Question {
  readonly plan: Plan
  readonly taskClass: TaskClass
  readonly zone: string
  readonly rttMs: number
}

/** What a site may have: [accelerator] speeds for the class, and why one may not stand there. */
interface SiteHardware {
  readonly speeds: readonly ServingSpeed[]
  readonly refusals: readonly Refusal[]
}

/** May a class of a region go to a site? The network's share of the TTFT target must cover the round trip. */
export function refusalAtSite(
  { plan, taskClass, zone, rttMs }: Question,
  site: Plan['sites'][number],
  { speeds, refusals }: SiteHardware,
): Refusal {
  if (plan.routing.barredClasses.includes(taskClass.id)) return 'barred'
  if (!allowsTier(plan, taskClass.id, tierOfSite(site))) return 'tier'
  if (taskClass.isPrivate && isBound(plan, zone) && zone !== site.residencyZone) return 'residency'
  const able = speeds.flatMap((speed, g) =>
    speed.mTokSPerUnit > 0 ? [{ speed, refusal: refusals[g] ?? null }] : [],
  )
  if (able.length === 0) return 'no-speed'
  const allowed = able.filter(({ refusal }) => refusal === null)
  if (allowed.length === 0) return able[0]!.refusal
  return allowed.some(({ speed }) => rttMs <= speed.slackMs) ? null : 'latency'
}

/**
 * May a class go to a lease? Private data only where the lease names the region's zone, spot for batch only, nothing
 * where the plan refuses it (`refusal`).
 */
export function refusalAtLease(
  { plan, taskClass, zone, rttMs }: Question,
  lease: Plan['distribution']['leases'][number],
  speed: ServingSpeed,
  refusal: Refusal,
): Refusal {
  if (plan.routing.barredClasses.includes(taskClass.id)) return 'barred'
  if (!allowsTier(plan, taskClass.id, 'leased')) return 'tier'
  if (lease.isSpot && taskClass.latency !== 'batch') return 'spot'
  if (taskClass.isPrivate && isBound(plan, zone) && !lease.residencyZones.includes(zone)) return 'residency'
  if (speed.mTokSPerUnit <= 0) return 'no-speed'
  if (refusal !== null) return refusal
  return rttMs <= speed.slackMs ? null : 'latency'
}

/** Targets of a class: the tightest of its workloads, ms. */
export interface Targets {
  readonly ttftMs: number
  readonly tpotMs: number
}

/** May a class go to a provider's API? Its own times must fit beside the round trip, and its model be good enough. */
export function refusalAtApi(
  { plan, taskClass, zone, rttMs }: Question,
  api: Plan['distribution']['apis'][number],
  targets: Targets,
): Refusal {
  if (plan.routing.barredClasses.includes(taskClass.id)) return 'barred'
  if (!allowsTier(plan, taskClass.id, api.tier)) return 'tier'
  const mayStay = api.tier === 'device' || api.residencyZones.includes(zone)
  if (taskClass.isPrivate && isBound(plan, zone) && !mayStay) return 'residency'
  if (!isAverage(plan.routing, taskClass) && api.quality < qualityFloor(plan.routing, taskClass))
    return 'quality'
  const isInTime =
    rttMs <= targets.ttftMs * NETWORK_SHARE_OF_TTFT &&
    (api.ttftMs ?? 0) <= targets.ttftMs * (1 - NETWORK_SHARE_OF_TTFT) &&
    (api.tpotMs ?? 0) <= targets.tpotMs
  return isInTime ? null : 'latency'
}
