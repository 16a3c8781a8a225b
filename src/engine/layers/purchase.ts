import type { PlanAccelerator } from '../../plan/schema/supply.ts'
import type { Inputs } from '../derive/inputs.ts'
import { discountAt, leadPeriods, type Period, quarterNumber, stepAt } from '../derive/periods.ts'

/** Months from the order to the delivery of what arrives in a quarter of the horizon. */
export function leadMonthsAt(
  { leadMonths, leadMonthsByPeriod }: Pick<PlanAccelerator, 'leadMonths' | 'leadMonthsByPeriod'>,
  period: number,
): number {
  return stepAt(leadMonthsByPeriod, period, leadMonths)
}

/** Units that can be delivered in a quarter: ordered a lead time earlier, within the horizon and while on sale. */
export function deliverableUnits(
  { plan }: Pick<Inputs, 'plan'>,
  acceleratorIndex: number,
  period: number,
): number {
  const accelerator = plan.accelerators[acceleratorIndex]!
  const start = quarterNumber(plan.horizon.start)
  const order = period - leadPeriods(leadMonthsAt(accelerator, period))
  const from = accelerator.onSaleFrom ? quarterNumber(accelerator.onSaleFrom) - start : 0
  const until = accelerator.onSaleUntil
    ? quarterNumber(accelerator.onSaleUntil) - start
    : Number.POSITIVE_INFINITY
  if (order < Math.max(0, from) || order > until) return 0
  return stepAt(accelerator.supplyUnitsByPeriod, period, accelerator.supplyUnitsPerPeriod)
}

/** Units that may have been delivered by the end of a period, over all sites: what is not taken stays available. */
export function supplyToDate(inputs: Pick<Inputs, 'plan'>, acceleratorIndex: number, period: number): number {
  let units = 0
  for (let t = 0; t <= period; t++) units += deliverableUnits(inputs, acceleratorIndex, t)
  return units
}

/** Quarters that a unit serves: its life, or until the planner's refresh. */
export function servicePeriods({ lifeYears, refreshYears }: PlanAccelerator): number {
  return Math.round((refreshYears ?? lifeYears) * 4)
}

/**
 * [period] present value of one unit delivered then, million USD: its price at the order (a lead time earlier) less
 * what is left of it (see `leftMusd`).
 */
export function unitCapexMusd(inputs: Inputs, acceleratorIndex: number): number[] {
  const accelerator = inputs.plan.accelerators[acceleratorIndex]!
  return inputs.periods.map((period) => {
    const orderYears = Math.max(0, period.midYears - leadMonthsAt(accelerator, period.index) / 12)
    const usd = accelerator.priceUsdPerUnit * (1 + accelerator.priceChangePerYear) ** orderYears
    return presentMusd(inputs, accelerator, period, usd)
  })
}

/** [period] the same for the switches, optics and cables of one unit, at today's price. */
export function unitNetworkMusd(inputs: Inputs, acceleratorIndex: number): number[] {
  const accelerator = inputs.plan.accelerators[acceleratorIndex]!
  const usd = accelerator.networkUsdPerAccel * accelerator.accelPerUnit
  return inputs.periods.map((period) => presentMusd(inputs, accelerator, period, usd))
}

/**
 * Paid at the order; what is left comes back
 *
 *   refreshed within the horizon: resale share x price, when it leaves service
 *   else: (1 - (1 - residual) x years served / life) x price, at the horizon
 *
 * The resale share is the book value of that age where the plan gives none.
 */
function presentMusd({ plan, periods }: Inputs, own: PlanAccelerator, period: Period, usd: number): number {
  const horizonEnd = periods.length / 4
  const rate = 1 + plan.finance.discountRatePerYear
  const bookShare = (years: number) => 1 - (1 - own.residualShare) * Math.min(1, years / own.lifeYears)
  const served = servicePeriods(own)
  const isSold = own.refreshYears !== undefined && period.index + served < periods.length
  const leftShare = isSold
    ? (own.resaleShare ?? bookShare(served / 4))
    : bookShare(horizonEnd - period.midYears)
  const leftYears = isSold ? period.midYears + served / 4 : horizonEnd
  const paid = discountAt(plan, period, leadPeriods(leadMonthsAt(own, period.index)))
  return (usd / 1e6) * (paid - leftShare * rate ** -leftYears)
}

/** Present value of keeping one unit in service for a period, million USD. */
export function maintenanceMusd({ plan, periods }: Inputs, acceleratorIndex: number, t: number): number {
  const { priceUsdPerUnit, maintenanceSharePerYear } = plan.accelerators[acceleratorIndex]!
  const period = periods[t]!
  return (priceUsdPerUnit / 1e6) * maintenanceSharePerYear * period.lengthYears * period.discount
}
