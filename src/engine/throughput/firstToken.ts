import type { Coefficients } from './coefficients.ts'
import type { Layout } from './layout.ts'
import type { ServingQuery } from './query.ts'

const PREFILL_SHARE_CAP = 0.8

/** Own prefill, the wait behind others' (M/G/1 with squared variation 1) and one step; seconds. */
export function firstTokenS(
  query: ServingQuery,
  layout: Layout,
  fit: Coefficients,
  batch: number,
  tpotS: number,
): number {
  const { model, inputTokens, outputTokens, cacheHitShare } = query
  const read = Math.min(inputTokens, model.sparseAttnTopk ?? inputTokens)
  const prefillS =
    (inputTokens * (1 - cacheHitShare) * (layout.activeFlop + layout.prefillAttentionFlop * read)) /
    (layout.n * layout.flops * fit.prefillCompute)
  const share = Math.min(PREFILL_SHARE_CAP, (batch * prefillS) / (outputTokens * tpotS))
  return prefillS + (share / (1 - share)) * prefillS + tpotS
}
