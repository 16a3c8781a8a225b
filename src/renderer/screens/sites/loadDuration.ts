import type { DayOfPeriod } from '../../../engine/dispatch/compareDays.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Hours a year in which a load is at least so high: each hour of a representative day stands for its weight. */
export function loadDuration(days: readonly Pick<DayOfPeriod, 'weightDays' | 'loadMw' | 'dispatch'>[]): {
  readonly load: readonly Point[]
  readonly drawn: readonly Point[]
} {
  const curve = (pick: (day: (typeof days)[number]) => readonly number[]): Point[] => {
    const hours = days
      .flatMap((day) => pick(day).map((mw) => ({ mw, weight: day.weightDays })))
      .sort((a, b) => b.mw - a.mw)
    let x = 0
    return hours.flatMap(({ mw, weight }) => {
      const from = x
      x += weight
      return [
        { x: from, y: mw },
        { x, y: mw },
      ]
    })
  }
  return { load: curve((day) => day.loadMw), drawn: curve((day) => day.dispatch.drawn) }
}
