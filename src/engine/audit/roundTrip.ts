import { distanceKm, estimateRttMs, findRttMs, getRegion } from '../../catalog/find.ts'
import { tierOf } from '../../plan/tiers.ts'
import type { Audited } from './audited.ts'

/** Round trip between a region and where it is served, ms: none on a device, as an offer says, measured, else by distance. */
export function roundTripMs({ plan, catalog }: Audited, regionId: string, to: string): number {
  if (tierOf(plan, to) === 'device') return 0
  const elsewhere = [...plan.distribution.leases, ...plan.distribution.apis].find((own) => own.id === to)
  if (elsewhere) return elsewhere.rttMs
  const region = plan.regions.find((own) => own.id === regionId)
  const site = plan.sites.find((own) => own.id === to)
  if (!region || !site) return Number.MAX_VALUE
  const isNamed = region.latencyId !== undefined && site.latencyId !== undefined
  const measuredMs = isNamed ? findRttMs(catalog, region.latencyId!, site.latencyId!) : undefined
  if (measuredMs !== undefined) return measuredMs + site.extraRttMs
  const km = distanceKm(getRegion(catalog, region.catalogRegionId), getRegion(catalog, site.catalogRegionId))
  return estimateRttMs(km) + site.extraRttMs
}
