import { type Anchor, anchorStep } from './anchors/anchorStep.ts'
import { anchoredWidth, bandFor } from './factors/band.ts'
import type { Factors, Familiarity } from './factors/factors.ts'
import { familiarityOf, isNewPrecision, isNewSetup } from './factors/familiarity.ts'
import { resolveCoefficients } from './factors/resolveCoefficients.ts'
import { shippedFactors } from './factors/shippedFactors.ts'
import type { ServingPoint, ServingPrediction, ServingQuery } from './query.ts'
import { speedElasticity } from './step/elasticity.ts'
import { firstTokenS, promptQueue } from './step/firstToken.ts'
import { memoryUsedGb } from './step/limits.ts'
import type { Coefficients } from './step/parts.ts'
import { place } from './step/place.ts'
import { boardPowerW } from './step/power.ts'

export type { ServingPoint, ServingPrediction, ServingQuery } from './query.ts'

const GRADES = {
  known: 'A',
  'new-pair': 'A',
  'new-model': 'B',
  'new-sibling': 'B',
  'new-accelerator': 'C',
  'new-vendor': 'C',
} as const

/** One grade less where no row had the precision or the setup. */
const LESS = { A: 'B', B: 'C', C: 'C' } as const

function gradeOf(factors: Factors, query: ServingQuery): ServingPoint['grade'] {
  const grade = GRADES[familiarityOf(factors, query)]
  return isNewPrecision(factors, query) || isNewSetup(factors, query) ? LESS[grade] : grade
}

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
  const { point, coefficients, left } = serve(query, factors, anchors)
  const band = bandFor(factors, query, speedElasticity(query, coefficients), left)
  const width = anchoredWidth(band, left)
  return {
    ...point,
    p10OutputTokSPerAccel: point.outputTokSPerAccel * band.p10 ** width,
    p90OutputTokSPerAccel: point.outputTokSPerAccel * band.p90 ** width,
  }
}

/** The same without the band, which at a target takes longer to tell than all else. */
export function predictPoint(
  query: ServingQuery,
  factors: Factors,
  anchors: readonly Anchor[],
): ServingPoint {
  return serve(query, factors, anchors).point
}

interface Served {
  readonly point: ServingPoint
  readonly coefficients: Coefficients
  /** What anchors leave of the deviation. */
  readonly left: number
}

function serve(query: ServingQuery, factors: Factors, anchors: readonly Anchor[]): Served {
  const unanchored = resolveCoefficients(factors, query)
  const { coefficients, left, source } = anchorStep(query, anchors, factors, unanchored)
  const { layout, batch, stepS, outputTokSPerAccel, ...placed } = place(query, coefficients)
  const used = Math.max(1, batch)
  const familiarity = familiarityOf(factors, query)
  const queue = promptQueue(query, layout, coefficients, used, stepS)
  const ttftMs = firstTokenS(query, queue, used, stepS, factors.firstToken) * 1000
  const ttftBand = factors.firstToken[isKnown(familiarity) ? 'known' : 'unknown']
  const powerW = boardPowerW(query, layout, coefficients, used, stepS, factors.power)
  const point = {
    isFeasible: batch >= 1,
    spread: placed.spread,
    accelCount: layout.n,
    batch,
    totalTokSPerAccel: outputTokSPerAccel * (1 + query.inputTokens / query.outputTokens),
    outputTokSPerAccel,
    grade: gradeOf(factors, query),
    anchor: source,
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
  return { point, coefficients, left }
}
