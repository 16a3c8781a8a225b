import { type Anchor, anchorStep } from '../anchors/anchorStep.ts'
import { bandFor } from '../factors/band.ts'
import type { Factors, Familiarity } from '../factors/factors.ts'
import { familiarityOf, isNewPrecision, isNewSetup } from '../factors/familiarity.ts'
import { resolveCoefficients } from '../factors/resolveCoefficients.ts'
import { shippedFactors } from '../factors/shippedFactors.ts'
import { predictServing } from '../predictServing.ts'
import type { ServingPrediction, ServingQuery } from '../query.ts'
import { speedElasticity } from '../step/elasticity.ts'
import { type Coefficients, PARTS, type Part, type Parts, stepParts, stepTimeS } from '../step/parts.ts'
import { place } from '../step/place.ts'

/** One part of a step: what hardware and model fix, times what was fitted. */
export interface StepShare {
  readonly part: Part
  readonly ms: number
  /** Of the whole step. */
  readonly share: number
}

/** Where a predicted speed comes from. */
export interface ServingExplanation {
  readonly prediction: ServingPrediction
  /** Parts of a step that take any time, longest first; they sum to the time per token. */
  readonly parts: readonly StepShare[]
  readonly familiarity: Familiarity
  /** Had no measured row this precision? The band is wider then and the grade at most B. */
  readonly isNewPrecision: boolean
  /** Was no measured row served by this software on this vendor's hardware in this way? Band and grade are as above. */
  readonly isNewSetup: boolean
  /** P10 and P90 over the prediction before anchors, and how much of the rows held out such a band held. */
  readonly band: {
    readonly p10: number
    readonly p90: number
    readonly rows: number
    readonly coverage: number
  }
  /** By how much the nearest measured runs of the plan stretch the step; 1 without. */
  readonly anchorFactor: number
  /** By how many per cent tokens fall where a step takes one per cent longer: more than one at a latency target. */
  readonly elasticity: number
}

export function explainServing(
  query: ServingQuery,
  anchors: readonly Anchor[] = [],
  factors: Factors = shippedFactors(),
): ServingExplanation {
  const unanchored = resolveCoefficients(factors, query)
  const { coefficients } = anchorStep(query, anchors, factors, unanchored)
  const { layout, batch, stepS } = place(query, coefficients)
  const quantities = stepParts(query, layout, Math.max(1, batch))
  const unanchoredS = stepTimeS(quantities, unanchored)
  const familiarity = familiarityOf(factors, query)
  const elasticity = speedElasticity(query, coefficients)
  return {
    prediction: predictServing(query, factors, anchors),
    parts: stepShares(quantities, coefficients),
    familiarity,
    isNewPrecision: isNewPrecision(factors, query),
    isNewSetup: isNewSetup(factors, query),
    band: bandFor(factors, query, elasticity),
    anchorFactor: stepS / unanchoredS,
    elasticity,
  }
}

/** Shares of a step, longest first; what takes no time is left out. */
export function stepShares(quantities: Parts, coefficients: Coefficients, scale = 1): StepShare[] {
  const stepS = stepTimeS(quantities, coefficients)
  return PARTS.map((part) => {
    const seconds = quantities[part] * coefficients[part]
    return { part, ms: seconds * 1000 * scale, share: seconds / stepS }
  })
    .filter((own) => own.share > 1e-4)
    .toSorted((a, b) => b.ms - a.ms)
}
