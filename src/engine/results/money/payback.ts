import type { DatedMoney } from './rateOfReturn.ts'

/** Years until the running sum of payments stays at or above 0; null: it never does. In the order of their dates, one a date. */
export function paybackYears(money: readonly DatedMoney[]): number | null {
  let sum = 0
  let since: number | null = null
  for (const { years, musd } of money) {
    sum += musd
    if (sum < 0) since = null
    else since ??= years
  }
  return since
}
