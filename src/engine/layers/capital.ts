import type { Inputs } from '../derive/inputs.ts'
import { discountAt, horizonYears, type Period } from '../derive/periods.ts'
import { recoveryFactor } from '../tariff/recoveryFactor.ts'

export interface Asset {
  readonly lifeYears: number
  /** Quarters between the order and service. */
  readonly leadQuarters: number
  /** Share of the price that is left when its life ends. */
  readonly residualShare?: number
  /** Leaves service after so many periods; absent: stays to the horizon. */
  readonly servesPeriods?: number
  /** Sold then, at a share of its price, where that is within the horizon; without a share at its book value. */
  readonly sale?: { readonly share: number | undefined } | undefined
}

/** [period] present value of one dollar of an asset that serves from the period on; see {@link capitalFactor}. */
export function capitalFactors(inputs: Inputs, asset: Asset): number[] {
  return inputs.periods.map((period) => capitalFactor(inputs, asset, period))
}

/**
 * Present value of one dollar of an asset that serves from a period on:
 *
 *   lump sum  discount at the order (or with service) less what comes back:
 *               sold within the horizon: resale share, when it leaves service
 *               else, where the plan gives values left: 1 - (1 - residual) x years served / life, at the horizon
 *   annuity   sum over the periods in service of CRF(rate, life) x years x discount; nothing comes back
 */
export function capitalFactor({ plan, periods }: Inputs, asset: Asset, period: Period): number {
  const { discountRatePerYear, capital, capitalPaid, residualValue } = plan.finance
  const { lifeYears, residualShare = 0, servesPeriods = periods.length, sale } = asset
  const leaves = period.index + servesPeriods
  if (capital === 'annuity') {
    const inService = periods.slice(period.index, leaves)
    const years = inService.reduce((sum, own) => sum + own.lengthYears * own.discount, 0)
    return recoveryFactor(discountRatePerYear, lifeYears) * years
  }
  const paid = discountAt(plan, period, capitalPaid === 'at-order' ? asset.leadQuarters : 0)
  const sold = sale === undefined ? undefined : periods[leaves]
  if (!sold && !residualValue) return paid
  const endYears = sold ? sold.paidYears : horizonYears(periods)
  const bookShare = 1 - (1 - residualShare) * Math.min(1, (endYears - period.paidYears) / lifeYears)
  const leftShare = (sold ? sale?.share : undefined) ?? bookShare
  return paid - leftShare * (1 + discountRatePerYear) ** -endYears
}
