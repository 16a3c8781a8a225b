import type { Plan } from '../../../plan/schema/plan.ts'
import { type Asset, countYears, horizonOf, yearOf } from './assets.ts'

/** Money at a time, received above 0, US dollars. */
export interface Dated {
  readonly years: number
  readonly usd: number
}

/** A loan by what is owed, not by its instalments. */
export interface Loan {
  readonly money: readonly Dated[]
  /** What the lender earns, and when it counts; above 0. */
  readonly interest: readonly Dated[]
  /** [year] paid in it, and owed when it ends. */
  readonly serviceUsd: readonly number[]
  readonly owedUsd: readonly number[]
}

/** Less than a thousandth of a dollar is nobody's loan. */
const LEAST_USD = 1e-3
const EPSILON = 1e-9

/** A loan for everything that is bought at once. */
export function listLoans(plan: Plan, assets: readonly Asset[]): Loan[] {
  return assets
    .filter(({ priceUsd }) => priceUsd * plan.finance.debt.capitalShare > LEAST_USD)
    .map((asset) => toLoan(plan, asset))
}

function toLoan(plan: Plan, { priceUsd, paidAt, servesFrom }: Asset): Loan {
  const { capitalShare, interestPerYear: rate, tenorYears } = plan.finance.debt
  const end = horizonOf(plan)
  const growth = (years: number) => (1 + rate) ** Math.max(0, years)
  const drawnUsd = capitalShare * priceUsd
  const atServiceUsd = drawnUsd * growth(servesFrom - paidAt)
  // What n equal payments at the end of each year leave of a debt that grows by its interest.
  const paidIn = (count: number) => (rate === 0 ? count : (growth(count) - 1) / rate)
  const yearlyUsd = (atServiceUsd * growth(tenorYears)) / paidIn(tenorYears)
  const leftUsd = (count: number) => atServiceUsd * growth(count) - yearlyUsd * paidIn(count)
  const count = Math.min(tenorYears, Math.floor(end - servesFrom + EPSILON))
  const dates = Array.from({ length: count }, (_, n) => servesFrom + n + 1)
  const unpaidUsd = count === tenorYears ? 0 : leftUsd(count)
  const lastUsd = unpaidUsd * growth(end - (servesFrom + count))
  const owedAfter = (year: number): number => {
    if (year === countYears(plan) - 1 || yearOf(plan, paidAt) > year) return 0
    if (yearOf(plan, servesFrom) > year) return drawnUsd
    return leftUsd(dates.filter((date) => yearOf(plan, date) <= year).length)
  }
  const years = [...new Array(countYears(plan)).keys()]
  return {
    money: [
      { years: paidAt, usd: drawnUsd },
      ...dates.map((date) => ({ years: date, usd: -yearlyUsd })),
      { years: end, usd: -lastUsd },
    ],
    interest: [
      { years: servesFrom, usd: atServiceUsd - drawnUsd },
      ...dates.map((date, n) => ({ years: date, usd: rate * leftUsd(n) })),
      { years: end, usd: lastUsd - unpaidUsd },
    ],
    serviceUsd: years.map((year) => yearlyUsd * dates.filter((date) => yearOf(plan, date) === year).length),
    owedUsd: years.map(owedAfter),
  }
}
