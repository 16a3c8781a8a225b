import { hourlyProfile } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { OwnProfile, Region } from '../../plan/schema/agents.ts'
import { HOURS_PER_WEEK, middleOfLabel } from './calendar.ts'

const FIRST_HOUR_OF_WEEKEND = 5 * 24

/**
 * Demand in each hour of the week (from Monday 0 h UTC) over the week's mean. The day is a weekend where the region's
 * own calendar says so, not where UTC does.
 */
export function weekShape(catalog: Catalog, profile: string | OwnProfile, utcOffsetH: number): number[] {
  const { week, isLocal } = typeof profile === 'string' ? catalogWeek(catalog, profile) : ownWeek(profile)
  const mean = week.reduce((sum, value) => sum + value, 0) / HOURS_PER_WEEK
  return week.map((_, hour) => valueAt(week, hour + (isLocal ? utcOffsetH : 0)) / mean)
}

interface LocalWeek {
  readonly week: readonly number[]
  readonly isLocal: boolean
}

function catalogWeek(catalog: Catalog, profileId: string): LocalWeek {
  const days = {
    weekday: hourlyProfile(catalog, profileId, 'weekday'),
    weekend: hourlyProfile(catalog, profileId, 'weekend'),
  }
  const week = Array.from({ length: HOURS_PER_WEEK }, (_, hour) => {
    const day = hour < FIRST_HOUR_OF_WEEKEND ? days.weekday : days.weekend
    return day.values[hour % 24]! * day.level
  })
  return { week, isLocal: days.weekday.timeBasis === 'local' }
}

function ownWeek({ hours, weekendLevel, timeBasis }: OwnProfile): LocalWeek {
  const week = Array.from({ length: HOURS_PER_WEEK }, (_, hour) => {
    const isWeekend = hours.length === 24 && hour >= FIRST_HOUR_OF_WEEKEND
    return hours[hour % hours.length]! * (isWeekend ? weekendLevel : 1)
  })
  return { week, isLocal: timeBasis === 'local' }
}

/** Hours ahead of UTC in the middle of a quarter or month. */
export function offsetH({ timeZone, utcOffsetH }: Region, label: string): number {
  if (timeZone === undefined) return utcOffsetH
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(middleOfLabel(label))
    .find((part) => part.type === 'timeZoneName')?.value
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60)
}

/** Between two hours where the offset is not whole. */
function valueAt(week: readonly number[], hour: number): number {
  const before = Math.floor(hour)
  const after = hour - before
  const wrapped = ((before % HOURS_PER_WEEK) + HOURS_PER_WEEK) % HOURS_PER_WEEK
  return week[wrapped]! * (1 - after) + week[(wrapped + 1) % HOURS_PER_WEEK]! * after
}
