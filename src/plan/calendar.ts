import type { Plan } from './schema/plan.ts'

export const MONTHS_PER_YEAR = 12
export const MONTHS_PER_QUARTER = 3
/** Of the mean Gregorian year, 365.2425 days. */
export const DAYS_PER_MONTH = 365.2425 / 12
export const WEEKS_PER_MONTH = 52.1775 / 12
const DIGITS_OF_MONTH = 2

/** A quarter such as `2027Q2` or a month such as `2027-05`. */
type LabelKind = 'quarter' | 'month'
/** Enough of a plan to know its calendar. */
export type Horizon = Pick<Plan, 'horizon'>

function kindOf(label: string): LabelKind {
  return label[4] === 'Q' ? 'quarter' : 'month'
}

/** First month of a quarter's or month's label, counted from January of year 0: differences are numbers of months. */
export function monthNumber(label: string): number {
  const ordinal = Number(label.slice(5)) - 1
  const month = kindOf(label) === 'quarter' ? ordinal * MONTHS_PER_QUARTER : ordinal
  return Number(label.slice(0, 4)) * MONTHS_PER_YEAR + month
}

/** Last month of a label: what lasts until a quarter lasts until its third month. */
export function lastMonthNumber(label: string): number {
  return monthNumber(label) + monthsIn(label) - 1
}

/** Months that a label covers: three of a quarter, one of a month. */
export function monthsIn(label: string): number {
  return kindOf(label) === 'quarter' ? MONTHS_PER_QUARTER : 1
}

/** Label of a month, or of the quarter that it lies in. */
export function labelOfMonth(number: number, kind: LabelKind): string {
  const year = Math.floor(number / MONTHS_PER_YEAR)
  const month = number - year * MONTHS_PER_YEAR
  return kind === 'quarter'
    ? `${year}Q${Math.floor(month / MONTHS_PER_QUARTER) + 1}`
    : `${year}-${String(month + 1).padStart(DIGITS_OF_MONTH, '0')}`
}

/** The label so many months later (below 0: earlier), of the same kind. */
export function shiftLabel(label: string, months: number): string {
  return labelOfMonth(monthNumber(label) + months, kindOf(label))
}

/** First day of a label, as `2027-04-01`. */
export function firstDay(label: string): string {
  return `${labelOfMonth(monthNumber(label), 'month')}-01`
}

/** Months in each period of a plan. */
export function monthsPerPeriod({ horizon }: Horizon): number {
  return { month: 1, quarter: MONTHS_PER_QUARTER, year: MONTHS_PER_YEAR }[horizon.periodLength]
}

/** Label of the period that begins with a month: the month, or the first quarter of the period. */
export function periodLabel({ horizon }: Horizon, month: number): string {
  return labelOfMonth(month, horizon.periodLength === 'month' ? 'month' : 'quarter')
}

/** Months from the first of a label to the first of a period; negative where the period begins earlier. */
export function monthsSince(plan: Horizon, label: string, period: number): number {
  return monthNumber(plan.horizon.start) + period * monthsPerPeriod(plan) - monthNumber(label)
}

/** Index of the first period that begins with a label or after it; below 0 where it lies before the horizon. */
export function periodFrom(plan: Horizon, label: string): number {
  return periodsOf(plan, monthNumber(label) - monthNumber(plan.horizon.start))
}

/** Index of the last period that begins within a label or before it. */
export function periodUntil(plan: Horizon, label: string): number {
  return Math.floor((lastMonthNumber(label) - monthNumber(plan.horizon.start)) / monthsPerPeriod(plan))
}

/** Periods, rounded up, that so many months take. */
export function periodsOf(plan: Horizon, months: number): number {
  return Math.ceil(months / monthsPerPeriod(plan) - 1e-9)
}

/** Months that a lead time is counted as: whole ones where periods are months, else whole quarters. */
export function countedMonths({ horizon }: Horizon, months: number): number {
  const unit = horizon.periodLength === 'month' ? 1 : MONTHS_PER_QUARTER
  return unit * Math.ceil(months / unit - 1e-9)
}

/** An hour of the day as a clock shows it: 7 is `07:00`. */
export function clockHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
