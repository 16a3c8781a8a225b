import type { DayOfPeriod } from './compareDays.ts'

type Day = Pick<DayOfPeriod, 'weightDays' | 'loadMw' | 'dispatch'>

/** Whose duration: of the site's load, or of what is drawn from the grid. */
export type DurationOf = 'load' | 'drawn'

interface RankedHour {
  readonly mw: number
  /** Of the list of days, and of the day. */
  readonly day: number
  readonly hour: number
  /** Days of a year that the hour stands for, so hours of a year. */
  readonly weight: number
}

interface Point {
  readonly x: number
  readonly y: number
  readonly day: number
  readonly hour: number
}

/** Hours of all days, the highest first. */
export function rankedHours(days: readonly Day[], of: DurationOf): RankedHour[] {
  return days
    .flatMap((own, day) =>
      (of === 'load' ? own.loadMw : own.dispatch.drawn).map((mw, hour) => ({
        ...{ mw, day, hour, weight: own.weightDays },
      })),
    )
    .sort((a, b) => b.mw - a.mw)
}

/**
 * Hours a year in which a load is at least so high: each hour of a representative day stands for its weight, and is
 * two points of the curve, where it begins and where it ends.
 */
export function loadDuration(days: readonly Day[]): Readonly<Record<DurationOf, readonly Point[]>> {
  const curve = (of: DurationOf): Point[] => {
    let x = 0
    return rankedHours(days, of).flatMap(({ mw, weight, day, hour }) => {
      const from = x
      x += weight
      return [
        { x: from, y: mw, day, hour },
        { x, y: mw, day, hour },
      ]
    })
  }
  return { load: curve('load'), drawn: curve('drawn') }
}
