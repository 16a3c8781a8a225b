import { SECONDS_PER_HOUR, TOKENS_PER_MTOK } from '../../../plan/units.ts'
import type { Audited } from '../audited.ts'
import { hoursIn } from '../calendar.ts'
import { usdOfMix } from './apiPrice.ts'
import { ENERGY_PENALTY_LINE } from './gridPayments.ts'
import { type Payment, paidAt } from './ledger.ts'
import { sellingPrices } from './marketPrices.ts'
import { powerPayments } from './powerPayments.ts'
import { sitePayments } from './sitePayments.ts'
import { PENALTY_LINE, tokenPayments } from './tokenPayments.ts'

/** Everything that somebody pays: penalties are weighed in the solve and paid by nobody. */
export function listCosts(audited: Audited): Payment[] {
  return [...sitePayments(audited), ...powerPayments(audited), ...tokenPayments(audited)].filter(
    ({ name }) => name !== PENALTY_LINE && name !== ENERGY_PENALTY_LINE,
  )
}

/** Tokens served, at what they sell for in the middle of their period; received, and so above 0. */
export function listSales(audited: Audited): Payment[] {
  const { plan, result, quarters } = audited
  return result.flows.map((flow) => {
    const t = quarters.indexOf(flow.period)
    const mTok = (flow.tokS * hoursIn(plan) * SECONDS_PER_HOUR) / TOKENS_PER_MTOK
    const prices = sellingPrices(plan, flow.classId, t)
    const usd = prices ? mTok * usdOfMix(audited, flow.classId, prices) : 0
    return { layer: 'agents', name: 'Sales', siteId: null, t, years: paidAt(plan, t), usd }
  })
}
