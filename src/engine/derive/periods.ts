import type { Plan } from '../../plan/schema/plan.ts'

/** One quarter or year of the horizon. */
export interface Period {
  readonly index: number
  /** First quarter, as in `2027Q2`. */
  readonly label: string
  /** Years from the start of the horizon to the middle of the period: what prices have changed by then. */
  readonly midYears: number
  /** Years from the start of the horizon to the payments of the period. */
  readonly paidYears: number
  readonly lengthYears: number
  /** Present value of one dollar paid in the period. */
  readonly discount: number
}

const QUARTERS_PER_YEAR = 4
/** Where in a period its payments fall. */
const PAID = { 'start-of-period': 0, 'mid-period': 0.5, 'end-of-period': 1 } as const

/** Quarters counted from year 0, so that differences are numbers of quarters. */
export function quarterNumber(label: string): number {
  return Number(label.slice(0, 4)) * QUARTERS_PER_YEAR + Number(label.slice(5)) - 1
}

function quarterLabel(number: number): string {
  return `${Math.floor(number / QUARTERS_PER_YEAR)}Q${(number % QUARTERS_PER_YEAR) + 1}`
}

type Horizon = Pick<Plan, 'horizon'>

/** Quarters in each period of a plan. */
export function quartersPerPeriod({ horizon }: Horizon): number {
  return horizon.periodLength === 'year' ? QUARTERS_PER_YEAR : 1
}

/** Quarters from one to the first of a period; negative where the period begins earlier. */
export function quartersSince(plan: Horizon, quarter: string, period: number): number {
  const first = quarterNumber(plan.horizon.start) + period * quartersPerPeriod(plan)
  return first - quarterNumber(quarter)
}

/** Index of the first period that begins in a quarter or after it; below 0 where it lies before the horizon. */
export function periodFrom(plan: Horizon, quarter: string): number {
  return periodsOf(plan, quarterNumber(quarter) - quarterNumber(plan.horizon.start))
}

/** Periods, rounded up, that so many quarters take. */
export function periodsOf(plan: Horizon, quarters: number): number {
  return Math.ceil(quarters / quartersPerPeriod(plan) - 1e-9)
}

/** The periods of a plan's horizon. */
export function listPeriods(plan: Plan): Period[] {
  const first = quarterNumber(plan.horizon.start)
  const quarters = quartersPerPeriod(plan)
  const lengthYears = quarters / QUARTERS_PER_YEAR
  return Array.from({ length: plan.horizon.periods }, (_, index) => {
    const paidYears = (index + PAID[plan.finance.discounting]) * lengthYears
    return {
      index,
      label: quarterLabel(first + index * quarters),
      midYears: (index + 0.5) * lengthYears,
      paidYears,
      lengthYears,
      discount: (1 + plan.finance.discountRatePerYear) ** -paidYears,
    }
  })
}

/** Years from the start of the horizon to its end. */
export function horizonYears(periods: readonly Period[]): number {
  return periods.reduce((sum, period) => sum + period.lengthYears, 0)
}

/** Number of quarters, rounded up, that a lead time of so many months takes. */
export function leadQuarters(months: number): number {
  return Math.ceil(months / 3 - 1e-9)
}

/** Present value of one dollar paid `quarters` before the payments of `period` (orders come before delivery). */
export function discountAt(plan: Plan, period: Period, quartersEarlier = 0): number {
  return (1 + plan.finance.discountRatePerYear) ** -(period.paidYears - quartersEarlier / QUARTERS_PER_YEAR)
}

/** What a list by quarter says of one, its last entry staying; `otherwise` where it says nothing. */
export function stepAt(steps: readonly number[], period: number, otherwise: number): number {
  return steps[Math.min(period, steps.length - 1)] ?? otherwise
}
