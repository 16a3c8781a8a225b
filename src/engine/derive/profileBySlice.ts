import { MONTHS_PER_YEAR, monthNumber } from '../../plan/calendar.ts'
import type { RegionRow } from '../../plan/catalog/siteRows.ts'
import type { DayTypeProfile } from '../../plan/schema/profiles.ts'
import { HOURS_PER_DAY } from '../../plan/units.ts'
import type { Period } from './periods.ts'
import type { Slice } from './slices.ts'

const QUARTERS_PER_YEAR = 4

/**
 * Parts of the year that a period covers, of so many equal ones: of 12 its months, of 4 its quarters, the one that it
 * lies in where it is shorter.
 */
export function partsOfYear({ label, lengthYears }: Period, parts: number): number[] {
  const first = Math.floor(((monthNumber(label) % MONTHS_PER_YEAR) * parts) / MONTHS_PER_YEAR)
  const count = Math.max(1, Math.round(lengthYears * parts))
  return Array.from({ length: count }, (_, i) => (first + i) % parts)
}

/** Quarters of the year, 0 to 3, that a period covers; that of a month where it is one. */
export function quartersOfYear(period: Period): number[] {
  return partsOfYear(period, QUARTERS_PER_YEAR)
}

const DEGREES_PER_HOUR = 15

/** Whole hours that a place is ahead of UTC by the sun: weather, sun and prices follow it, not the clock of the law. */
export function solarOffsetH({ lon }: Pick<RegionRow, 'lon'>): number {
  return Math.round(lon / DEGREES_PER_HOUR)
}

/** Local hours of a slice, whose own hours are UTC. */
export function localHours(slice: Pick<Slice, 'hours'>, utcOffsetH: number): number[] {
  return slice.hours.map((hour) => (((hour + utcOffsetH) % HOURS_PER_DAY) + HOURS_PER_DAY) % HOURS_PER_DAY)
}

/** [period][slice] mean of an imported profile over the months (or quarters) of the period and the hours of the slice. */
export function profileBySlice(
  profile: DayTypeProfile,
  periods: readonly Period[],
  slices: readonly Slice[],
  utcOffsetH: number,
): number[][] {
  return periods.map((period) => {
    const seasons = partsOfYear(period, profile.weekday.length)
    return slices.map((slice) => {
      const hours = localHours(slice, utcOffsetH)
      const values = seasons.flatMap((at) => hours.map((hour) => profile[slice.dayType][at]![hour]!))
      return values.reduce((sum, value) => sum + value, 0) / values.length
    })
  })
}
