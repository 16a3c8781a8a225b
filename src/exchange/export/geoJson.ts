import { getRegion } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'

/** Sites and regions of demand as GeoJSON (RFC 7946), with what is built in the last period where it is solved. */
export function toGeoJson(plan: Plan, catalog: Catalog, result: PlanResult | null): string {
  const end = result?.periods.at(-1)
  const point = (catalogRegionId: string) => {
    const { lon, lat } = getRegion(catalog, catalogRegionId)
    return { type: 'Point', coordinates: [lon, lat] }
  }
  const sites = plan.sites.map((site) => {
    const build = result?.builds.find((own) => own.siteId === site.id && own.period === end)
    return {
      type: 'Feature',
      id: site.id,
      geometry: point(site.catalogRegionId),
      properties: {
        kind: 'site',
        name: site.name,
        catalogRegionId: site.catalogRegionId,
        gridLimitMw: site.power.gridLimitMw,
        maxItMw: site.facility.maxItMw,
        ...(build
          ? {
              period: end,
              builtItMw: build.builtItMw,
              usedItMw: build.usedItMw,
              contractedMw: build.contractedMw,
              servedTokS: build.servedTokS,
            }
          : {}),
      },
    }
  })
  const regions = plan.regions.map((region) => ({
    type: 'Feature',
    id: region.id,
    geometry: point(region.catalogRegionId),
    properties: { kind: 'region', name: region.name, residencyZone: region.residencyZone },
  }))
  return `${JSON.stringify({ type: 'FeatureCollection', features: [...sites, ...regions] }, null, 2)}\n`
}
