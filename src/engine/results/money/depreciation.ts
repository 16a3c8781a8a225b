import type { Tax } from '../../../plan/schema/taxDebt.ts'

/** MACRS writes property of so many years off at twice the straight-line rate, longer at one and a half times. */
const FAST_YEARS = 10
/** From here on, as real property, in equal parts. */
const STRAIGHT_YEARS = 27

export interface WrittenOff {
  readonly method: Tax['depreciation']
  readonly lifeYears: number
  /** Years from the start of the horizon to service. */
  readonly serviceYears: number
  /** The year of the plan that it enters service in, 0 the first. */
  readonly firstYear: number
}

/**
 * Share of a price that is written off in each year of the plan, the last perhaps cut short by the horizon:
 *
 *   straight-line      overlap of the year with [service, service + life] / life
 *   declining balance  first year half of f / L; then the larger of book x f / L and book / (L left), f = 2 or 1.5
 */
export function depreciationShares(asset: WrittenOff, horizonYears: number): number[] {
  const { method, lifeYears, serviceYears, firstYear } = asset
  const years = Array.from({ length: Math.ceil(horizonYears - 1e-9) }, (_, year) => year)
  if (method === 'declining-balance' && lifeYears <= STRAIGHT_YEARS) {
    const table = decliningTable(lifeYears)
    return years.map((year) => (table[year - firstYear] ?? 0) * Math.min(1, horizonYears - year))
  }
  return years.map((year) => {
    const from = Math.max(year, serviceYears)
    const to = Math.min(year + 1, horizonYears, serviceYears + lifeYears)
    return Math.max(0, to - from) / lifeYears
  })
}

/** As in IRS Publication 946, table A-1: 20, 32, 19.2, 11.52, 11.52, 5.76 % for five years. */
function decliningTable(lifeYears: number): number[] {
  const rate = (lifeYears <= FAST_YEARS ? 2 : 1.5) / lifeYears
  const shares = [Math.min(1, rate / 2)]
  let book = 1 - shares[0]!
  for (let left = lifeYears - 0.5; book > 1e-12; left--) {
    const share = Math.min(book, Math.max(book * rate, left > 1 ? book / left : book))
    shares.push(share)
    book -= share
  }
  return shares
}
