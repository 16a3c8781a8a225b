import { DAYS_PER_MONTH, firstDay } from '../../plan/calendar.ts'
import { AppFault } from '../../plan/fault.ts'
import { MS_PER_DAY, MS_PER_WEEK } from '../../plan/units.ts'

/** Last day on which something with a lead time can be ordered to stand ready on the first day of a quarter or month. */
export function orderBy(label: string, leadWeeks: number): string {
  if (!(leadWeeks >= 0)) {
    throw new AppFault('bad-input', 'A lead time is wrong', [
      { path: 'leadWeeks', value: leadWeeks, expected: 'weeks of 0 or more' },
    ])
  }
  return new Date(Date.parse(firstDay(label)) - leadWeeks * MS_PER_WEEK).toISOString().slice(0, 10)
}

/** First day of a quarter less a number of months; whole months by the calendar, the rest in days. */
export function monthsBefore(period: string, months: number): string {
  const [year, month] = firstDay(period).split('-').map(Number)
  const whole = Math.floor(months)
  const time = Date.UTC(year!, month! - 1 - whole, 1) - (months - whole) * DAYS_PER_MONTH * MS_PER_DAY
  return new Date(time).toISOString().slice(0, 10)
}
