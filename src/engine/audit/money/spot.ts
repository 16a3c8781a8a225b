import type { RegionRow } from '../../../plan/catalog/siteRows.ts'
import type { ResultSlice } from '../../../plan/result/slices.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { DayTypeProfile } from '../../../plan/schema/profiles.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { listLabels, monthsIn, seasonOf } from '../calendar.ts'
import { middleOf } from './ledger.ts'

const DEGREES_PER_HOUR = 15

/** Local hours of a slice by the sun: an hour for each 15 degrees of longitude. */
export function localHours(slice: ResultSlice, { lon }: Pick<RegionRow, 'lon'>): number[] {
  const offset = Math.round(lon / DEGREES_PER_HOUR)
  return slice.hoursUtc.map((hour) => (((hour + offset) % 24) + 24) % 24)
}

/** Mean of an imported profile over the hours of a slice in the seasons of a period. */
function imported(
  plan: Plan,
  profile: DayTypeProfile,
  region: Pick<RegionRow, 'lon'>,
  slice: ResultSlice,
  t: number,
): number {
  const parts = profile[slice.dayType].length
  const first = seasonOf(listLabels(plan)[t]!, parts)
  const covered = Math.ceil((monthsIn(plan) * parts) / 12)
  const seasons = Array.from({ length: covered }, (_, after) => (first + after) % parts)
  let sum = 0
  for (const season of seasons)
    for (const hour of localHours(slice, region)) sum += profile[slice.dayType][season]![hour]!
  return sum / seasons.length / slice.hoursUtc.length
}

/** Price of energy in a slice: imported, the plan's or the region's. */
export function spotUsdPerMwh(
  plan: Plan,
  { power, profiles }: Pick<Site, 'power' | 'profiles'>,
  region: Pick<RegionRow, 'lon' | 'priceUsdMwh'>,
  slice: ResultSlice,
  t: number,
): number {
  const change = (1 + power.energyPriceChangePerYear) ** middleOf(plan, t)
  if (profiles?.usdPerMwh) return imported(plan, profiles.usdPerMwh, region, slice, t) * change
  const base = power.energyUsdPerMwh ?? region.priceUsdMwh
  const factors = localHours(slice, region).map((hour) => power.energyPriceByHour?.[hour] ?? 1)
  const factor = factors.reduce((sum, value) => sum + value, 0) / factors.length
  return base * factor * change
}

/** What a MWh of the grid emits in a slice, kg: imported or the region's. */
export function gridKgPerMwh(
  plan: Plan,
  { profiles }: Pick<Site, 'profiles'>,
  region: Pick<RegionRow, 'lon' | 'gco2KwhDirect'>,
  slice: ResultSlice,
  t: number,
): number {
  return profiles?.kgCo2PerMwh ? imported(plan, profiles.kgCo2PerMwh, region, slice, t) : region.gco2KwhDirect
}
