/** Shape of a day: 24 hourly factors of mean 1 and the day's level against a weekday. */
export interface DayShape {
  readonly values: readonly number[]
  readonly level: number
  /** `local`: the region's clock; else UTC, or the same at every hour. */
  readonly timeBasis: string
}

export interface WeekShape {
  readonly weekday: DayShape
  readonly weekend: DayShape
}

const WEEKDAYS = 5
const WEEKEND_DAYS = 2

/**
 * Demand by UTC hour over the mean of the week, for one region.
 *
 * Levels are scaled so that the week's mean is 1: tokens per unit and day in the catalog are then true as a mean
 * over the week, and a plan's tokens per day can be read from units times tokens per unit.
 */
export function hourlyShape(
  shape: WeekShape,
  utcOffsetH: number,
): { readonly weekday: number[]; readonly weekend: number[] } {
  const mean = (day: DayShape) => (day.level * day.values.reduce((sum, value) => sum + value, 0)) / 24
  const week = (WEEKDAYS * mean(shape.weekday) + WEEKEND_DAYS * mean(shape.weekend)) / 7
  const toUtc = (day: DayShape) =>
    Array.from({ length: 24 }, (_, hour) => {
      const local = day.timeBasis === 'local' ? (((hour + utcOffsetH) % 24) + 24) % 24 : hour
      return (at(day.values, local) * day.level) / week
    })
  return { weekday: toUtc(shape.weekday), weekend: toUtc(shape.weekend) }
}

/** Time zones of half an hour fall between two values. */
function at(values: readonly number[], hour: number): number {
  const before = Math.floor(hour)
  const share = hour - before
  return values[before % 24]! * (1 - share) + values[(before + 1) % 24]! * share
}
