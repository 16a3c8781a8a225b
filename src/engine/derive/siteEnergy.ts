import { getEnergySource, getRegion } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { EnergySourceRow } from '../../plan/catalog/rows.ts'
import type { Site } from '../../plan/schema/site.ts'
import type { OnSiteSource, SiteEnergy } from './inputs.ts'
import { leadPeriods } from './periods.ts'
import type { Slice } from './slices.ts'

/** Solar output over installed power by local hour, clear-sky bell between 6 and 18 h, before scaling to the yearly factor. */
const daylight = (hour: number) => Math.max(0, Math.sin(((hour - 6) / 12) * Math.PI))

/** Price, carbon and on-site generation of a site as the optimiser sees them. */
export function siteEnergy(site: Site, catalog: Catalog, slices: readonly Slice[]): SiteEnergy {
  const region = getRegion(catalog, site.catalogRegionId)
  const utcOffsetH = Math.round(region.lon / 15)
  return {
    usdPerMwh: site.power.energyUsdPerMwh ?? region.priceUsdMwh,
    tco2PerMwh: region.gco2KwhDirect / 1000,
    sources: site.power.onSite.map((source) => {
      const row = getEnergySource(catalog, source.energySourceId)
      return toSource(row, source, slices, utcOffsetH)
    }),
  }
}

function toSource(
  row: EnergySourceRow,
  source: Site['power']['onSite'][number],
  slices: readonly Slice[],
  utcOffsetH: number,
): OnSiteSource {
  return {
    id: source.id,
    unitMw: source.unitMw,
    maxUnits: Math.floor(source.maxMw / source.unitMw + 1e-9),
    capexMusdPerMw: (row.capexUsdPerKw ?? 0) / 1000,
    fixedMusdPerMwYear: (row.fixedOmUsdPerKwYr ?? 0) / 1000,
    variableUsdPerMwh: (row.vomUsdPerMwh ?? 0) + (row.fuelCostUsdPerMwh ?? 0),
    leadQuarters: leadPeriods(row.leadTimeMonths ?? 0),
    firmShare: row.firmCapacityCredit ?? 0,
    availability: availabilityOf(row, slices, utcOffsetH),
    lifeYears: row.lifetimeYr ?? 20,
    tco2PerMwh: (row.gco2PerKwhDirect ?? 0) / 1000,
  }
}

/** Solar follows the sun of the site's longitude, scaled to the capacity factor; all else is even. */
function availabilityOf(row: EnergySourceRow, slices: readonly Slice[], utcOffsetH: number): number[] {
  const factor = row.capacityFactorMax ?? 0
  if (!row.id.startsWith('pv')) return slices.map(() => factor)
  const mean = Array.from({ length: 24 }, (_, hour) => daylight(hour)).reduce((sum, v) => sum + v, 0) / 24
  return slices.map((slice) => {
    const local = slice.hours.map((hour) => daylight((hour + utcOffsetH + 24) % 24))
    const block = local.reduce((sum, value) => sum + value, 0) / local.length
    return Math.min(1, (factor * block) / mean)
  })
}
