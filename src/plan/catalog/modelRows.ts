import { z } from 'zod'
import { date, grade, id, list, maybe, maybeShare, number, text, words } from './cells.ts'

/** A model with the shape that its speed and memory follow from. */
export const ModelRow = z.object({
  id,
  model: words,
  /** Other names, also of models that have the same shape, each of one row only. */
  aliases: list,
  totalParamsB: number(0.1, 20_000),
  activeParamsB: number(0.1, 20_000),
  paramsCalcB: maybe(0.1, 20_000),
  activeCalcB: maybe(0.1, 20_000),
  arch: z.enum(['dense', 'MoE'], { error: 'dense or MoE' }),
  layers: number(1, 500),
  hidden: number(64, 100_000),
  qHeads: number(1, 1000),
  attention: words,
  kvHeads: maybe(1, 1000),
  headDim: maybe(8, 4096),
  mlaKvLoraRank: maybe(1, 10_000),
  mlaQkRopeDim: maybe(1, 10_000),
  ffnDim: maybe(64, 1_000_000),
  nExperts: maybe(1, 10_000),
  topK: maybe(1, 1000),
  nSharedExperts: maybe(0, 100),
  expertFfnDim: maybe(64, 1_000_000),
  denseLayers: maybe(0, 500),
  moeLayers: maybe(0, 500),
  routedExpertParamShare: maybeShare,
  vocab: number(1000, 10_000_000),
  context: number(512, 100_000_000),
  kvElemsPerToken: number(1, 10_000_000),
  kvWindowTokens: maybe(1, 10_000_000),
  kvElemsWindowMax: maybe(1, 1e12),
  recurrentStateElemsPerSeq: maybe(1, 1e12),
  sparseAttnTopk: maybe(1, 1_000_000),
  mtpLayers: number(0, 20),
  licence: words,
  release: date,
  source: words,
  /**
   * A: the publisher's own configuration, and the parameters computed from it agree with the published ones (5 % of
   * all, 15 % of the active); B: a secondary collection, or no such agreement; C: a value is assumed, see notes.
   */
  grade,
  estimatedFields: list,
  notes: text,
})
export type ModelRow = z.infer<typeof ModelRow>
