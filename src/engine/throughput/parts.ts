import type { Layout } from './layout.ts'
import type { ServingQuery, Speculation } from './query.ts'

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
  'requests',
  'sequences',
] as const
export type Part = (typeof PARTS)[number]

/** Seconds per unit of each part for one pair, precision and software. */
export type Coefficients = Readonly<Record<Part, number>>
export type Parts = Record<Part, number>

/** Link of accelerators that the catalog says nothing of, and between scale-up domains of a server: PCIe 4. */
const PCIE_GB_S = 32

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
 *   layers       layers
 *   moeLayers    layers that route to experts
 *   collectives  two a layer where n > 1
 *   link         two all-reduces a layer of hidden x 2 bytes for every token / link bandwidth
 *   requests     requests begun in a step, B / output
 *   sequences    B
 */
export function stepParts(query: ServingQuery, layout: Layout, batch: number): Parts {
  return query.speculation === undefined
    ? plainParts(query, layout, batch)
    : draftedParts(query, query.speculation, layout, batch)
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
    link: plain.link * (promptShare + (1 - promptShare) * perToken),
    sequences: plain.sequences * perStep,
  }
}

function plainParts(query: ServingQuery, layout: Layout, batch: number): Parts {
  const { accelerator, model, inputTokens, outputTokens, cacheHitShare } = query
  const { n } = layout
  const peak = n * layout.flops
  const bandwidth = n * accelerator.memBwTbS * 1e12
  const read = tokensRead(query)
  const computed = (inputTokens * (1 - cacheHitShare)) / outputTokens
  const prefillAttended = computed * layout.prefillAttentionFlop * Math.min(inputTokens, read)
  const sent = 2 * model.layers * 2 * ((n - 1) / n) * model.hidden * 2 * batch * (1 + computed)
  const isInside = n <= (accelerator.scaleupDomainSize ?? 1)
  const linkGbS = isInside ? (accelerator.scaleupGbSUnidir ?? PCIE_GB_S) : PCIE_GB_S
  return {
    weights: layout.denseBytes / bandwidth,
    experts: (layout.expertBytes * expertCoverage(query, batch)) / bandwidth,
    cache: (batch * (layout.kvBytesPerToken * read * layout.copies + layout.stateBytes)) / bandwidth,
    decode: (batch * layout.activeFlop) / peak,
    decodeAttention: (batch * layout.decodeAttentionFlop * read) / (n * layout.attentionFlops),
    prefillAttention: (batch * prefillAttended) / (n * layout.attentionFlops),
    prefill: (batch * computed * layout.activeFlop) / peak,
    layers: model.layers,
    moeLayers: layout.moeLayers,
    collectives: n > 1 ? 2 * model.layers : 0,
    link: n > 1 ? sent / (linkGbS * 1e9) : 0,
    requests: batch / outputTokens,
    sequences: batch,
  }
}

/** Seconds of a step: its parts as a plain sum, because a fitted overlap came out as none. */
export function stepTimeS(parts: Parts, coefficients: Readonly<Parts>): number {
  let seconds = 0
  for (const part of PARTS) seconds += parts[part] * coefficients[part]
  return seconds
}
