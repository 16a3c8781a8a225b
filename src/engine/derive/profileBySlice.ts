import { MONTHS_PER_QUARTER, MONTHS_PER_YEAR, monthNumber } from '../../plan/calendar.ts'
import type { DayTypeProfile } from '../../plan/schema/profiles.ts'
import type { Period } from './periods.ts'
import type { Slice } from './slices.ts'

const QUARTERS_PER_YEAR = 4

/** Quarters of the year, 0 to 3, that a period covers; that of a month where it is one. */
export function quartersOfYear(period: Period): number[] {
  const first = Math.floor((monthNumber(period.label) % MONTHS_PER_YEAR) / MONTHS_PER_QUARTER)
  const count = Math.max(1, Math.round(period.lengthYears * QUARTERS_PER_YEAR))
  return Array.from({ length: count }, (_, i) => (first + i) % QUARTERS_PER_YEAR)
}

/** Local hours of a slice, whose own hours are UTC. */
export function localHours(slice: Pick<Slice, 'hours'>, utcOffsetH: number): number[] {
  return slice.hours.map((hour) => (((hour + utcOffsetH) % 24) + 24) % 24)
}

/** [period][slice] mean of an imported profile over the quarters of the period and the hours of the slice. */
export function profileBySlice(
  profile: DayTypeProfile,
  periods: readonly Period[],
  slices: readonly Slice[],
  utcOffsetH: number,
): number[][] {
  return periods.map((period) => {
    const quarters = quartersOfYear(period)
    return slices.map((slice) => {
      const hours = localHours(slice, utcOffsetH)
      const values = quarters.flatMap((q) => hours.map((hour) => profile[slice.dayType][q]![hour]!))
      return values.reduce((sum, value) => sum + value, 0) / values.length
    })
  })
}
