import type { LayerName } from '../../../plan/result/cake.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { wholeMonths, yearsIn } from '../calendar.ts'

/** In a key of a line: what no one site pays. */
export const ALL_SITES = 'all sites'

/** Money that changes hands once. */
export interface Payment {
  readonly layer: LayerName
  /** Line of the result that it belongs to. */
  readonly name: string
  readonly siteId: string | null
  /** Period that the result books it in. */
  readonly t: number
  /** When it is paid, in years from the start of the horizon; before it below 0. */
  readonly years: number
  readonly usd: number
}

export const lineKey = (line: Pick<Payment, 'layer' | 'name' | 'siteId'>): string =>
  `${line.siteId ?? ALL_SITES}: ${line.layer}: ${line.name}`

/** Middle of a period, in years from the start of the horizon: what prices have changed by then. */
export function middleOf(plan: Plan, t: number): number {
  return (t + 1 / 2) * yearsIn(plan)
}

/** When the bills of a period are paid. */
export function paidAt(plan: Plan, t: number): number {
  const { discounting } = plan.finance
  if (discounting === 'start-of-period') return t * yearsIn(plan)
  return discounting === 'end-of-period' ? (t + 1) * yearsIn(plan) : middleOf(plan, t)
}

/** What is paid when something is bought, and what it is still worth when the horizon ends. */
export interface Asset {
  readonly usd: number
  readonly lifeYears: number
  readonly residualShare: number
  /** Months between the order, when it is paid, and the period in which it serves. */
  readonly leadMonths: number
  /** Leaves service after so many periods; absent: stays to the horizon. */
  readonly servesPeriods?: number | undefined
  /** Sold then, at a share of its price, where that is within the horizon; absent: it is worth its book value. */
  readonly sale?: { readonly share: number | undefined } | undefined
}

/**
 * The payments of an asset that serves from period `t` on: the order and the credit for its sale or book value, or a
 * rent for each period in service that a bank would ask for it.
 */
export function toPayments(
  line: Pick<Payment, 'layer' | 'name' | 'siteId' | 't'>,
  asset: Asset,
  plan: Plan,
): Payment[] {
  const { usd, lifeYears, residualShare, leadMonths, servesPeriods = plan.horizon.periods, sale } = asset
  const { capital, capitalPaid, residualValue, discountRatePerYear: rate } = plan.finance
  const leaves = line.t + servesPeriods
  if (capital === 'annuity') {
    const growth = (1 + rate) ** lifeYears
    const rentUsd = rate === 0 ? usd / lifeYears : (usd * rate * growth) / (growth - 1)
    const count = Math.min(plan.horizon.periods, leaves) - line.t
    return Array.from({ length: Math.max(0, count) }, (_, after) => ({
      ...line,
      years: paidAt(plan, line.t + after),
      usd: rentUsd * yearsIn(plan),
    }))
  }
  const years = paidAt(plan, line.t) - (capitalPaid === 'at-order' ? wholeMonths(plan, leadMonths) / 12 : 0)
  const isSold = sale !== undefined && leaves < plan.horizon.periods
  if (!isSold && !residualValue) return [{ ...line, years, usd }]
  const endYears = isSold ? paidAt(plan, leaves) : plan.horizon.periods * yearsIn(plan)
  const servedShare = Math.min(1, (endYears - paidAt(plan, line.t)) / lifeYears)
  const bookShare = residualShare + (1 - residualShare) * (1 - servedShare)
  const bookValue = usd * ((isSold ? sale.share : undefined) ?? bookShare)
  return [
    { ...line, years, usd },
    { ...line, years: endYears, usd: -bookValue },
  ]
}

/** Present value in million USD. */
export function presentMusd(payments: readonly Payment[], plan: Plan): number {
  const rate = Math.log1p(plan.finance.discountRatePerYear)
  return payments.reduce((sum, { usd, years }) => sum + (usd / 1e6) * Math.exp(-rate * years), 0)
}
