import { countedMonths, MONTHS_PER_YEAR } from '../../../plan/calendar.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { horizonYears, type Period } from '../../derive/periods.ts'
import { recoveryFactor } from '../../tariff/recoveryFactor.ts'

export interface Asset {
  readonly lifeYears: number
  /** Months between the order and service. */
  readonly leadMonths: number
  /** Share of the price that is left when its life ends. */
  readonly residualShare?: number
  /** Leaves service after so many periods; absent: stays to the horizon. */
  readonly servesPeriods?: number
  /** Sold then, at a share of its price, where that is within the horizon; without a share at its book value. */
  readonly sale?: { readonly share: number | undefined } | undefined
}

/** A share of an asset's price that changes hands: paid where above 0, coming back below. */
export interface Instalment {
  /** From the start of the horizon; below 0 before it. */
  readonly years: number
  readonly share: number
}

type Horizon = Pick<Inputs, 'plan' | 'periods'>

/** [period] present value of one dollar of an asset that serves from the period on; see {@link capitalFactor}. */
export function capitalFactors(inputs: Horizon, asset: Asset): number[] {
  return inputs.periods.map((period) => capitalFactor(inputs, asset, period))
}

/** Present value of one dollar of an asset that serves from a period on: its instalments, discounted. */
export function capitalFactor(inputs: Horizon, asset: Asset, period: Period): number {
  const rate = inputs.plan.finance.discountRatePerYear
  return instalments(inputs, asset, period).reduce(
    (sum, own) => sum + own.share * (1 + rate) ** -own.years,
    0,
  )
}

/**
 * When one dollar of an asset that serves from a period on is paid, and what comes back:
 *
 *   lump sum  at the order (or with service); then, where
 *               sold within the horizon: resale share, when it leaves service
 *               else, where the plan gives values left: 1 - (1 - residual) x years served / life, at the horizon
 *   annuity   in each period in service CRF(rate, life) x years; nothing comes back
 */
export function instalments({ plan, periods }: Horizon, asset: Asset, period: Period): Instalment[] {
  const { discountRatePerYear, capital, capitalPaid, residualValue } = plan.finance
  const { lifeYears, residualShare = 0, servesPeriods = periods.length, sale } = asset
  const leaves = period.index + servesPeriods
  if (capital === 'annuity') {
    const perYear = recoveryFactor(discountRatePerYear, lifeYears)
    const inService = periods.slice(period.index, leaves)
    return inService.map((own) => ({ years: own.paidYears, share: perYear * own.lengthYears }))
  }
  const lead = capitalPaid === 'at-order' ? countedMonths(plan, asset.leadMonths) / MONTHS_PER_YEAR : 0
  const paid: Instalment = { years: period.paidYears - lead, share: 1 }
  const sold = sale === undefined ? undefined : periods[leaves]
  if (!sold && !residualValue) return [paid]
  const endYears = sold ? sold.paidYears : horizonYears(periods)
  const bookShare = 1 - (1 - residualShare) * Math.min(1, (endYears - period.paidYears) / lifeYears)
  const leftShare = (sold ? sale?.share : undefined) ?? bookShare
  return [paid, { years: endYears, share: -leftShare }]
}
