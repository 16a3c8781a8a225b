import { z } from 'zod'
import type { ServingQuery } from '../query.ts'
import { softwareIn } from '../query.ts'
import type { Layout } from './layout.ts'
import type { Coefficients } from './parts.ts'
import { stepParts } from './parts.ts'

const Band = z.object({ p10: z.number().positive(), p90: z.number().positive(), coverage: z.number() })
const Weights = z.object({ own: z.number(), others: z.number(), steps: z.number() })
export type FirstTokenWeights = z.infer<typeof Weights>

/** First-token time of a fixed number in flight: own prompt, prompts of others, steps; and how far off it is. */
export const FirstTokenFit = Weights.extend({
  /** Logarithms that software adds to each: schedulers differ in how they mix prompts and answers. */
  software: z.record(z.string(), Weights),
  /** P10 and P90 of measured over predicted, of rows whose configuration, or model or accelerator, was held out. */
  known: Band,
  unknown: Band,
  rows: z.number(),
  /** Median absolute percentage error; of random arrivals and of one batch nothing was fitted. */
  medianPercent: z.object({
    configuration: z.number(),
    model: z.number(),
    accelerator: z.number(),
    server: z.number(),
    static: z.number(),
  }),
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
    ((one.link + one.promptLink) * coefficients.promptLink + one.allToAll * coefficients.allToAll) * ofLink
  return { promptS: query.outputTokens * perToken, share: (batch * perToken) / stepS }
}

/** What the first token of a fixed number in flight waits for, seconds: own prompt, all others' prompts, a step. */
export function firstTokenFeatures(
  { promptS }: PromptQueue,
  batch: number,
  stepS: number,
): FirstTokenWeights {
  return { own: promptS, others: batch * promptS, steps: stepS }
}

/** Weights of a software: those of all, times what it adds. */
export function firstTokenWeights(
  fit: Pick<FirstTokenFit, 'own' | 'others' | 'steps' | 'software'>,
  software: string,
): FirstTokenWeights {
  const { own, others, steps } = fit.software[software] ?? { own: 0, others: 0, steps: 0 }
  return {
    own: fit.own * Math.exp(own),
    others: fit.others * Math.exp(others),
    steps: fit.steps * Math.exp(steps),
  }
}

/** Mean wait, seconds, of those in flight that memory does not hold: others must end first. */
export function slotWaitS(
  { concurrency = 0, outputTokens }: ServingQuery,
  batch: number,
  stepS: number,
): number {
  return Math.max(0, concurrency / batch - 1) * outputTokens * stepS
}

/**
 * Mean, seconds. With a fixed number in flight, requests come in bursts: as fitted. In one batch all prompts are read
 * before the first step. At random arrivals: own prompt, the wait behind others' (M/G/1 with squared variation 1) and one
 * step.
 */
export function firstTokenS(
  query: ServingQuery,
  queue: PromptQueue,
  batch: number,
  stepS: number,
  fit: Pick<FirstTokenFit, 'own' | 'others' | 'steps' | 'software'>,
): number {
  if (query.scenario === 'static') return batch * queue.promptS + stepS
  if (query.concurrency !== undefined) {
    const weights = firstTokenWeights(fit, softwareIn(query))
    const features = firstTokenFeatures(queue, batch, stepS)
    return (
      weights.own * features.own +
      weights.others * features.others +
      weights.steps * features.steps +
      slotWaitS(query, batch, stepS)
    )
  }
  const share = Math.min(PREFILL_SHARE_CAP, queue.share)
  return queue.promptS + (share / (1 - share)) * queue.promptS + stepS
}

/**
 * Wait of P99 at random arrivals behind prompts of one length, seconds: half of that in M/M/1. With the share of time
 * that prompts take,
 *
 *   wait = own / (2 (1 - share)) x ln(share / (1 - P))
 */
export function tailWaitS(promptS: number, share: number): number {
  return (promptS / (2 * (1 - share))) * Math.log(Math.max(1, share / (1 - TAIL)))
}

/** The percentile that targets mean. */
const TAIL = 0.99
/** What is left of the wait where prompts are mixed: from MLPerf v5.0 servers with long and with short prompts. */
const MIXED = 0.7

/** At random arrivals at P99, seconds: the wait is shorter where prompts are cut into chunks and mixed. */
export function tailFirstTokenS({ promptS, share }: PromptQueue, stepS: number): number {
  if (share >= 1) return Number.POSITIVE_INFINITY
  return promptS + MIXED * tailWaitS(promptS, share) + stepS
}
