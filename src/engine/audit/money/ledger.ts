import type { LayerName } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'

/** Money that changes hands once. */
export interface Payment {
  readonly layer: LayerName
  /** Line of the result that it belongs to. */
  readonly name: string
  readonly siteId: string | null
  /** Quarter that the result books it in. */
  readonly t: number
  /** When it is paid, in years from the start of the horizon; before it below 0. */
  readonly years: number
  readonly usd: number
}

export const lineKey = (line: Pick<Payment, 'layer' | 'name' | 'siteId'>): string =>
  `${line.siteId ?? 'all sites'}: ${line.layer}: ${line.name}`

/** Middle of a quarter, in years from the start of the horizon. */
export function middleOf(t: number): number {
  return t / 4 + 1 / 8
}

/** What is paid when something is bought, and what it is still worth when the horizon ends. */
export interface Asset {
  readonly usd: number
  readonly lifeYears: number
  readonly residualShare: number
  /** Quarters between the order, when it is paid, and the quarter in which it serves. */
  readonly quartersAhead: number
  /** Sold after so many quarters of service, at a share of its price; absent: kept to the horizon. */
  readonly sale?: { readonly quarters: number; readonly share: number | undefined } | undefined
}

/** The two payments of an asset that serves from quarter `t` on: the order, and the credit for its sale or book value. */
export function toPayments(
  line: Pick<Payment, 'layer' | 'name' | 'siteId' | 't'>,
  { usd, lifeYears, residualShare, quartersAhead, sale }: Asset,
  plan: Plan,
): Payment[] {
  const isSold = sale !== undefined && line.t + sale.quarters < plan.horizon.periods
  const endYears = isSold ? middleOf(line.t + sale.quarters) : plan.horizon.periods / 4
  const servedShare = Math.min(1, (endYears - middleOf(line.t)) / lifeYears)
  const bookShare = residualShare + (1 - residualShare) * (1 - servedShare)
  const bookValue = usd * ((isSold ? sale.share : undefined) ?? bookShare)
  return [
    { ...line, years: middleOf(line.t) - quartersAhead / 4, usd },
    { ...line, years: endYears, usd: -bookValue },
  ]
}

/** Present value in million USD. */
export function presentMusd(payments: readonly Payment[], plan: Plan): number {
  const rate = Math.log1p(plan.finance.discountRatePerYear)
  return payments.reduce((sum, { usd, years }) => sum + (usd / 1e6) * Math.exp(-rate * years), 0)
}
