import type { Debt } from '../../../plan/schema/taxDebt.ts'
import { recoveryFactor } from '../../tariff/recoveryFactor.ts'

/** Something that is bought with a loan. */
export interface Loaned {
  readonly musd: number
  /** Years from the start of the horizon to the payment, and to service. */
  readonly paidYears: number
  readonly serviceYears: number
}

/** Less is rounding, of the solver or of sums: a thousandth of a dollar. */
export const LEAST_MUSD = 1e-9

/** One movement of a loan; equity receives what is drawn and pays the rest. */
export interface LoanPayment {
  readonly kind: 'drawn' | 'service' | 'balance'
  readonly years: number
  /** Above 0. */
  readonly musd: number
  /** Of it; what accrues before service counts when service begins, and stands with what is drawn. */
  readonly interestMusd: number
}

/**
 * The loans of a plan, one for each thing bought:
 *
 *   drawn      share x price, when it is paid; interest until service is added to it
 *   service    CRF(interest, tenor) x what is owed at service, once a year after it, tenor times
 *   balance    what is still owed when the horizon ends
 */
export function loanPayments(
  bought: readonly Loaned[],
  { capitalShare, interestPerYear: rate, tenorYears }: Debt,
  horizonYears: number,
): LoanPayment[] {
  return bought.flatMap(({ musd, paidYears, serviceYears }): LoanPayment[] => {
    const drawn = musd * capitalShare
    if (drawn <= LEAST_MUSD) return []
    const owed = drawn * (1 + rate) ** Math.max(0, serviceYears - paidYears)
    const yearly = owed * recoveryFactor(rate, tenorYears)
    const payments: LoanPayment[] = [
      { kind: 'drawn', years: paidYears, musd: drawn, interestMusd: 0 },
      ...(owed > drawn
        ? [{ kind: 'drawn' as const, years: serviceYears, musd: 0, interestMusd: owed - drawn }]
        : []),
    ]
    let [left, at] = [owed, serviceYears]
    for (let count = 0; count < tenorYears && at + 1 <= horizonYears + 1e-9; count++) {
      const interestMusd = left * rate
      at++
      payments.push({ kind: 'service', years: at, musd: yearly, interestMusd })
      left -= yearly - interestMusd
    }
    if (left <= 1e-9 * owed) return payments
    const balance = left * (1 + rate) ** Math.max(0, horizonYears - at)
    return [
      ...payments,
      { kind: 'balance', years: horizonYears, musd: balance, interestMusd: balance - left },
    ]
  })
}
