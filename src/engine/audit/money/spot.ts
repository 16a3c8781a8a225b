import type { RegionRow } from '../../../plan/catalog/rows.ts'
import type { ResultSlice } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Power } from '../../../plan/schema/power.ts'
import { middleOf } from './ledger.ts'

const DEGREES_PER_HOUR = 15

/** Local hours of a slice by the sun: an hour for each 15 degrees of longitude. */
export function localHours(slice: ResultSlice, { lon }: Pick<RegionRow, 'lon'>): number[] {
  const offset = Math.round(lon / DEGREES_PER_HOUR)
  return slice.hoursUtc.map((hour) => (((hour + offset) % 24) + 24) % 24)
}

/** Price of energy in a slice, the plan's or the region's. */
export function spotUsdPerMwh(
  plan: Plan,
  power: Power,
  region: Pick<RegionRow, 'lon' | 'priceUsdMwh'>,
  slice: ResultSlice,
  t: number,
): number {
  const base = power.energyUsdPerMwh ?? region.priceUsdMwh
  const factors = localHours(slice, region).map((hour) => power.energyPriceByHour?.[hour] ?? 1)
  const factor = factors.reduce((sum, value) => sum + value, 0) / factors.length
  return base * factor * (1 + power.energyPriceChangePerYear) ** middleOf(plan, t)
}
