import type { Prefill } from '../../plan/schema/supply.ts'
import type { Anchor } from './anchors.ts'
import { type AnchoredSystem, predictSystem } from './disaggregatedAnchors.ts'
import type { Factors } from './factors.ts'
import { predictPoint } from './predictServing.ts'
import type { ServingPoint, ServingQuery } from './query.ts'

/** A pair as a plan deploys it: prompts on the same accelerators as answers, or on their own. */
export interface DeployedPoint extends ServingPoint {
  /** Prompts on accelerators of their own: `outputTokSPerAccel` is per accelerator of either kind; null: chunked. */
  readonly system: AnchoredSystem | null
}

/** Speed of a pair with the prefill that its model is deployed with. */
export function predictDeployed(
  query: ServingQuery,
  prefill: Prefill,
  factors: Factors,
  anchors: readonly Anchor[],
): DeployedPoint {
  if (prefill === 'chunked') return { ...predictPoint(query, factors, anchors), system: null }
  const apart = pointOf(query, predictSystem(query, factors, anchors), factors)
  if (prefill === 'disaggregated') return apart
  const chunked = predictPoint(query, factors, anchors)
  return apart.outputTokSPerAccel > chunked.outputTokSPerAccel ? apart : { ...chunked, system: null }
}

function pointOf(query: ServingQuery, system: AnchoredSystem, factors: Factors): DeployedPoint {
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
