import { distanceKm, estimateRttMs } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'

export interface MapPlace {
  readonly id: string
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly isSite: boolean
  /** Tokens per second asked (a region) or served (a site). */
  readonly tokS: number
}

export interface MapArc {
  readonly from: MapPlace
  readonly to: MapPlace
  readonly tokS: number
}

export interface WorldMapView {
  readonly places: readonly MapPlace[]
  readonly arcs: readonly MapArc[]
}

/** Regions, sites and the tokens between them in one period; leases and APIs have no place on a map. */
export function worldMap(plan: Plan, catalog: Catalog, result: PlanResult, period: string): WorldMapView {
  const flows = result.flows.filter((flow) => flow.period === period)
  const sumOf = (isOwn: (flow: (typeof flows)[number]) => boolean) =>
    flows.filter(isOwn).reduce((sum, flow) => sum + flow.tokS, 0)
  const place = (own: { id: string; name: string; catalogRegionId: string }, isSite: boolean): MapPlace[] => {
    const row = catalog.regions.find((region) => region.id === own.catalogRegionId)
    if (!row) return []
    const tokS = sumOf((flow) => (isSite ? flow.to : flow.regionId) === own.id)
    return [{ id: own.id, name: own.name, lat: row.lat, lon: row.lon, isSite, tokS }]
  }
  const regions = plan.regions.flatMap((own) => place(own, false))
  const sites = plan.sites.flatMap((own) => place(own, true))
  const arcs = regions.flatMap((from) =>
    sites.flatMap((to): MapArc[] => {
      const tokS = sumOf((flow) => flow.regionId === from.id && flow.to === to.id)
      return tokS > 0 ? [{ from, to, tokS }] : []
    }),
  )
  return { places: [...regions, ...sites], arcs }
}

const KM_PER_DEGREE = distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 1 })

/** Degrees around a site within which a round trip stays below so many ms, by the estimate from distance. */
export function reachDegrees(rttMs: number): number {
  const atNothing = estimateRttMs(0)
  const msPerKm = estimateRttMs(1) - atNothing
  return Math.max(0, rttMs - atNothing) / msPerKm / KM_PER_DEGREE
}
