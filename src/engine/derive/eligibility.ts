import { distanceKm, estimateRttMs, findRttMs, getRegion } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Refusal, ServingSpeed, TaskClass } from './inputs.ts'

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

interface Question {
  readonly plan: Plan
  readonly taskClass: TaskClass
  readonly zone: string
  readonly rttMs: number
}

/** May a class of a region go to a site? The network's share of the TTFT target must cover the round trip. */
export function refusalAtSite(
  { plan, taskClass, zone, rttMs }: Question,
  siteZone: string,
  speeds: readonly ServingSpeed[],
): Refusal {
  if (plan.routing.barredClasses.includes(taskClass.id)) return 'barred'
  if (taskClass.isPrivate && plan.routing.residency && zone !== siteZone) return 'residency'
  const able = speeds.filter((speed) => speed.mTokSPerUnit > 0)
  if (able.length === 0) return 'no-speed'
  return able.some((speed) => rttMs <= speed.slackMs) ? null : 'latency'
}

/** May a class go to a lease? Private data only where the lease names the region's zone. */
export function refusalAtLease(
  { plan, taskClass, zone, rttMs }: Question,
  leaseZones: readonly string[],
  speed: ServingSpeed,
): Refusal {
  if (plan.routing.barredClasses.includes(taskClass.id)) return 'barred'
  if (taskClass.isPrivate && plan.routing.residency && !leaseZones.includes(zone)) return 'residency'
  if (speed.mTokSPerUnit <= 0) return 'no-speed'
  return rttMs <= speed.slackMs ? null : 'latency'
}
