import { getCooling, getRegion } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Site } from '../../plan/schema/site.ts'
import { climateBySlice } from '../climate/climateBySlice.ts'
import { importedClimate } from '../climate/importedClimate.ts'
import type { SiteClimate } from './inputs.ts'
import type { Period } from './periods.ts'
import { localHours, quartersOfYear } from './profileBySlice.ts'
import type { Slice } from './slices.ts'

/** [period][slice] overhead of a site: as given, or by the technology's formula in imported or synthetic weather. */
export function siteClimate(
  site: Site,
  catalog: Catalog,
  periods: readonly Period[],
  slices: readonly Slice[],
): SiteClimate {
  const { givenPue, givenPueDesign, givenWueLPerKwh } = site.facility
  if (givenPue !== undefined) {
    const all = (value: number) => periods.map(() => slices.map(() => value))
    return {
      pue: all(givenPue),
      pueDesign: givenPueDesign ?? givenPue,
      wueLPerKwh: all(givenWueLPerKwh ?? 0),
    }
  }
  const region = getRegion(catalog, site.catalogRegionId)
  const technologyId = getCooling(catalog, site.facility.coolingTechnologyId).id
  const utcOffsetH = Math.round(region.lon / 15)
  const { weather } = site.profiles ?? {}
  if (weather) {
    const year = importedClimate(technologyId, weather, site.facility.electricalLossShare)
    const bySlice = (table: readonly (readonly number[])[]) =>
      periods.map((period) => {
        const quarters = quartersOfYear(period)
        return slices.map((slice) => {
          const values = quarters.flatMap((q) =>
            localHours(slice, utcOffsetH).map((hour) => table[q]![hour]!),
          )
          return values.reduce((sum, value) => sum + value, 0) / values.length
        })
      })
    return { pue: bySlice(year.pue), pueDesign: year.pueDesign, wueLPerKwh: bySlice(year.wueLPerKwh) }
  }
  const year = climateBySlice({
    technologyId,
    region,
    electricalLossShare: site.facility.electricalLossShare,
    slices,
    utcOffsetH,
  })
  const ofPeriod = (table: readonly (readonly number[])[]) =>
    periods.map((period) => {
      const quarters = quartersOfYear(period)
      return slices.map((_, h) => quarters.reduce((sum, q) => sum + table[q]![h]!, 0) / quarters.length)
    })
  return { pue: ofPeriod(year.pue), pueDesign: year.pueDesign, wueLPerKwh: ofPeriod(year.wueLPerKwh) }
}
