import type { Audited } from '../audited.ts'
import { usdOfMix } from './apiPrice.ts'
import { sellingPrices } from './marketPrices.ts'

/** What a million tokens of a class that are not served count for: the plan's penalty, or the sale that is lost. */
export function forgoneUsdPerMTok(audited: Audited, classId: string, t: number): number {
  const { finance, routing } = audited.plan
  if (finance.objective === 'cost') return routing.unservedUsdPerMTok
  const prices = sellingPrices(audited.plan, classId, t)
  return prices ? usdOfMix(audited, classId, prices) : 0
}
