import { getCooling, getRegion } from '../../../catalog/find.ts'
import { MONTHS_PER_QUARTER, MONTHS_PER_YEAR, monthNumber, monthsIn } from '../../../plan/calendar.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { coolingParts } from '../../../plan/coolingParts.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { climateBySlice } from '../../climate/climateBySlice.ts'
import { importedClimate } from '../../climate/importedClimate.ts'
import type { SiteClimate } from '../inputs.ts'
import type { Period } from '../periods.ts'
import { localHours, partsOfYear, quartersOfYear, solarOffsetH } from '../profileBySlice.ts'
import type { Slice } from '../slices.ts'

/** In quarters, 0 the middle of the first. */
const MIDDLES_OF_MONTHS = Array.from(
  { length: MONTHS_PER_YEAR },
  (_, month) => (month + 0.5) / MONTHS_PER_QUARTER - 0.5,
)

/** [period][slice] overhead of a site: the mean over its rooms where they have several technologies. */
export function siteClimate(
  site: Site,
  catalog: Catalog,
  periods: readonly Period[],
  slices: readonly Slice[],
): SiteClimate {
  const parts = coolingParts(site.facility).map(({ technologyId, share }) => {
    const facility = { ...site.facility, coolingTechnologyId: technologyId, coolingBlocks: [] }
    return { share, own: climateOf({ ...site, facility }, catalog, periods, slices) }
  })
  const [first] = parts
  if (first && parts.length === 1) return first.own
  const mean = (pick: (own: SiteClimate) => number) =>
    parts.reduce((sum, { share, own }) => sum + share * pick(own), 0)
  const table = (pick: (own: SiteClimate) => readonly (readonly number[])[]) =>
    periods.map((_, t) => slices.map(({ index: h }) => mean((own) => pick(own)[t]![h]!)))
  return {
    pue: table((own) => own.pue),
    pueDesign: mean((own) => own.pueDesign),
    wueLPerKwh: table((own) => own.wueLPerKwh),
  }
}

/** Of one technology: as given, or by the technology's formula in imported or synthetic weather. */
function climateOf(
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
  const utcOffsetH = solarOffsetH(region)
  const { weather } = site.profiles ?? {}
  if (weather) {
    const year = importedClimate(technologyId, weather, site.facility.electricalLossShare)
    const bySlice = (table: readonly (readonly number[])[]) =>
      periods.map((period) => {
        const seasons = partsOfYear(period, table.length)
        return slices.map((slice) => {
          const values = seasons.flatMap((at) =>
            localHours(slice, utcOffsetH).map((hour) => table[at]![hour]!),
          )
          return values.reduce((sum, value) => sum + value, 0) / values.length
        })
      })
    return { pue: bySlice(year.pue), pueDesign: year.pueDesign, wueLPerKwh: bySlice(year.wueLPerKwh) }
  }
  const isMonthly = periods.some(({ label }) => monthsIn(label) === 1)
  const year = climateBySlice({
    technologyId,
    region,
    electricalLossShare: site.facility.electricalLossShare,
    slices,
    utcOffsetH,
    ...(isMonthly ? { times: MIDDLES_OF_MONTHS } : {}),
  })
  const ofPeriod = (table: readonly (readonly number[])[]) =>
    periods.map((period) => {
      const times = isMonthly ? [monthNumber(period.label) % MONTHS_PER_YEAR] : quartersOfYear(period)
      return slices.map((_, h) => times.reduce((sum, q) => sum + table[q]![h]!, 0) / times.length)
    })
  return { pue: ofPeriod(year.pue), pueDesign: year.pueDesign, wueLPerKwh: ofPeriod(year.wueLPerKwh) }
}
