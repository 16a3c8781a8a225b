import type { Plan } from '../../plan/schema/plan.ts'

/** One quarter of the horizon. */
export interface Period {
  readonly index: number
  /** As in `2027Q2`. */
  readonly label: string
  /** Years from the start of the horizon to the middle of the period. */
  readonly midYears: number
  readonly lengthYears: number
  /** Present value of one dollar paid in the middle of the period. */
  readonly discount: number
}

const QUARTERS_PER_YEAR = 4

/** Quarters counted from year 0, so that differences are numbers of quarters. */
export function quarterNumber(label: string): number {
  return Number(label.slice(0, 4)) * QUARTERS_PER_YEAR + Number(label.slice(5)) - 1
}

function quarterLabel(number: number): string {
  return `${Math.floor(number / QUARTERS_PER_YEAR)}Q${(number % QUARTERS_PER_YEAR) + 1}`
}

/** The quarters of a plan's horizon with mid-period discounting. */
export function listPeriods(plan: Plan): Period[] {
  const first = quarterNumber(plan.horizon.start)
  return Array.from({ length: plan.horizon.periods }, (_, index) => {
    const midYears = (index + 0.5) / QUARTERS_PER_YEAR
    return {
      index,
      label: quarterLabel(first + index),
      midYears,
      lengthYears: 1 / QUARTERS_PER_YEAR,
      discount: (1 + plan.finance.discountRatePerYear) ** -midYears,
    }
  })
}

/** Number of quarters, rounded up, that a lead time of so many months takes. */
export function leadPeriods(months: number): number {
  return Math.ceil(months / 3 - 1e-9)
}

/** Present value of one dollar paid `periods` quarters before the middle of `period` (orders come before delivery). */
export function discountAt(plan: Plan, period: Period, quartersEarlier = 0): number {
  return (1 + plan.finance.discountRatePerYear) ** -(period.midYears - quartersEarlier / QUARTERS_PER_YEAR)
}

/** What a list by quarter says of one, its last entry staying; `otherwise` where it says nothing. */
export function stepAt(steps: readonly number[], period: number, otherwise: number): number {
  return steps[Math.min(period, steps.length - 1)] ?? otherwise
}
