import { hourlyProfile } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { HOURS_PER_WEEK } from './calendar.ts'

const FIRST_HOUR_OF_WEEKEND = 5 * 24

/**
 * Demand in each hour of the week (from Monday 0 h UTC) over the week's mean. The day is a weekend where the region's
 * own calendar says so, not where UTC does.
 */
export function weekShape(catalog: Catalog, profileId: string, utcOffsetH: number): number[] {
  const days = {
    weekday: hourlyProfile(catalog, profileId, 'weekday'),
    weekend: hourlyProfile(catalog, profileId, 'weekend'),
  }
  const localWeek = Array.from({ length: HOURS_PER_WEEK }, (_, hour) => {
    const day = hour < FIRST_HOUR_OF_WEEKEND ? days.weekday : days.weekend
    return day.values[hour % 24]! * day.level
  })
  const mean = localWeek.reduce((sum, value) => sum + value, 0) / HOURS_PER_WEEK
  const shift = days.weekday.timeBasis === 'local' ? utcOffsetH : 0
  return localWeek.map((_, hour) => valueAt(localWeek, hour + shift) / mean)
}

/** Between two hours where the offset is not whole. */
function valueAt(week: readonly number[], hour: number): number {
  const before = Math.floor(hour)
  const after = hour - before
  const wrapped = ((before % HOURS_PER_WEEK) + HOURS_PER_WEEK) % HOURS_PER_WEEK
  return week[wrapped]! * (1 - after) + week[(wrapped + 1) % HOURS_PER_WEEK]! * after
}
