import type { Audited } from '../audited.ts'
import { usdOfMix } from './apiPrice.ts'
import { middleOf } from './ledger.ts'

/** Of its price for input where none is said for cached input. */
const CACHED_SHARE = 0.1

/** What a million tokens of a class that are not served count for: the plan's penalty, or the sale that is lost. */
export function forgoneUsdPerMTok(audited: Audited, classId: string, t: number): number {
  const { finance, routing, distribution } = audited.plan
  if (finance.objective === 'cost') return routing.unservedUsdPerMTok
  const { byClass, tokens, changePerYear } = distribution.sellPrices
  const price = byClass[classId] ?? tokens
  if (!price) return 0
  const { usdPerMInput, usdPerMCachedInput, usdPerMOutput } = price
  const cached = usdPerMCachedInput ?? usdPerMInput * CACHED_SHARE
  const atStart = usdOfMix(audited, classId, [usdPerMInput, cached, usdPerMOutput])
  return atStart * (1 + changePerYear) ** middleOf(audited.plan, t)
}
