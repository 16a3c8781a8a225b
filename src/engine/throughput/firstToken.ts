import { z } from 'zod'
import type { Layout } from './layout.ts'
import type { Coefficients } from './parts.ts'
import { stepParts } from './parts.ts'
import type { ServingQuery } from './query.ts'

/** First-token time of a fixed number in flight: own prompt, prompts of others, steps; and how far off it is. */
export const FirstTokenFit = z.object({
  own: z.number(),
  others: z.number(),
  steps: z.number(),
  /** P10 and P90 of measured over predicted, of rows whose model was held out. */
  p10: z.number().positive(),
  p90: z.number().positive(),
  rows: z.number(),
  heldOutMedianPercent: z.number(),
})
export type FirstTokenFit = z.infer<typeof FirstTokenFit>

/** Prompts are read one after another; a share of time beyond this is not planned with. */
const PREFILL_SHARE_CAP = 0.8

export interface PromptQueue {
  /** Seconds of one prompt alone. */
  readonly promptS: number
  /** Share of time that reading prompts takes. */
  readonly share: number
}

export function promptQueue(
  query: ServingQuery,
  layout: Layout,
  coefficients: Coefficients,
  batch: number,
  stepS: number,
): PromptQueue {
  const one = stepParts(query, layout, 1)
  const ofLink = query.inputTokens / (query.inputTokens + query.outputTokens)
  const perToken =
    one.prefill * coefficients.prefill +
    one.prefillAttention * coefficients.prefillAttention +
    (one.link * coefficients.link + one.allToAll * coefficients.allToAll) * ofLink
  return { promptS: query.outputTokens * perToken, share: (batch * perToken) / stepS }
}

/** What the first token of a fixed number in flight waits for, seconds: own prompt, all others' prompts, a step. */
export function firstTokenFeatures(queue: PromptQueue, batch: number, stepS: number): number[] {
  return [queue.promptS, batch * queue.promptS, stepS]
}

/**
 * Mean, seconds. With a fixed number in flight, requests come in bursts: as fitted. At random arrivals: own prompt, the
 * wait behind others' (M/G/1 with squared variation 1) and one step.
 */
export function firstTokenS(
  query: ServingQuery,
  queue: PromptQueue,
  batch: number,
  stepS: number,
  fit: FirstTokenFit,
): number {
  if (query.concurrency !== undefined) {
    const [own, others, steps] = firstTokenFeatures(queue, batch, stepS)
    return fit.own * own! + fit.others * others! + fit.steps * steps!
  }
  const share = Math.min(PREFILL_SHARE_CAP, queue.share)
  return queue.promptS + (share / (1 - share)) * queue.promptS + stepS
}

/** The percentile that targets mean. */
const TAIL = 0.99
/** What is left of the wait where prompts are mixed: from MLPerf v5.0 servers with long and with short prompts. */
const MIXED = 0.7

/**
 * At random arrivals at P99, seconds: prompts of one length wait half as long as in M/M/1, and less where they are cut
 * into chunks and mixed,
 *
 *   wait = 0.7 x own / (2 (1 - share)) x ln(share / (1 - P))
 */
export function tailFirstTokenS({ promptS, share }: PromptQueue, stepS: number): number {
  if (share >= 1) return Number.POSITIVE_INFINITY
  const wait = ((MIXED * promptS) / (2 * (1 - share))) * Math.log(Math.max(1, share / (1 - TAIL)))
  return promptS + wait + stepS
}
