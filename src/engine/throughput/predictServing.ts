import { type Anchor, anchorStep } from './anchors.ts'
import { speedElasticity } from './elasticity.ts'
import {
  anchoredWidth,
  bandFor,
  type Factors,
  type Familiarity,
  familiarityOf,
  resolveCoefficients,
} from './factors.ts'
import { firstTokenS, promptQueue } from './firstToken.ts'
import { memoryUsedGb } from './limits.ts'
import { place } from './place.ts'
import { boardPowerW } from './power.ts'
import type { ServingPrediction, ServingQuery } from './query.ts'
import { shippedFactors } from './shippedFactors.ts'

export type { ServingPrediction, ServingQuery } from './query.ts'

const GRADES = {
  known: 'A',
  'new-pair': 'A',
  'new-model': 'B',
  'new-sibling': 'B',
  'new-accelerator': 'C',
  'new-vendor': 'C',
} as const

/** Were model and accelerator measured? */
function isKnown(familiarity: Familiarity): boolean {
  return familiarity === 'known' || familiarity === 'new-pair'
}

/**
 * Tokens per second of a model on an accelerator at a latency target: a KV roofline with fixed costs per step
 * (`parts.ts`), each part times a calibrated coefficient (`factors.ts`), at the best size and batch (`place.ts`);
 * measured points of the planner's own go before the model near them (`anchors.ts`).
 *
 *   output tokens per second per accelerator = B / step / n;   with input x (1 + input / output)
 */
export function predictServing(
  query: ServingQuery,
  factors: Factors = shippedFactors(),
  anchors: readonly Anchor[] = [],
): ServingPrediction {
  const unanchored = resolveCoefficients(factors, query)
  const anchored = anchorStep(query, anchors, factors, unanchored)
  const { coefficients } = anchored
  const { layout, batch, stepS, outputTokSPerAccel, ...placed } = place(query, coefficients)
  const used = Math.max(1, batch)
  const familiarity = familiarityOf(factors, query)
  const band = bandFor(factors, query, speedElasticity(query, coefficients))
  const width = anchoredWidth(band, anchored.left)
  const queue = promptQueue(query, layout, coefficients, used, stepS)
  const ttftMs = firstTokenS(query, queue, used, stepS, factors.firstToken) * 1000
  const ttftBand = factors.firstToken[isKnown(familiarity) ? 'known' : 'unknown']
  const powerW = boardPowerW(query, layout, coefficients, used, stepS, factors.power)
  return {
    isFeasible: batch >= 1,
    spread: placed.spread,
    accelCount: layout.n,
    batch,
    totalTokSPerAccel: outputTokSPerAccel * (1 + query.inputTokens / query.outputTokens),
    outputTokSPerAccel,
    p10OutputTokSPerAccel: outputTokSPerAccel * band.p10 ** width,
    p90OutputTokSPerAccel: outputTokSPerAccel * band.p90 ** width,
    grade: GRADES[familiarity],
    anchor: anchored.source,
    ttftMs,
    ttftP10Ms: ttftMs * ttftBand.p10,
    ttftP90Ms: ttftMs * ttftBand.p90,
    tpotMs: stepS * 1000,
    concurrencyLatencyLimit: placed.latencyLimit,
    concurrencyMemoryLimit: placed.memoryLimit,
    memoryUsedGb: memoryUsedGb(query, layout, batch),
    powerW,
    joulePerOutputToken: powerW === null || outputTokSPerAccel <= 0 ? null : powerW / outputTokSPerAccel,
  }
}
