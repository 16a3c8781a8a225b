import type { OwnProfile } from '../../plan/schema/agents.ts'
import { HOURS_PER_DAY } from '../../plan/units.ts'

/** Shape of a week: 168 hours from Monday 0 h at any scale. */
export interface WeekShape {
  readonly hours: readonly number[]
  /** The region's clock; else UTC, or the same at every hour. */
  readonly isLocal: boolean
}

/** Shape of a day: 24 hourly factors of mean 1 and the day's level against a weekday. */
export interface DayShape {
  readonly values: readonly number[]
  readonly level: number
  readonly timeBasis: string
}

const DAYS = ['weekday', 'weekday', 'weekday', 'weekday', 'weekday', 'weekend', 'weekend'] as const
const HOURS_PER_WEEK = HOURS_PER_DAY * DAYS.length

/** UTC days of each type, counted from Monday. */
export const DAYS_OF = { weekday: [0, 1, 2, 3, 4], weekend: [5, 6] } as const

/** Five weekdays and two days of a weekend. */
export function weekOfDays(days: Readonly<Record<'weekday' | 'weekend', DayShape>>): WeekShape {
  return {
    hours: DAYS.flatMap((dayType) => days[dayType].values.map((value) => value * days[dayType].level)),
    isLocal: days.weekday.timeBasis === 'local',
  }
}

/** A plan's own profile: a week as it is, or a day with the level of its weekends. */
export function weekOfProfile({ hours, weekendLevel, timeBasis }: OwnProfile): WeekShape {
  const week =
    hours.length === HOURS_PER_WEEK
      ? hours
      : DAYS.flatMap((dayType) => hours.map((value) => value * (dayType === 'weekend' ? weekendLevel : 1)))
  return { hours: week, isLocal: timeBasis === 'local' }
}

/**
 * Demand by UTC day (from Monday) and hour over the mean of the week, for one region. A weekend is the region's own:
 * Monday morning in Tokyo is a working day although it is still Sunday, UTC.
 *
 * Levels are scaled so that the week's mean is 1: tokens per unit and day in the catalog are then true as a mean
 * over the week, and a plan's tokens per day can be read from units times tokens per unit.
 */
export function hourlyShape({ hours, isLocal }: WeekShape, utcOffsetH: number): number[][] {
  const mean = hours.reduce((sum, value) => sum + value, 0) / HOURS_PER_WEEK
  const offset = isLocal ? utcOffsetH : 0
  return DAYS.map((_, day) =>
    Array.from(
      { length: HOURS_PER_DAY },
      (_hour, hour) => at(hours, day * HOURS_PER_DAY + hour + offset) / mean,
    ),
  )
}

/** Time zones of half an hour fall between two values. */
function at(week: readonly number[], hour: number): number {
  const before = Math.floor(hour)
  const share = hour - before
  const first = (before + HOURS_PER_WEEK) % HOURS_PER_WEEK
  return week[first]! * (1 - share) + week[(first + 1) % HOURS_PER_WEEK]! * share
}
