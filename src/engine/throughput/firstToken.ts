import type { Coefficients } from './factors.ts'
import type { Layout } from './layout.ts'
import { stepParts } from './parts.ts'
import type { ServingQuery } from './query.ts'

/** P10 and P90 of measured over predicted (mean error of a fit to 1,970 rows: 49 %; grade C). */
export const TTFT_BAND = { p10: 0.5, p90: 1.9 }

/** Prompts are read one after another; a share of time beyond this is not planned with. */
const PREFILL_SHARE_CAP = 0.8

/** The queue of prompts: seconds of one alone, and the share of time that reading them takes. */
function promptQueue(
  query: ServingQuery,
  layout: Layout,
  coefficients: Coefficients,
  batch: number,
  stepS: number,
): { readonly promptS: number; readonly share: number } {
  const one = stepParts(query, layout, 1)
  const perToken = one.prefill * coefficients.prefill + one.prefillAttention * coefficients.prefillAttention
  return { promptS: query.outputTokens * perToken, share: (batch * perToken) / stepS }
}

/** Mean: own prompt, the wait behind others' (M/G/1 with squared variation 1) and one step; seconds. */
export function firstTokenS(
  query: ServingQuery,
  layout: Layout,
  coefficients: Coefficients,
  batch: number,
  stepS: number,
): number {
  const { promptS, share: full } = promptQueue(query, layout, coefficients, batch, stepS)
  const share = Math.min(PREFILL_SHARE_CAP, full)
  return promptS + (share / (1 - share)) * promptS + stepS
}

/** The percentile that targets mean. */
const TAIL = 0.99

/**
 * The same at P99: prompts of one length at random arrivals wait half as long as in M/M/1,
 *
 *   wait = own / (2 (1 - share)) x ln(share / (1 - P))
 */
export function tailFirstTokenS(
  query: ServingQuery,
  layout: Layout,
  coefficients: Coefficients,
  batch: number,
  stepS: number,
): number {
  const { promptS, share } = promptQueue(query, layout, coefficients, batch, stepS)
  if (share >= 1) return Number.POSITIVE_INFINITY
  const wait = (promptS / (2 * (1 - share))) * Math.log(Math.max(1, share / (1 - TAIL)))
  return promptS + wait + stepS
}
