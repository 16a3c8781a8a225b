import type { Plan } from '../../plan/schema/plan.ts'
import type { PlanAccelerator } from '../../plan/schema/supply.ts'

const MONTHS_PER_QUARTER = 3
/** The product's year: 8,760 hours in four equal quarters. */
export const HOURS_PER_YEAR = 8760
export const HOURS_PER_QUARTER = HOURS_PER_YEAR / 4
export const HOURS_PER_WEEK = 168

/** Quarters from one label to another; negative where the second is earlier. */
export function quartersFrom(from: string, to: string): number {
  const [fromYear, fromQuarter] = parts(from)
  const [toYear, toQuarter] = parts(to)
  return (toYear - fromYear) * 4 + (toQuarter - fromQuarter)
}

/** Quarters in each period of the plan. */
export function quartersIn({ horizon }: Plan): number {
  return horizon.periodLength === 'year' ? 4 : 1
}

/** Length of a period in years, and in hours of the product's year. */
export function yearsIn(plan: Plan): number {
  return quartersIn(plan) / 4
}

export function hoursIn(plan: Plan): number {
  return quartersIn(plan) * HOURS_PER_QUARTER
}

/** Periods that so many quarters take, begun ones counted whole. */
export function periodsOf(plan: Plan, quarters: number): number {
  return Math.ceil(quarters / quartersIn(plan))
}

/** The labels of a plan's horizon, in order: the first quarter of each period. */
export function listQuarters(plan: Plan): string[] {
  const [year, quarter] = parts(plan.horizon.start)
  return Array.from({ length: plan.horizon.periods }, (_, t) => {
    const months = (quarter - 1 + t * quartersIn(plan)) * MONTHS_PER_QUARTER
    return `${year + Math.floor(months / 12)}Q${(months % 12) / MONTHS_PER_QUARTER + 1}`
  })
}

/** 0 for the first quarter of a calendar year. */
export function seasonOf(label: string): number {
  return parts(label)[1] - 1
}

/** Lead times are counted in whole quarters. */
export function quartersOf(months: number): number {
  return Math.ceil(months / MONTHS_PER_QUARTER)
}

/** Months between order and delivery of what comes in a quarter of the horizon. */
export function leadMonthsOf({ leadMonths, leadMonthsByPeriod }: PlanAccelerator, t: number): number {
  return leadMonthsByPeriod.slice(0, t + 1).at(-1) ?? leadMonths
}

function parts(label: string): [number, number] {
  const [year, quarter] = label.split('Q')
  return [Number(year), Number(quarter)]
}
