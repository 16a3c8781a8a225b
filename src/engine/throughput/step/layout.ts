import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../../../plan/catalog/modelRows.ts'
import type { Precision, ServingQuery } from '../query.ts'
import { sustainedShare } from './generation.ts'

/** A model laid out over the accelerators of one replica: bytes, operations and the peak they run at. */
export interface Layout {
  /** Accelerators of the replica. */
  readonly n: number
  /** Bytes of weights outside the routed experts, all copies, as they are read each step. */
  readonly denseBytes: number
  readonly expertBytes: number
  readonly kvBytesPerToken: number
  /** Copies of the KV cache where tensor parallelism exceeds the KV heads. */
  readonly copies: number
  /** Bytes per sequence that do not grow with its length: windows that are full and recurrent state. */
  readonly stateBytes: number
  /** Peak of the multiplications and of attention, FLOP/s per accelerator. */
  readonly flops: number
  readonly attentionFlops: number
  /** FLOP per token beside attention. */
  readonly activeFlop: number
  /** FLOP per token and token of context: decode and prefill. */
  readonly decodeAttentionFlop: number
  readonly prefillAttentionFlop: number
  /** Layers that route to experts. */
  readonly moeLayers: number
  /** Are experts spread over accelerators that hold the rest whole? */
  readonly isSpread: boolean
  /** Do layers follow each other over the accelerators? */
  readonly isPiped: boolean
}

/** Bytes per weight; NVFP4 carries one scale byte for 16 weights, MXFP4 one for 32. */
const EXPERT_BYTES = { bf16: 2, fp8: 1, int8: 1, fp4: 0.5625, mxfp4: 0.53125, int4: 0.5625 }
/** FP4 checkpoints keep what is not expert in 8 or 16 bits; dense models quantise their matrices all the same. */
const DENSE_BYTES_OF_MOE = { bf16: 2, fp8: 1, int8: 1, fp4: 1, mxfp4: 2, int4: 2 }
const KV_BYTES = { bf16: 2, fp8: 1, int8: 1, fp4: 1, mxfp4: 2, int4: 2 }
const RECURRENT_BYTES = 4
/** Gate, up and down. */
const MATRICES_OF_EXPERT = 3
/** MLA: query and key of 128 + 64 and value of 128 elements per head in prefill; the latent itself in decode. */
const MLA_PREFILL_HEAD_DIM = 160
const MLA_HALF_ROPE_DIM = 32

export function layoutOf(query: ServingQuery, n: number): Layout {
  const { accelerator, model, precision } = query
  const expertShare = model.routedExpertParamShare ?? 0
  const weights = model.totalParamsB * 1e9
  const isMoe = expertShare > 0
  const latentRank = model.mlaKvLoraRank
  const perHead = 4 * model.layers * model.qHeads
  const window = model.kvWindowTokens ?? 0
  const context = query.inputTokens + query.outputTokens / 2
  const windowFill = window > 0 ? Math.min(1, context / window) : 1
  const flops = peakFlops(accelerator, precision)
  const denseBytes = isMoe ? DENSE_BYTES_OF_MOE[precision] : EXPERT_BYTES[precision]
  const isSpread = isMoe && query.spread === 'expert'
  const kvBytes = query.kvBytes ?? KV_BYTES[precision]
  return {
    n,
    denseBytes:
      (weights * (1 - expertShare) * denseBytes - sharedExpertSavings(model, precision)) * (isSpread ? n : 1),
    expertBytes: weights * expertShare * EXPERT_BYTES[precision],
    kvBytesPerToken: model.kvElemsPerToken * kvBytes,
    copies:
      latentRank === null && !isSpread && query.spread !== 'pipeline'
        ? n / Math.min(n, model.kvHeads ?? n)
        : 1,
    stateBytes:
      (model.kvElemsWindowMax ?? 0) * windowFill * kvBytes +
      (model.recurrentStateElemsPerSeq ?? 0) * RECURRENT_BYTES,
    flops,
    attentionFlops: Math.min(flops, peakFlops(accelerator, 'fp8')),
    activeFlop: 2 * model.activeParamsB * 1e9,
    decodeAttentionFlop:
      perHead * (latentRank === null ? (model.headDim ?? 0) : latentRank + MLA_HALF_ROPE_DIM),
    prefillAttentionFlop: (perHead / 2) * (latentRank === null ? (model.headDim ?? 0) : MLA_PREFILL_HEAD_DIM),
    moeLayers: isMoe ? (model.moeLayers ?? model.layers) : 0,
    isSpread,
    isPiped: query.spread === 'pipeline',
  }
}

/** Experts that every token takes are quantised as the routed ones where only weights are: so one H100 holds Scout. */
function sharedExpertSavings(model: ModelRow, precision: Precision): number {
  if (precision !== 'int4' || !model.nSharedExperts || !model.expertFfnDim) return 0
  const perLayer = MATRICES_OF_EXPERT * model.hidden * model.expertFfnDim * model.nSharedExperts
  return (model.moeLayers ?? model.layers) * perLayer * (DENSE_BYTES_OF_MOE.int4 - EXPERT_BYTES.int4)
}

/** Peaks of four over eight bits where a part is rated in four alone: as Blackwell Ultra (an estimate). */
const FP4_OVER_FP8 = 3

/** Peak of the precision the multiplications run in; formats without native support run in 16 bits. */
function peakFlops(accelerator: AcceleratorRow, precision: Precision): number {
  const native4 = accelerator.fp4TflopsDense
  const bf16 =
    accelerator.bf16TflopsDense ?? (accelerator.fp8TflopsDense ?? (native4 ?? 0) / FP4_OVER_FP8) / 2
  const sustained = sustainedShare(accelerator, precision === 'fp4')
  const fp8 = accelerator.fp8TflopsDense ?? Math.max(bf16, (native4 ?? 0) / FP4_OVER_FP8)
  const peaks: Record<Precision, number> = {
    bf16,
    fp8,
    int8: accelerator.int8TopsDense ?? bf16,
    fp4: native4 ?? bf16,
    mxfp4: native4 === null ? bf16 : fp8,
    int4: bf16,
  }
  return peaks[precision] * sustained * 1e12
}
