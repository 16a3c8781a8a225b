import {
  MONTHS_PER_YEAR,
  monthsPerPeriod,
  periodFrom,
  periodsOf,
  periodUntil,
} from '../../../plan/calendar.ts'
import type { PlanAccelerator } from '../../../plan/schema/supply.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { type Period, stepAt } from '../../derive/periods.ts'
import { type Asset, capitalFactor } from '../allLayers/capital.ts'

/** Months from the order to the delivery of what arrives in a period of the horizon. */
export function leadMonthsAt(
  { leadMonths, leadMonthsByPeriod }: Pick<PlanAccelerator, 'leadMonths' | 'leadMonthsByPeriod'>,
  period: number,
): number {
  return stepAt(leadMonthsByPeriod, period, leadMonths)
}

/** Units that can be delivered in a period: ordered a lead time earlier, within the horizon and while on sale. */
export function deliverableUnits(
  { plan }: Pick<Inputs, 'plan'>,
  acceleratorIndex: number,
  period: number,
): number {
  const accelerator = plan.accelerators[acceleratorIndex]!
  const order = period - periodsOf(plan, leadMonthsAt(accelerator, period))
  const from = accelerator.onSaleFrom ? periodFrom(plan, accelerator.onSaleFrom) : 0
  const until = accelerator.onSaleUntil
    ? periodUntil(plan, accelerator.onSaleUntil)
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

/** An age, below that of the plan, at which units may leave service and be sold. */
export interface EarlyAge {
  readonly years: number
  /** Of the price; undefined: book value. */
  readonly resaleShare: number | undefined
}

/** The ages among which a solve may choose beside the plan's own; none: there is no choice. */
export function earlyAges({ retireAtYears, retireResaleShares }: PlanAccelerator): EarlyAge[] {
  return retireAtYears.map((years, index) => ({ years, resaleShare: retireResaleShares[index] }))
}

/** Periods that a unit serves: its life, or until the planner's refresh, or to an earlier age. */
export function servicePeriods(
  { plan }: Pick<Inputs, 'plan'>,
  { lifeYears, refreshYears }: PlanAccelerator,
  early?: EarlyAge,
): number {
  const years = early?.years ?? refreshYears ?? lifeYears
  return Math.max(1, Math.round((years * MONTHS_PER_YEAR) / monthsPerPeriod(plan)))
}

/**
 * [period] present value of one unit delivered then, million USD: its price at the order (a lead time earlier) less
 * what is left of it.
 */
export function unitCapexMusd(
  inputs: Pick<Inputs, 'plan' | 'periods'>,
  acceleratorIndex: number,
  early?: EarlyAge,
): number[] {
  const accelerator = inputs.plan.accelerators[acceleratorIndex]!
  const usd = unitPriceUsd(inputs, acceleratorIndex)
  return inputs.periods.map((period) => presentMusd(inputs, accelerator, period, usd[period.index]!, early))
}

/** [period] price of one unit delivered then, on the day of its order. */
export function unitPriceUsd(
  { plan, periods }: Pick<Inputs, 'plan' | 'periods'>,
  acceleratorIndex: number,
): number[] {
  const accelerator = plan.accelerators[acceleratorIndex]!
  const { priceUsdPerUnit, priceChangePerYear } = accelerator
  return periods.map(({ midYears, index }) => {
    const orderYears = Math.max(0, midYears - leadMonthsAt(accelerator, index) / MONTHS_PER_YEAR)
    return priceUsdPerUnit * (1 + priceChangePerYear) ** orderYears
  })
}

/** Switches, optics and cables of one unit, at today's price. */
export function unitNetworkUsd({ networkUsdPerAccel, accelPerUnit }: PlanAccelerator): number {
  return networkUsdPerAccel * accelPerUnit
}

/** [period] present value of the network of one unit delivered then, million USD. */
export function unitNetworkMusd(
  inputs: Pick<Inputs, 'plan' | 'periods'>,
  acceleratorIndex: number,
  early?: EarlyAge,
): number[] {
  const accelerator = inputs.plan.accelerators[acceleratorIndex]!
  const usd = unitNetworkUsd(accelerator)
  return inputs.periods.map((period) => presentMusd(inputs, accelerator, period, usd, early))
}

/** What is sold at a refresh comes back at its resale share, the rest at its book value (see `capital.ts`). */
function presentMusd(
  inputs: Pick<Inputs, 'plan' | 'periods'>,
  own: PlanAccelerator,
  period: Period,
  usd: number,
  early?: EarlyAge,
): number {
  return (usd / USD_PER_MUSD) * capitalFactor(inputs, unitAsset(inputs, own, period, early), period)
}

/** A unit delivered in a period as something that is paid once, and sold at an early age where one is given. */
export function unitAsset(
  inputs: Pick<Inputs, 'plan'>,
  own: PlanAccelerator,
  period: Period,
  early?: EarlyAge,
): Asset {
  const isRefreshed = own.refreshYears !== undefined
  return {
    lifeYears: own.lifeYears,
    residualShare: own.residualShare,
    leadMonths: leadMonthsAt(own, period.index),
    servesPeriods: servicePeriods(inputs, own, early),
    sale: early ? { share: early.resaleShare } : isRefreshed ? { share: own.resaleShare } : undefined,
  }
}

/** Present value of keeping one unit in service for a period, million USD. */
export function maintenanceMusd({ plan, periods }: Inputs, acceleratorIndex: number, t: number): number {
  const { priceUsdPerUnit, maintenanceSharePerYear } = plan.accelerators[acceleratorIndex]!
  const period = periods[t]!
  return (priceUsdPerUnit / USD_PER_MUSD) * maintenanceSharePerYear * period.lengthYears * period.discount
}
