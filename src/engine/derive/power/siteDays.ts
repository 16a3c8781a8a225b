import { getRegion } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { RegionRow } from '../../../plan/catalog/siteRows.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { RepresentativeDay } from '../../../plan/schema/profiles.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { listDays } from '../../time/siteProfiles.ts'
import { syntheticYear } from '../../time/syntheticYear.ts'

/** Typical days of a synthetic year, beside its peak and its stress day. */
const TYPICAL_DAYS = 4
const known = new WeakMap<RegionRow, readonly RepresentativeDay[]>()

/**
 * The representative days of a site: those that came with its hours, else days of a synthetic year with the site's own
 * mean price. A price of the day that the plan gives by hour goes before the synthetic one.
 */
export function siteDays(site: Site, catalog: Catalog): readonly RepresentativeDay[] {
  const imported = site.profiles?.days ?? []
  if (imported.length > 0) return imported
  const region = getRegion(catalog, site.catalogRegionId)
  let days = known.get(region)
  if (!days) {
    days = listDays(syntheticYear(region), TYPICAL_DAYS, null)
    known.set(region, days)
  }
  const { energyUsdPerMwh = region.priceUsdMwh, energyPriceByHour } = site.power
  const factor = energyUsdPerMwh / region.priceUsdMwh
  return days.map(({ usdPerMwh, ...day }) => ({
    ...day,
    ...(usdPerMwh && !energyPriceByHour ? { usdPerMwh: usdPerMwh.map((usd) => usd * factor) } : {}),
  }))
}

/** Sites whose representative days are made up. */
export function sitesOfSyntheticDays({ horizon, sites }: Plan): readonly Site[] {
  return horizon.powerDays === 'representative'
    ? sites.filter(({ profiles }) => (profiles?.days.length ?? 0) === 0)
    : []
}
