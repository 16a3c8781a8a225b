import { firstDay, MONTHS_PER_YEAR, monthNumber } from './calendar.ts'
import { DAYS_PER_YEAR } from './units.ts'

const MONTH_CHARACTERS = 7
const DAY_CHARACTERS = 10

/** First day of a day, month or quarter: 2028-05-20, 2028-05 and 2028Q2 begin on 2028-05-20, 2028-05-01 and 2028-04-01. */
export function firstDayOf(label: string): string {
  return label.length === DAY_CHARACTERS ? label : firstDay(label)
}

/** Years from one day to another, whole months a twelfth each; below 0 where the second is earlier. */
export function yearsFrom(from: string, to: string): number {
  const months = monthNumber(to.slice(0, MONTH_CHARACTERS)) - monthNumber(from.slice(0, MONTH_CHARACTERS))
  return months / MONTHS_PER_YEAR + (Number(to.slice(-2)) - Number(from.slice(-2))) / DAYS_PER_YEAR
}

/** Whether a label of such a shape is in the calendar: 2028-02-31 is not. */
export function isInCalendar(label: string): boolean {
  const day = firstDayOf(label)
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, DAY_CHARACTERS) === day
}
