import type { Prefill } from '../../plan/schema/supply.ts'
import type { Anchor } from './anchors/anchorStep.ts'
import { type AnchoredSystem, predictSystem } from './disaggregated/disaggregatedAnchors.ts'
import type { Factors } from './factors/factors.ts'
import { predictPoint, predictServing } from './predictServing.ts'
import type { ServingPoint, ServingPrediction, ServingQuery } from './query.ts'

/** A pair as a plan deploys it: prompts on the same accelerators as answers, or on their own. */
export interface DeployedPoint extends ServingPoint {
  /** Prompts on accelerators of their own: `outputTokSPerAccel` is per accelerator of either kind; null: chunked. */
  readonly system: AnchoredSystem | null
}

/** The same with the band of its speed. */
export type DeployedPrediction = ServingPrediction & DeployedPoint

/** What a prediction took: `fastest` is one of the two. */
export type PrefillUsed = Exclude<Prefill, 'fastest'>

/** A query and what it is to be answered with; absent: chunked. */
export interface DeployedQuery extends ServingQuery {
  readonly prefill?: PrefillUsed
}

export function prefillUsed({ system }: Pick<DeployedPoint, 'system'>): PrefillUsed {
  return system === null ? 'chunked' : 'disaggregated'
}

/** Speed of a pair with the prefill that its model is deployed with. */
export function predictDeployed(
  query: ServingQuery,
  prefill: Prefill,
  factors: Factors,
  anchors: readonly Anchor[],
): DeployedPoint {
  return deployed(query, prefill, factors, anchors, predictPoint)
}

/** The same with its band, which at a target takes longer to tell than all else. */
export function predictDeployedBand(
  query: ServingQuery,
  prefill: Prefill,
  factors: Factors,
  anchors: readonly Anchor[],
): DeployedPrediction {
  return deployed(query, prefill, factors, anchors, predictServing)
}

function deployed<Point extends ServingPoint>(
  query: ServingQuery,
  prefill: Prefill,
  factors: Factors,
  anchors: readonly Anchor[],
  together: (query: ServingQuery, factors: Factors, anchors: readonly Anchor[]) => Point,
): (Point & { readonly system: null }) | DeployedPrediction {
  if (prefill === 'chunked') return { ...together(query, factors, anchors), system: null }
  const apart = pointOf(query, predictSystem(query, factors, anchors), factors)
  if (prefill === 'disaggregated') return apart
  const chunked = together(query, factors, anchors)
  return apart.outputTokSPerAccel > chunked.outputTokSPerAccel ? apart : { ...chunked, system: null }
}

function pointOf(query: ServingQuery, system: AnchoredSystem, factors: Factors): DeployedPrediction {
  const { outputTokSPerAccel, powerW } = system
  const { p10, p90 } = factors.firstToken.unknown
  return {
    isFeasible: system.isFeasible,
    spread: system.decodeSpread,
    // The least that serves: one replica that reads prompts and one that answers.
    accelCount: system.prefillAccelCount + system.decodeAccelCount,
    batch: system.batch,
    totalTokSPerAccel: outputTokSPerAccel * (1 + query.inputTokens / query.outputTokens),
    outputTokSPerAccel,
    p10OutputTokSPerAccel: system.p10OutputTokSPerAccel,
    p90OutputTokSPerAccel: system.p90OutputTokSPerAccel,
    grade: 'C',
    anchor: system.anchor,
    ttftMs: system.ttftMs,
    ttftP10Ms: system.ttftMs * p10,
    ttftP90Ms: system.ttftMs * p90,
    tpotMs: system.tpotMs,
    concurrencyLatencyLimit: system.concurrencyLatencyLimit,
    concurrencyMemoryLimit: system.concurrencyMemoryLimit,
    memoryUsedGb: system.memoryUsedGb,
    powerW,
    joulePerOutputToken: powerW === null || outputTokSPerAccel <= 0 ? null : powerW / outputTokSPerAccel,
    system,
  }
}
