import type { Coefficients } from './coefficients.ts'
import type { Layout } from './layout.ts'
import type { ServingQuery } from './query.ts'

/** Parts of one step, seconds. */
export interface StepParts {
  readonly memory: number
  readonly decode: number
  readonly prefill: number
  readonly fixed: number
  readonly link: number
  readonly host: number
}

/** Link of accelerators that the catalog says nothing of: PCIe 4. */
const PCIE_GB_S = 32

/** Tokens of context that one decode step attends to, at mean length. */
function tokensRead({ model, inputTokens, outputTokens }: ServingQuery): number {
  const context = inputTokens + outputTokens / 2
  return Math.min(context, model.sparseAttnTopk ?? context)
}

/**
 * Bytes that one step reads, over the whole replica. Coverage is the share of experts that some token of the batch
 * is routed to, 1 - (1 - k/E)^B, as if routing were uniform.
 */
export function bytesRead(query: ServingQuery, layout: Layout, batch: number): number {
  const { nExperts, topK } = query.model
  const coverage = nExperts && topK ? 1 - (1 - topK / nExperts) ** batch : 1
  const perSequence = layout.kvBytesPerToken * tokensRead(query) * layout.copies + layout.stateBytes
  return layout.denseBytes + layout.expertBytes * coverage + batch * perSequence
}

/**
 * Seconds of one step that yields one token to each of `batch` sequences, by cause.
 *
 *   memory  (dense + experts x coverage + B x KV x context) / (n x bandwidth)
 *   decode  B x (2 active + attention x context) / (n x peak)
 *   prefill B x computed input / output x (2 active + attention x input) / (n x peak)
 *   fixed   per layer, per expert layer, two collectives a layer
 *   link    two all-reduces a layer of hidden x 2 bytes for every token
 *   host    per request, spread over its tokens
 */
export function stepParts(query: ServingQuery, layout: Layout, fit: Coefficients, batch: number): StepParts {
  const { accelerator, model, inputTokens, outputTokens, cacheHitShare } = query
  const { n, flops } = layout
  const read = tokensRead(query)
  const computed = (inputTokens * (1 - cacheHitShare)) / outputTokens
  const promptRead = Math.min(inputTokens, read)
  const sent = 2 * model.layers * 2 * ((n - 1) / n) * model.hidden * 2 * batch * (1 + computed)
  return {
    memory: bytesRead(query, layout, batch) / (n * accelerator.memBwTbS * 1e12 * fit.memoryBandwidth),
    decode:
      (batch * (layout.activeFlop + layout.decodeAttentionFlop * read)) / (n * flops * fit.decodeCompute),
    prefill:
      (batch * computed * (layout.activeFlop + layout.prefillAttentionFlop * promptRead)) /
      (n * flops * fit.prefillCompute),
    fixed:
      model.layers * fit.layerS +
      (layout.moeLayers > 0 ? model.layers : 0) * fit.moeLayerS +
      (n > 1 ? 2 * model.layers * fit.collectiveS : 0),
    link: n > 1 ? sent / ((accelerator.scaleupGbSUnidir ?? PCIE_GB_S) * 1e9 * fit.link) : 0,
    host: (batch * fit.requestS) / outputTokens,
  }
}

/** The parts as a plain sum: a fitted overlap came out as none. */
export function stepTimeS(query: ServingQuery, layout: Layout, fit: Coefficients, batch: number): number {
  const parts = stepParts(query, layout, fit, batch)
  return parts.memory + parts.decode + parts.prefill + parts.fixed + parts.link + parts.host
}
