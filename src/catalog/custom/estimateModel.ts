import type { ModelRow } from '../../plan/catalog/modelRows.ts'
import type { CustomModel } from '../../plan/schema/custom.ts'
import { Estimates, nearest, rough } from './estimate.ts'

/**
 * A row of the catalog made of a model's configuration. What is left out follows a relative: the row named by
 * `likeId`, else the nearest of its kind (dense, or mixture of experts) by total and active parameters.
 *
 *   layers  the relative's, by the cube root of the parameters
 *   hidden  likewise; heads, experts, vocabulary and context are the relative's
 *   KV      2 x layers x KV heads x head size where all three are given, else the relative's per layer
 */
export function estimateModel(own: CustomModel, rows: readonly ModelRow[]): ModelRow | undefined {
  const isMoe = own.activeParamsB !== undefined && own.activeParamsB < own.totalParamsB
  const like = relativeOf(own, isMoe, rows)
  if (!like) return undefined
  const estimates = new Estimates()
  const growth = Math.cbrt(own.totalParamsB / like.totalParamsB)
  const grown = `as ${like.id}, by the cube root of the parameters`
  const same = estimates.sameAs(like.id)
  const layers = estimates.take('layers', own.layers, grown, () =>
    Math.max(1, Math.round(like.layers * growth)),
  )
  const hidden = estimates.take('hidden', own.hidden, grown, () =>
    Math.max(64, 64 * Math.round((like.hidden * growth) / 64)),
  )
  const isStandard = own.kvHeads !== undefined && own.headDim !== undefined && own.layers !== undefined
  const kv = estimates.take(
    'kv_elems_per_token',
    own.kvElemsPerToken ?? (isStandard ? 2 * own.layers! * own.kvHeads! * own.headDim! : undefined),
    `as ${like.id} per layer`,
    () => rough((like.kvElemsPerToken / like.layers) * layers),
  )
  const isLatent = like.mlaKvLoraRank !== null && !isStandard
  return {
    ...like,
    id: own.id,
    model: own.name,
    aliases: [],
    totalParamsB: own.totalParamsB,
    activeParamsB: own.activeParamsB ?? own.totalParamsB,
    paramsCalcB: null,
    activeCalcB: null,
    arch: isMoe ? 'MoE' : 'dense',
    layers,
    hidden,
    qHeads: same('q_heads', own.qHeads, like.qHeads),
    attention: isStandard ? 'GQA' : like.attention,
    kvHeads: same<number | null>('kv_heads', own.kvHeads, like.kvHeads),
    headDim: same<number | null>('head_dim', own.headDim, like.headDim),
    mlaKvLoraRank: isLatent ? same('mla_kv_lora_rank', undefined, like.mlaKvLoraRank) : null,
    mlaQkRopeDim: isLatent ? like.mlaQkRopeDim : null,
    ffnDim: null,
    expertFfnDim: null,
    ...(isMoe ? expertFields(own, like, layers, estimates) : NO_EXPERTS),
    context: same('context', own.context, like.context),
    kvElemsPerToken: kv,
    kvWindowTokens: isStandard ? null : like.kvWindowTokens,
    kvElemsWindowMax: isStandard ? null : like.kvElemsWindowMax,
    recurrentStateElemsPerSeq: isStandard ? null : like.recurrentStateElemsPerSeq,
    sparseAttnTopk: isStandard ? null : like.sparseAttnTopk,
    licence: own.licence ?? 'not said',
    source: own.source,
    grade: estimates.fields.length > 0 ? 'C' : 'B',
    estimatedFields: estimates.fields,
    notes: [own.note, estimates.notes].filter(Boolean).join(' ') || null,
  }
}

const NO_EXPERTS = {
  ...{ nExperts: null, topK: null, moeLayers: null, denseLayers: null, routedExpertParamShare: null },
}

/** Of a mixture of experts, what the planner gave or the relative has; its layers by their share in the relative's. */
function expertFields(own: CustomModel, like: ModelRow, layers: number, estimates: Estimates) {
  const same = estimates.sameAs(like.id)
  const moeLayers = Math.max(1, Math.round(((like.moeLayers ?? like.layers) / like.layers) * layers))
  return {
    nExperts: same<number | null>('n_experts', own.nExperts, like.nExperts),
    topK: same<number | null>('top_k', own.topK, like.topK),
    moeLayers,
    denseLayers: layers - moeLayers,
    routedExpertParamShare: same('routed_expert_param_share', undefined, like.routedExpertParamShare),
  }
}

function relativeOf(own: CustomModel, isMoe: boolean, rows: readonly ModelRow[]): ModelRow | undefined {
  const kin = rows.filter((row) => (row.arch === 'MoE') === isMoe)
  if (own.likeId !== undefined) return kin.find((row) => row.id === own.likeId)
  return nearest(kin, (row) => [row.totalParamsB, row.activeParamsB, row.layers, row.hidden], [
    own.totalParamsB,
    own.activeParamsB,
    own.layers,
    own.hidden,
  ])
}
