import type { Coefficients } from './factors.ts'
import type { Layout } from './layout.ts'
import { stepParts } from './parts.ts'
import type { ServingQuery } from './query.ts'

const PREFILL_SHARE_CAP = 0.8

/** Own prefill, the wait behind others' (M/G/1 with squared variation 1) and one step; seconds. */
export function firstTokenS(
  query: ServingQuery,
  layout: Layout,
  coefficients: Coefficients,
  batch: number,
  tpotS: number,
): number {
  const one = stepParts(query, layout, 1)
  const perToken = one.prefill * coefficients.prefill + one.prefillAttention * coefficients.prefillAttention
  const prefillS = query.outputTokens * perToken
  const share = Math.min(PREFILL_SHARE_CAP, (batch * perToken) / tpotS)
  return prefillS + (share / (1 - share)) * prefillS + tpotS
}
