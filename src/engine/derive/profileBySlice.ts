import type { DayTypeProfile } from '../../plan/schema/profiles.ts'
import { type Period, quarterNumber } from './periods.ts'
import type { Slice } from './slices.ts'

const QUARTERS_PER_YEAR = 4

/** Quarters of the year, 0 to 3, that a period covers. */
export function quartersOfYear(period: Period): number[] {
  const first = quarterNumber(period.label)
  const count = Math.round(period.lengthYears * QUARTERS_PER_YEAR)
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
