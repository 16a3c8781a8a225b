import { MONTHS_PER_YEAR, monthsPerPeriod } from '../../plan/calendar.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { HOURS_PER_DAY, HOURS_PER_YEAR } from '../../plan/units.ts'

export type DayType = 'weekday' | 'weekend'

/** A block of UTC hours of one day type; the problem is balanced in each slice of each period. */
export interface Slice {
  readonly index: number
  readonly id: string
  readonly dayType: DayType
  /** UTC hours 0..23 of the block. */
  readonly hours: readonly number[]
  /** Hours a period that this slice stands for; all slices sum to 730 in a month, 2,190 in a quarter. */
  readonly hoursPerPeriod: number
}

const SHARE_OF_DAYS = { weekday: 5 / 7, weekend: 2 / 7 } as const

/** Weekdays are cut into `blocksPerDay` blocks, weekends into half as many; both into hours where there are 24. */
export function listSlices(plan: Plan): Slice[] {
  const slices: Slice[] = []
  const hours = (HOURS_PER_YEAR / MONTHS_PER_YEAR) * monthsPerPeriod(plan)
  for (const dayType of ['weekday', 'weekend'] as const) {
    const blocks =
      dayType === 'weekday' ? plan.horizon.blocksPerDay : weekendBlocks(plan.horizon.blocksPerDay)
    const length = 24 / blocks
    for (let block = 0; block < blocks; block++) {
      slices.push({
        index: slices.length,
        id: `${dayType}${block}`,
        dayType,
        hours: Array.from({ length }, (_, hour) => block * length + hour),
        hoursPerPeriod: (hours * SHARE_OF_DAYS[dayType]) / blocks,
      })
    }
  }
  return slices
}

function weekendBlocks(blocksPerDay: number): number {
  if (blocksPerDay === HOURS_PER_DAY) return HOURS_PER_DAY
  return blocksPerDay % 2 === 0 ? blocksPerDay / 2 : 1
}
