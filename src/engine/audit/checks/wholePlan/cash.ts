import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees } from '../../line.ts'
import { listCosts, listSales } from '../../money/business.ts'
import { type Payment, presentMusd } from '../../money/ledger.ts'
import { say } from '../../said.ts'

const CHECK = 'cash'
const TOLERANCE = 2e-3
const UNIT = 'million USD'

/**
 * Revenue and net present value from the payments up; and whether these payments are worth nothing at the rate of
 * return that the result names. Where it names none there is nothing to hold it to.
 */
export function checkCash(audited: Audited): AuditLine[] {
  const { plan, result } = audited
  const { cash } = result
  if (!cash) return []
  const paid = listCosts(audited)
  const received = listSales(audited)
  const revenueMusd = presentMusd(received, plan)
  const costMusd = presentMusd(paid, plan)
  const shared = { check: CHECK, unit: UNIT, toleranceShare: TOLERANCE }
  const lines = [
    agrees({
      ...shared,
      ...{ path: 'cash.revenueMusd', what: say`Revenue`, claimed: cash.revenueMusd, recomputed: revenueMusd },
    }),
    agrees({
      ...shared,
      ...{ path: 'cash.netPresentValueMusd', what: say`Net present value` },
      claimed: cash.netPresentValueMusd,
      recomputed: revenueMusd - costMusd,
      // A small difference of two large sums is known as well as they are.
      noise: TOLERANCE * (revenueMusd + Math.abs(costMusd)),
    }),
  ]
  if (cash.irrPerYear === null) return lines
  const atRate = Math.log1p(cash.irrPerYear)
  const worth = (payments: readonly Payment[]) =>
    sumOf(payments, ({ usd, years }) => (usd / 1e6) * Math.exp(-atRate * years))
  const [inMusd, outMusd] = [worth(received), worth(paid)]
  const path = 'cash.irrPerYear'
  const what = say`What is received at the rate of return, beside what is paid`
  return [...lines, agrees({ ...shared, path, what, claimed: inMusd, recomputed: outMusd })]
}
