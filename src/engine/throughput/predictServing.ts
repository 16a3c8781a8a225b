import type { AcceleratorRow, ModelRow } from '../../plan/catalog/rows.ts'

type Precision = 'bf16' | 'fp8' | 'int8' | 'fp4'

export interface ServingQuery {
  readonly accelerator: AcceleratorRow
  readonly model: ModelRow
  readonly precision: Precision
  readonly inputTokens: number
  readonly outputTokens: number
  readonly cacheHitShare: number
  readonly ttftMs: number
  readonly tpotMs: number
  /** Overrides the catalog's memory, GB per accelerator. */
  readonly memoryGb?: number
}

export interface ServingPrediction {
  readonly isFeasible: boolean
  readonly accelCount: number
  readonly batch: number
  /** Input (cached too) and output tokens per second per accelerator. */
  readonly totalTokSPerAccel: number
  readonly ttftMs: number
  readonly tpotMs: number
  readonly concurrencyLatencyLimit: number
  readonly concurrencyMemoryLimit: number
}

/**
 * First fit on 1,566 measured rows of H100, H200 and B200: median error 13 %, mean 19 % on its own rows; other
 * hardware is an extrapolation (grade C). Efficiencies are shares of peak, times are seconds.
 */
const FIT = {
  memoryBandwidth: 0.67,
  prefillCompute: 0.8,
  decodeCompute: 0.95,
  collectiveS: 15.8e-6,
  layerS: 24.0e-6,
  moeLayerS: 31.8e-6,
  requestS: 4.5e-3,
  link: 0.195,
}
/** Mean time per token against the P99 that a target means. */
const TPOT_P99_FACTOR = 1.25
const MEMORY_USABLE = 0.9
const OVERHEAD_GB = 6
const MOST_CONCURRENT = 4096
const PREFILL_SHARE_CAP = 0.8

interface Layout {
  readonly n: number
  readonly denseBytes: number
  readonly expertBytes: number
  readonly kvBytesPerToken: number
  readonly stateBytes: number
  readonly copies: number
  readonly flops: number
}

/**
 * Tokens per second of a model on an accelerator at a latency target: a KV roofline with fixed costs per step.
 *
 *   TPOT(B) = memory + decode + interleaved prefill + fixed per layer + link + host,   plain sum
 *   tokens per second per accelerator = B / TPOT / n x (1 + input / output)
 *
 * Over the tensor-parallel sizes n of the scale-up domain, the best feasible one.
 */
export function predictServing(query: ServingQuery): ServingPrediction {
  const domain = Math.max(1, Math.min(16, query.accelerator.scaleupDomainSize ?? 1))
  const sizes = [1, 2, 4, 8, 16].filter((n) => n <= domain)
  const all = sizes.map((n) => predictAt(query, layoutOf(query, n)))
  return all.reduce((best, own) => {
    if (own.isFeasible !== best.isFeasible) return own.isFeasible ? own : best
    return own.totalTokSPerAccel > best.totalTokSPerAccel ? own : best
  })
}

function layoutOf({ accelerator, model, precision }: ServingQuery, n: number): Layout {
  const weight = { bf16: 2, fp8: 1, int8: 1, fp4: 0.5625 }[precision]
  const expertShare = model.routedExpertParamShare ?? 0
  const total = model.totalParamsB * 1e9
  const bf16 = accelerator.bf16TflopsDense ?? (accelerator.fp8TflopsDense ?? 0) / 2
  const peak = {
    bf16,
    fp8: accelerator.fp8TflopsDense ?? bf16,
    int8: accelerator.int8TopsDense ?? bf16,
    fp4: accelerator.fp4TflopsDense ?? accelerator.fp8TflopsDense ?? bf16,
  }[precision]
  const kvBytes = precision === 'bf16' ? 2 : 1
  const isLatent = model.mlaKvLoraRank !== null
  return {
    n,
    denseBytes: total * (1 - expertShare) * Math.max(1, weight),
    expertBytes: total * expertShare * weight,
    kvBytesPerToken: (model.kvElemsPerToken ?? 0) * kvBytes,
    stateBytes: ((model.kvElemsWindowMax ?? 0) + (model.recurrentStateElemsPerSeq ?? 0)) * kvBytes,
    copies: isLatent ? 1 : n / Math.min(n, model.kvHeads ?? n),
    flops: peak * 1e12,
  }
}

function predictAt(query: ServingQuery, layout: Layout): ServingPrediction {
  const memory = memoryLimit(query, layout)
  const latency = latencyLimit(query, layout)
  const batch = Math.min(memory, latency)
  const tpotS = stepTimeS(query, layout, Math.max(1, batch))
  const ttftS = firstTokenS(query, layout, Math.max(1, batch), tpotS)
  const outputTokS = batch / tpotS / layout.n
  return {
    isFeasible: batch >= 1,
    accelCount: layout.n,
    batch,
    totalTokSPerAccel: outputTokS * (1 + query.inputTokens / query.outputTokens),
    ttftMs: ttftS * 1000,
    tpotMs: tpotS * 1000,
    concurrencyLatencyLimit: latency,
    concurrencyMemoryLimit: memory,
  }
}

/** Sequences that memory holds at mean length; 0 where weights or context do not fit. */
function memoryLimit(query: ServingQuery, layout: Layout): number {
  const { accelerator, model, inputTokens, outputTokens } = query
  if (inputTokens + outputTokens > model.context) return 0
  const gb = query.memoryGb ?? accelerator.memoryGb
  const free = (MEMORY_USABLE * gb - OVERHEAD_GB) * 1e9 * layout.n - layout.denseBytes - layout.expertBytes
  const each = layout.kvBytesPerToken * (inputTokens + outputTokens / 2) * layout.copies + layout.stateBytes
  return Math.max(0, Math.floor(free / Math.max(1, each)))
}

/** Most sequences within both latency targets, by bisection: both times grow with the batch. */
function latencyLimit(query: ServingQuery, layout: Layout): number {
  const isWithin = (batch: number) => {
    const tpotS = stepTimeS(query, layout, batch)
    return (
      tpotS * TPOT_P99_FACTOR * 1000 <= query.tpotMs &&
      firstTokenS(query, layout, batch, tpotS) * 1000 <= query.ttftMs
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

/** Seconds of one step that yields one token to each of `batch` sequences. */
function stepTimeS(query: ServingQuery, layout: Layout, batch: number): number {
  const { accelerator, model, inputTokens, outputTokens, cacheHitShare } = query
  const { n, flops } = layout
  const context = inputTokens + outputTokens / 2
  const read = Math.min(context, model.sparseAttnTopk ?? context)
  const coverage = model.nExperts && model.topK ? 1 - (1 - model.topK / model.nExperts) ** batch : 1
  const bytes =
    layout.denseBytes +
    layout.expertBytes * coverage +
    batch * (layout.kvBytesPerToken * read * layout.copies + layout.stateBytes)
  const prefilled = (inputTokens * (1 - cacheHitShare)) / outputTokens
  const attention = 4 * model.layers * (model.qHeads ?? 0) * (model.headDim ?? 0)
  const active = 2 * model.activeParamsB * 1e9
  const memoryS = bytes / (n * accelerator.memBwTbS * 1e12 * FIT.memoryBandwidth)
  const decodeS = (batch * (active + attention * read)) / (n * flops * FIT.decodeCompute)
  const prefillS =
    (batch * prefilled * (active + (attention / 2) * Math.min(inputTokens, read))) /
    (n * flops * FIT.prefillCompute)
  const fixedS =
    model.layers * FIT.layerS +
    (model.moeLayers ?? 0) * FIT.moeLayerS +
    (n > 1 ? 2 * model.layers * FIT.collectiveS : 0)
  const sent = 2 * model.layers * 2 * ((n - 1) / n) * model.hidden * 2 * batch * (1 + prefilled)
  const linkS = n > 1 ? sent / ((accelerator.scaleupGbSUnidir ?? 32) * 1e9 * FIT.link) : 0
  return memoryS + decodeS + prefillS + fixedS + linkS + (batch * FIT.requestS) / outputTokens
}

/** Own prefill, the wait behind others' (M/G/1 with squared variation 1) and one step. */
function firstTokenS(query: ServingQuery, layout: Layout, batch: number, tpotS: number): number {
  const { model, inputTokens, outputTokens, cacheHitShare } = query
  const active = 2 * model.activeParamsB * 1e9
  const read = Math.min(inputTokens, model.sparseAttnTopk ?? inputTokens)
  const attention = 2 * model.layers * (model.qHeads ?? 0) * (model.headDim ?? 0) * read
  const prefillS =
    (inputTokens * (1 - cacheHitShare) * (active + attention)) /
    (layout.n * layout.flops * FIT.prefillCompute)
  const share = Math.min(PREFILL_SHARE_CAP, (batch * prefillS) / (outputTokens * tpotS))
  return prefillS + (share / (1 - share)) * prefillS + tpotS
}
