import type { AuditLine } from '../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../audited.ts'
import { hoursIn } from '../calendar.ts'
import { agrees } from '../line.ts'
import { ENERGY_PENALTY_LINE } from '../money/gridPayments.ts'
import { middleOf, type Payment, paidAt, presentMusd } from '../money/ledger.ts'
import { powerPayments } from '../money/powerPayments.ts'
import { sitePayments } from '../money/sitePayments.ts'
import { PENALTY_LINE, tokenPayments } from '../money/tokenPayments.ts'

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
  const paid = [...sitePayments(audited), ...powerPayments(audited), ...tokenPayments(audited)].filter(
    (own) => own.name !== PENALTY_LINE && own.name !== ENERGY_PENALTY_LINE,
  )
  const received = sales(audited)
  const revenueMusd = presentMusd(received, plan)
  const costMusd = presentMusd(paid, plan)
  const shared = { check: CHECK, unit: UNIT, toleranceShare: TOLERANCE }
  const lines = [
    agrees({
      ...shared,
      ...{ path: 'cash.revenueMusd', what: 'Revenue', claimed: cash.revenueMusd, recomputed: revenueMusd },
    }),
    agrees({
      ...shared,
      ...{ path: 'cash.netPresentValueMusd', what: 'Net present value' },
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
  const what = 'What is received at the rate of return, beside what is paid'
  return [...lines, agrees({ ...shared, path, what, claimed: inMusd, recomputed: outMusd })]
}

/** Tokens served, at what they sell for in the middle of their quarter. */
function sales(audited: Audited): Payment[] {
  const { plan, result, quarters } = audited
  const { changePerYear } = plan.distribution.sellPrices
  return result.flows.map((flow) => {
    const t = quarters.indexOf(flow.period)
    const mTok = (flow.tokS * hoursIn(plan) * 3600) / 1e6
    const grown = Math.exp(Math.log1p(changePerYear) * middleOf(plan, t))
    const usd = mTok * listUsdPerMTok(audited, flow.classId) * grown
    return { layer: 'agents', name: 'Sales', siteId: null, t, years: paidAt(plan, t), usd }
  })
}

/** USD per million tokens of a class, from the calls that make it up. */
function listUsdPerMTok({ plan, streams }: Audited, classId: string): number {
  const { byClass, tokens } = plan.distribution.sellPrices
  const list = byClass[classId] ?? tokens
  if (!list) return 0
  const cachedUsd = list.usdPerMCachedInput ?? list.usdPerMInput / 10
  const own = streams.filter((stream) => stream.classId === classId)
  const all = sumOf(own, (stream) => sumOf(stream.meanTokS, (tokS) => tokS))
  const usd = sumOf(own, ({ meanTokS, outputShare, cacheHitShare }) => {
    const readUsd = cacheHitShare * cachedUsd + (1 - cacheHitShare) * list.usdPerMInput
    return sumOf(meanTokS, (tokS) => tokS) * (outputShare * list.usdPerMOutput + (1 - outputShare) * readUsd)
  })
  return all > 0 ? usd / all : 0
}
