import { AppFault } from '../../plan/fault.ts'

const MONTHS_PER_QUARTER = 3
const MS_PER_WEEK = 7 * 24 * 3600 * 1000

/** First day of a quarter such as `2027Q2`, as `2027-04-01`. */
export function firstDay(quarter: string): string {
  return toDay(startOf(quarter))
}

/** Last day on which something with a lead time can be ordered to stand ready on the first day of a quarter. */
export function orderBy(quarter: string, leadWeeks: number): string {
  if (!(leadWeeks >= 0)) {
    throw new AppFault('bad-input', 'A lead time is wrong', [
      { path: 'leadWeeks', value: leadWeeks, expected: 'weeks of 0 or more' },
    ])
  }
  return toDay(startOf(quarter) - leadWeeks * MS_PER_WEEK)
}

function startOf(quarter: string): number {
  const month = (Number(quarter.slice(5)) - 1) * MONTHS_PER_QUARTER
  return Date.UTC(Number(quarter.slice(0, 4)), month, 1)
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
