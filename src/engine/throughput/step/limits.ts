import type { ServingQuery } from '../query.ts'
import { promptQueue, tailFirstTokenS } from './firstToken.ts'
import type { Layout } from './layout.ts'
import type { Coefficients } from './parts.ts'
import { stepParts, stepTimeS } from './parts.ts'

/** No more than this was ever measured to hold weights and cache; the rest is the runtime's. */
const MEMORY_USABLE = 0.96
/** Activations and the runtime, per accelerator. */
const OVERHEAD_GB = 2
/** Largest batch that a process of serving software is configured for. */
const MOST_CONCURRENT = 2048

function bytesPerSequence(query: ServingQuery, layout: Layout): number {
  const { inputTokens, outputTokens } = query
  const answer = query.reservesAnswers ? outputTokens : outputTokens / 2
  return layout.kvBytesPerToken * (inputTokens + answer) * layout.copies + layout.stateBytes
}

/** Sequences that memory holds, at mean length or as the software reserves it; 0 where weights or context do not fit. */
export function memoryLimit(query: ServingQuery, layout: Layout): number {
  const { accelerator, model, inputTokens, outputTokens } = query
  if (inputTokens + outputTokens > model.context * contextStretch(query)) return 0
  const gb = query.memoryGb ?? accelerator.memoryGb
  const free = (MEMORY_USABLE * gb - OVERHEAD_GB) * 1e9 * layout.n - layout.denseBytes - layout.expertBytes
  return Math.max(0, Math.floor(free / Math.max(1, bytesPerSequence(query, layout))))
}

/** Contexts up to this were stretched to twice their length by scaling positions, as AWS measured of Llama-2. */
const STRETCHED_CONTEXT = 8192
/** Qwen's cards name the scaling that makes 131,072 tokens of 32,768 or 40,960. */
const QWEN_CONTEXT = { trained: [32768, 40960], stretched: 131072 }

function contextStretch({ model, mayStretchContext }: ServingQuery): number {
  if (!mayStretchContext) return 1
  if (model.id.startsWith('qwen') && QWEN_CONTEXT.trained.includes(model.context))
    return QWEN_CONTEXT.stretched / model.context
  return model.context <= STRETCHED_CONTEXT ? 2 : 1
}

/** GB per accelerator that weights, `batch` sequences and the reserve take. */
export function memoryUsedGb(query: ServingQuery, layout: Layout, batch: number): number {
  const bytes = layout.denseBytes + layout.expertBytes + batch * bytesPerSequence(query, layout)
  return bytes / layout.n / 1e9 + OVERHEAD_GB
}

/** Mean time per token against the P99 that a target means, of a server that meets it with some room. */
const TPOT_P99_FACTOR = 1.25
/** Most sequences within both latency targets, by bisection: both times grow with the batch. */
export function latencyLimit(query: ServingQuery, layout: Layout, coefficients: Coefficients): number {
  const { tpotMs = Number.POSITIVE_INFINITY, ttftMs = Number.POSITIVE_INFINITY } = query
  const isWithin = (batch: number) => {
    const tpotS = stepTimeS(stepParts(query, layout, batch), coefficients)
    return (
      tpotS * TPOT_P99_FACTOR * 1000 <= tpotMs &&
      tailFirstTokenS(promptQueue(query, layout, coefficients, batch, tpotS), tpotS) * 1000 <= ttftMs
    )
  }
  if (!isWithin(1)) return 0
  let low = 1
  let high = MOST_CONCURRENT
  if (isWithin(high)) return high
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isWithin(middle)) low = middle
    else high = middle
  }
  return low
}
