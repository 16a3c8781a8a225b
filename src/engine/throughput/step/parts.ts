import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import type { ServingQuery, Speculation } from '../query.ts'
import type { Layout } from './layout.ts'

/**
 * What one step consists of. Each part is a quantity that hardware and model fix (seconds at peak rates, or a count);
 * the fitted coefficient turns it into seconds.
 */
export const PARTS = [
  'weights',
  'experts',
  'cache',
  'decode',
  'decodeAttention',
  'prefillAttention',
  'prefill',
  'layers',
  'moeLayers',
  'collectives',
  'link',
  'promptLink',
  'allToAll',
  'requests',
  'sequences',
] as const
export type Part = (typeof PARTS)[number]
/** Parts with a coefficient of their own: prompts are exchanged as answers are, but for submissions. */
export type BasePart = Exclude<Part, 'promptLink'>
export const BASE_PARTS = PARTS.filter((part): part is BasePart => part !== 'promptLink')

/** Seconds per unit of each part for one pair, precision and software. */
export type Coefficients = Readonly<Record<Part, number>>
export type Parts = Record<Part, number>

/** Link of accelerators that the catalog says nothing of, and between scale-up domains of a server: PCIe 4. */
const PCIE_GB_S = 32

/** Kernels too small to fill the hardware end sooner on faster hardware, but less than in proportion. */
const PACE_EXPONENT = 0.25
/** The 16-bit peak at which a count is in units of its coefficient: an H100. */
const PACE_TFLOPS = 989

function paceOf({ bf16TflopsDense, fp8TflopsDense }: AcceleratorRow): number {
  const peak = bf16TflopsDense ?? (fp8TflopsDense ?? 2 * PACE_TFLOPS) / 2
  return (PACE_TFLOPS / peak) ** PACE_EXPONENT
}

/** Layers, and experts of a token, at which a count is in units of its coefficient. */
const USUAL_LAYERS = 64
const USUAL_EXPERTS = 8

/** Tokens of context that one decode step attends to, at mean length. */
function tokensRead({ model, inputTokens, outputTokens }: ServingQuery): number {
  const context = inputTokens + outputTokens / 2
  return Math.min(context, model.sparseAttnTopk ?? context)
}

/** Share of experts that some token of the batch is routed to, as if routing were uniform: 1 - (1 - k/E)^B. */
export function expertCoverage({ model }: ServingQuery, batch: number): number {
  return model.nExperts && model.topK ? 1 - (1 - model.topK / model.nExperts) ** batch : 1
}

/**
 * One step that yields one token to each of `batch` sequences while others' prompts are read in between.
 *
 *   weights      dense bytes / (n x bandwidth)
 *   experts      expert bytes x coverage / (n x bandwidth)
 *   cache        B x (KV x context x copies + state) / (n x bandwidth)
 *   decode       B x 2 active / (n x peak)
 *   decodeAttention   B x attention x context / (n x peak)
 *   prefillAttention  B x computed input / output x attention x input / (n x peak)
 *   prefill      B x computed input / output x 2 active / (n x peak)
 *   layers       layers (this and what follows, but for link, times the pace of the hardware)
 *   moeLayers    layers that route to experts x sqrt(experts of a token / 8), as each token is sorted to so many
 *   collectives  two a layer where n > 1
 *   link         two all-reduces a layer of hidden x 2 bytes for every token of the answers / link bandwidth
 *   promptLink   the same of the prompts: messages of megabytes, which can come nearer to the bandwidth of the link
 *   allToAll     instead of those where experts are spread: tokens of an accelerator to the k experts of a layer and back,
 *                B / n x MoE layers x k x hidden x 3 bytes (FP8 there, 16 bits back) / bandwidth out of the accelerator
 *   requests     requests begun in a step, B / output, x sqrt(layers / 64)
 *   sequences    B (B / n too where experts are spread, as each accelerator then has a process of its own) x sqrt(layers / 64)
 *
 * What a sequence takes is of its host once a step, and of each layer's kernels: between the two, the root of the layers
 * predicted models and sources held out best. So was the root of the experts of a token found.
 */
export function stepParts(query: ServingQuery, layout: Layout, batch: number): Parts {
  if (layout.isPiped && layout.n > 1) return pipedParts(query, layout, batch)
  return query.speculation === undefined
    ? plainParts(query, layout, batch)
    : draftedParts(query, query.speculation, layout, batch)
}

/**
 * A token passes the accelerators one after another, each with 1/n of the layers and 1/n of the sequences at a time: the
 * time of one accelerator that held it all, at B / n. Hand-overs send the hidden state n - 1 times.
 */
function pipedParts(query: ServingQuery, layout: Layout, batch: number): Parts {
  const { n } = layout
  const { accelerator, model, inputTokens, outputTokens, cacheHitShare } = query
  const own = stepParts(query, { ...layout, n: 1, isPiped: false }, batch / n)
  const perToken = ((n - 1) * model.hidden * 2) / (linkGbS(accelerator, n) * 1e9)
  const link = (batch / n) * perToken
  return { ...own, link, promptLink: (link * inputTokens * (1 - cacheHitShare)) / outputTokens }
}

/**
 * With k drafted tokens a step checks k + 1 per sequence and yields the accepted length: its fixed work is shared by
 * more tokens, its arithmetic is not. Drafting adds k passes through the draft layers. Prompts are read as before.
 */
function draftedParts(
  query: ServingQuery,
  { draftTokens, acceptedLength }: Speculation,
  layout: Layout,
  batch: number,
): Parts {
  const { model, outputTokens, inputTokens, cacheHitShare } = query
  const checked = draftTokens + 1
  const plain = plainParts(query, layout, batch)
  const experts = plain.experts * (expertCoverage(query, batch * checked) / expertCoverage(query, batch))
  const drafting = 1 + (draftTokens * Math.max(1, model.mtpLayers)) / model.layers
  const perStep = drafting / acceptedLength
  const perToken = (drafting * checked) / acceptedLength
  const promptShare = 1 - 1 / (1 + (inputTokens * (1 - cacheHitShare)) / outputTokens)
  return {
    ...plain,
    weights: plain.weights * perStep,
    experts: experts * perStep,
    cache: plain.cache * perStep,
    decode: plain.decode * perToken,
    decodeAttention: plain.decodeAttention * perToken,
    layers: plain.layers * perStep,
    moeLayers: plain.moeLayers * perStep,
    collectives: plain.collectives * perStep,
    link: plain.link * perToken,
    allToAll: plain.allToAll * (promptShare + (1 - promptShare) * perToken),
    sequences: plain.sequences * perStep,
  }
}

function plainParts(query: ServingQuery, layout: Layout, batch: number): Parts {
  const { accelerator, model, inputTokens, outputTokens, cacheHitShare } = query
  const { n } = layout
  const pace = paceOf(accelerator)
  const hosted = layout.isSpread ? batch / n : batch
  const peak = n * layout.flops
  const ofLayers = Math.sqrt(model.layers / USUAL_LAYERS)
  const bandwidth = n * accelerator.memBwTbS * 1e12
  const read = tokensRead(query)
  const computed = (inputTokens * (1 - cacheHitShare)) / outputTokens
  const prefillAttended = computed * layout.prefillAttentionFlop * Math.min(inputTokens, read)
  const answers = linkSeconds(query, layout, batch)
  const prompts = linkSeconds(query, layout, batch * computed)
  return {
    weights: layout.denseBytes / bandwidth,
    experts: (layout.expertBytes * expertCoverage(query, batch)) / bandwidth,
    cache: (batch * (layout.kvBytesPerToken * read * layout.copies + layout.stateBytes)) / bandwidth,
    decode: (batch * layout.activeFlop) / peak,
    decodeAttention: (batch * layout.decodeAttentionFlop * read) / (n * layout.attentionFlops),
    prefillAttention: (batch * prefillAttended) / (n * layout.attentionFlops),
    prefill: (batch * computed * layout.activeFlop) / peak,
    layers: model.layers * pace,
    moeLayers: layout.moeLayers * Math.sqrt((model.topK ?? USUAL_EXPERTS) / USUAL_EXPERTS) * pace,
    collectives: n > 1 ? 2 * (layout.isSpread ? layout.moeLayers : model.layers) * pace : 0,
    link: answers.link,
    promptLink: prompts.link,
    allToAll: answers.allToAll + prompts.allToAll,
    requests: (hosted / outputTokens) * ofLayers * pace,
    sequences: hosted * ofLayers * pace,
  }
}

/** Bytes of a token to an expert in 8 bits and back in 16, per element. */
const BYTES_THERE_AND_BACK = 3
/** Network of an accelerator that the catalog says nothing of, Gbit/s. */
const USUAL_NETWORK_GBIT_S = 400

/** Time at peak rates that the exchange of so many tokens takes, in the one way or the other. */
function linkSeconds(query: ServingQuery, layout: Layout, tokens: number): Pick<Parts, 'link' | 'allToAll'> {
  const { accelerator, model } = query
  const { n } = layout
  if (n <= 1) return { link: 0, allToAll: 0 }
  const isInside = n <= (accelerator.scaleupDomainSize ?? 1)
  if (layout.isSpread) {
    const outside = (accelerator.scaleoutGbitSPerAccel ?? USUAL_NETWORK_GBIT_S) / 8
    const gbS = isInside ? (accelerator.scaleupGbSUnidir ?? outside) : outside
    const remote = Math.min(model.topK ?? 1, n - 1)
    const sent = (tokens / n) * layout.moeLayers * remote * model.hidden * BYTES_THERE_AND_BACK
    return { link: 0, allToAll: sent / (gbS * 1e9) }
  }
  const sent = 2 * model.layers * 2 * ((n - 1) / n) * model.hidden * 2 * tokens
  return { link: sent / (linkGbS(accelerator, n) * 1e9), allToAll: 0 }
}

function linkGbS({ scaleupDomainSize, scaleupGbSUnidir }: AcceleratorRow, n: number): number {
  return n <= (scaleupDomainSize ?? 1) ? (scaleupGbSUnidir ?? PCIE_GB_S) : PCIE_GB_S
}

/** Seconds of a step: its parts as a plain sum, because a fitted overlap came out as none. */
export function stepTimeS(parts: Parts, coefficients: Readonly<Parts>): number {
  let seconds = 0
  for (const part of PARTS) seconds += parts[part] * coefficients[part]
  return seconds
}
