import { MONTHS_PER_YEAR, monthNumber, monthsPerPeriod, periodLabel } from '../../plan/calendar.ts'
import type { Plan } from '../../plan/schema/plan.ts'

/** One month, quarter or year of the horizon. */
export interface Period {
  readonly index: number
  /** Its month as in `2027-05`, or its first quarter as in `2027Q2`. */
  readonly label: string
  /** Years from the start of the horizon to the middle of the period: what prices have changed by then. */
  readonly midYears: number
  /** Years from the start of the horizon to the payments of the period. */
  readonly paidYears: number
  readonly lengthYears: number
  /** Present value of one dollar paid in the period. */
  readonly discount: number
}

/** Where in a period its payments fall. */
const PAID = { 'start-of-period': 0, 'mid-period': 0.5, 'end-of-period': 1 } as const

/** The periods of a plan's horizon. */
export function listPeriods(plan: Plan): Period[] {
  const first = monthNumber(plan.horizon.start)
  const months = monthsPerPeriod(plan)
  const years = (periods: number) => (periods * months) / MONTHS_PER_YEAR
  return Array.from({ length: plan.horizon.periods }, (_, index) => {
    const paidYears = years(index + PAID[plan.finance.discounting])
    return {
      index,
      label: periodLabel(plan, first + index * months),
      midYears: years(index + 0.5),
      paidYears,
      lengthYears: years(1),
      discount: (1 + plan.finance.discountRatePerYear) ** -paidYears,
    }
  })
}

/** Years from the start of the horizon to its end. */
export function horizonYears(periods: readonly Period[]): number {
  return periods.length * (periods[0]?.lengthYears ?? 0)
}

/** Present value of one dollar paid so many months before the payments of `period` (orders come before delivery). */
export function discountAt(plan: Plan, period: Period, monthsEarlier = 0): number {
  return (1 + plan.finance.discountRatePerYear) ** -(period.paidYears - monthsEarlier / MONTHS_PER_YEAR)
}

/** What a list by period says of one, its last entry staying; `otherwise` where it says nothing. */
export function stepAt(steps: readonly number[], period: number, otherwise: number): number {
  return steps[Math.min(period, steps.length - 1)] ?? otherwise
}
