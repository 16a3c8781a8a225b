import type { RepresentativeDay } from '../../../plan/schema/profiles.ts'
import type { Period } from '../periods.ts'
import { partsOfYear } from '../profileBySlice.ts'
import type { DayType, Slice } from '../slices.ts'

/** A block of UTC hours in which the power of one site is balanced. */
export interface PowerSlice extends Slice {
  /** The slice of the plan whose load it carries. */
  readonly loadIndex: number
  /** [period] hours that it stands for; 0: its day has no share in the period. */
  readonly hoursIn: readonly number[]
  /** Blocks of one day: storage ends it as full as it began. */
  readonly cycle: string
  /** Representative day, by its place in the site's list; absent: the mean day of its type. */
  readonly day?: number
}

/** The plan's own slices: every site's power is balanced in the mean weekday and weekend. */
export function meanPowerSlices(
  slices: readonly Slice[],
  periods: readonly Pick<Period, 'index'>[],
): PowerSlice[] {
  return slices.map((slice) => ({
    ...slice,
    loadIndex: slice.index,
    hoursIn: periods.map(() => slice.hoursPerPeriod),
    cycle: slice.dayType,
  }))
}

/**
 * The same blocks on each representative day, once as a weekday and once as a day of the weekend as far as it stands
 * for such days:
 *
 *   hours[t, d, block] = hours of the plan's slice x days of its type in t that d stands for / all days of its type in t
 *
 * so that over the days the hours of each slice, and with them the energy of the load, are those of the plan.
 */
export function dayPowerSlices(
  days: readonly RepresentativeDay[],
  slices: readonly Slice[],
  periods: readonly Period[],
): PowerSlice[] {
  const all = days.flatMap((day, d) =>
    slices.map((slice) => ({
      ...slice,
      id: `day${day.day + 1}-${slice.id}`,
      loadIndex: slice.index,
      hoursIn: periods.map((period) => slice.hoursPerPeriod * shareOf(days, d, slice.dayType, period)),
      cycle: `${d}-${slice.dayType}`,
      day: d,
    })),
  )
  return all
    .filter(({ hoursIn }) => hoursIn.some((hours) => hours > 0))
    .map((slice, index) => ({ ...slice, index }))
}

function shareOf(days: readonly RepresentativeDay[], d: number, dayType: DayType, period: Period): number {
  const counts = days.map((day) => daysIn(day, dayType, period))
  const sum = counts.reduce((total, count) => total + count, 0)
  // A short list of days may have none of a type in a month: then all of them stand for it by their weight.
  if (sum > 0) return counts[d]! / sum
  return days[d]!.weightDays / days.reduce((total, day) => total + day.weightDays, 0)
}

const WEEKDAYS = 5 / 7
const MONTHS = 12

/** Days of a type in the months (or quarters) of a period that a representative day stands for. */
function daysIn(day: RepresentativeDay, dayType: DayType, period: Period): number {
  const share = dayType === 'weekday' ? WEEKDAYS : 1 - WEEKDAYS
  const own =
    dayType === 'weekday'
      ? (day.weekdaysByMonth ?? day.weekdaysByQuarter)
      : (day.weekendsByMonth ?? day.weekendsByQuarter)
  const parts = own?.length ?? MONTHS
  const spread = (day.weightDays * share) / parts
  return partsOfYear(period, parts).reduce((sum, at) => sum + (own?.[at] ?? spread), 0)
}
