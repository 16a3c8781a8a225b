import { firstDay } from '../../plan/calendar.ts'
import { AppFault } from '../../plan/fault.ts'

const MS_PER_WEEK = 7 * 24 * 3600 * 1000

/** Last day on which something with a lead time can be ordered to stand ready on the first day of a quarter or month. */
export function orderBy(label: string, leadWeeks: number): string {
  if (!(leadWeeks >= 0)) {
    throw new AppFault('bad-input', 'A lead time is wrong', [
      { path: 'leadWeeks', value: leadWeeks, expected: 'weeks of 0 or more' },
    ])
  }
  return new Date(Date.parse(firstDay(label)) - leadWeeks * MS_PER_WEEK).toISOString().slice(0, 10)
}
