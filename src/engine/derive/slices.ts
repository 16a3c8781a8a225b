import type { Plan } from '../../plan/schema/plan.ts'

export type DayType = 'weekday' | 'weekend'

/** A block of UTC hours of one day type; the problem is balanced in each slice of each period. */
export interface Slice {
  readonly index: number
  readonly id: string
  readonly dayType: DayType
  /** UTC hours 0..23 of the block. */
  readonly hours: readonly number[]
  /** Hours a quarter that this slice stands for; all slices sum to 2,190. */
  readonly hoursPerPeriod: number
}

const HOURS_PER_QUARTER = 8760 / 4
const SHARE_OF_DAYS = { weekday: 5 / 7, weekend: 2 / 7 } as const

/** Weekdays are cut into `blocksPerDay` blocks, weekends into half as many. */
export function listSlices(plan: Plan): Slice[] {
  const slices: Slice[] = []
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
        hoursPerPeriod: (HOURS_PER_QUARTER * SHARE_OF_DAYS[dayType]) / blocks,
      })
    }
  }
  return slices
}

function weekendBlocks(blocksPerDay: number): number {
  return blocksPerDay % 2 === 0 ? blocksPerDay / 2 : 1
}
