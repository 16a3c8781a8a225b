import { MONTHS_PER_QUARTER, MONTHS_PER_YEAR } from '../../plan/calendar.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { PlanAccelerator } from '../../plan/schema/supply.ts'
import { HOURS_PER_YEAR } from '../../plan/units.ts'

const HOURS_PER_MONTH = HOURS_PER_YEAR / MONTHS_PER_YEAR
export const HOURS_PER_WEEK = 168

/** Months from the first of one label to the first of another; negative where the second is earlier. */
export function monthsFrom(from: string, to: string): number {
  const [fromYear, fromMonth] = parts(from)
  const [toYear, toMonth] = parts(to)
  return (toYear - fromYear) * MONTHS_PER_YEAR + (toMonth - fromMonth)
}

/** Months from the year 0 to a day, month or quarter; each day a 365th of a year. */
export function monthCount(label: string): number {
  const [year, month] = parts(label)
  const day = Number(label.split('-')[2] ?? 1)
  return year * MONTHS_PER_YEAR + month + ((day - 1) * MONTHS_PER_YEAR) / 365
}

/** Whether something that begins with one label begins after all of another has gone by. */
export function isAfter(label: string, last: string): boolean {
  return monthsFrom(last, label) >= (last.includes('Q') ? MONTHS_PER_QUARTER : 1)
}

/** Months in each period of the plan. */
export function monthsIn({ horizon }: Plan): number {
  if (horizon.periodLength === 'month') return 1
  return horizon.periodLength === 'quarter' ? MONTHS_PER_QUARTER : MONTHS_PER_YEAR
}

/** Length of a period in years, and in hours of the product's year. */
export function yearsIn(plan: Plan): number {
  return monthsIn(plan) / MONTHS_PER_YEAR
}

export function hoursIn(plan: Plan): number {
  return monthsIn(plan) * HOURS_PER_MONTH
}

/** Periods that so many months take, begun ones counted whole. */
export function periodsOf(plan: Plan, months: number): number {
  return Math.ceil(months / monthsIn(plan))
}

/** The labels of a plan's horizon, in order: months as `2027-05`, else the first quarter of each period. */
export function listLabels(plan: Plan): string[] {
  const [year, month] = parts(plan.horizon.start)
  return Array.from({ length: plan.horizon.periods }, (_, t) => {
    const after = month - 1 + t * monthsIn(plan)
    const inYear = after % MONTHS_PER_YEAR
    const calendarYear = year + (after - inYear) / MONTHS_PER_YEAR
    if (monthsIn(plan) === 1) return `${calendarYear}-${inYear < 9 ? '0' : ''}${inYear + 1}`
    return `${calendarYear}Q${inYear / MONTHS_PER_QUARTER + 1}`
  })
}

/** The part of a calendar year that a label begins in, of so many equal ones: 0 for the first. */
export function seasonOf(label: string, of: number): number {
  return Math.floor(((parts(label)[1] - 1) * of) / MONTHS_PER_YEAR)
}

/** Months of the calendar, 1 to 12, in a period that a label names. */
export function monthsOfYear(plan: Plan, label: string): number[] {
  const first = parts(label)[1]
  return Array.from({ length: monthsIn(plan) }, (_, after) => ((first - 1 + after) % MONTHS_PER_YEAR) + 1)
}

/** Hour of the product's year at which a label begins. */
export function firstHourOf(label: string): number {
  return (parts(label)[1] - 1) * HOURS_PER_MONTH
}

/** Noon in the middle of a label's months, when hardly a zone changes its clocks. */
export function middleOfLabel(label: string): Date {
  const [year, month] = parts(label)
  return new Date(Date.UTC(year, label.includes('Q') ? month : month - 1, 15))
}

/** Lead times are counted in whole quarters, or in whole months where periods are months. */
export function wholeMonths(plan: Plan, months: number): number {
  const unit = Math.min(monthsIn(plan), MONTHS_PER_QUARTER)
  return Math.ceil(months / unit) * unit
}

/** Months between order and delivery of what comes in a period of the horizon. */
export function leadMonthsOf({ leadMonths, leadMonthsByPeriod }: PlanAccelerator, t: number): number {
  return leadMonthsByPeriod.slice(0, t + 1).at(-1) ?? leadMonths
}

/** Year and first month, from 1, of a quarter or month. */
function parts(label: string): [number, number] {
  const [year, quarter] = label.split('Q')
  if (quarter !== undefined) return [Number(year), (Number(quarter) - 1) * MONTHS_PER_QUARTER + 1]
  const [calendarYear, month] = label.split('-')
  return [Number(calendarYear), Number(month)]
}
