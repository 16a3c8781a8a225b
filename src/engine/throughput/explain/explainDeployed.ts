import type { Prefill } from '../../../plan/schema/supply.ts'
import type { Anchor } from '../anchors/anchorStep.ts'
import { withoutPrompts } from '../disaggregated/disaggregated.ts'
import type { AnchoredSystem } from '../disaggregated/disaggregatedAnchors.ts'
import type { Factors } from '../factors/factors.ts'
import { familiarityOf, isNewPrecision, isNewSetup } from '../factors/familiarity.ts'
import { resolveCoefficients } from '../factors/resolveCoefficients.ts'
import { shippedFactors } from '../factors/shippedFactors.ts'
import { type DeployedPrediction, predictDeployedBand } from '../predictDeployed.ts'
import type { ServingQuery } from '../query.ts'
import { stepParts } from '../step/parts.ts'
import { place } from '../step/place.ts'
import { explainServing, type ServingExplanation, stepShares } from './explainServing.ts'

/**
 * Where the speed of a pair as it is deployed comes from. With prompts apart the parts are those of a step of answers
 * alone, and `anchorFactor` is by how much measured systems lift the tokens per second that are derived.
 */
export interface DeployedExplanation extends ServingExplanation {
  readonly prediction: DeployedPrediction
}

export function explainDeployed(
  query: ServingQuery,
  prefill: Prefill = 'chunked',
  anchors: readonly Anchor[] = [],
  factors: Factors = shippedFactors(),
): DeployedExplanation {
  const prediction = predictDeployedBand(query, prefill, factors, anchors)
  const { system } = prediction
  if (system === null)
    return { ...explainServing(query, anchors, factors), prediction: { ...prediction, system } }
  const { p10, p90, rows } = factors.disaggregated
  return {
    prediction,
    parts: partsOf(query, system, factors),
    familiarity: familiarityOf(factors, query),
    isNewPrecision: isNewPrecision(factors, query),
    isNewSetup: isNewSetup(factors, query),
    band: { p10, p90, rows, coverage: DECILES },
    anchorFactor: system.anchorFactor,
    elasticity: 1,
  }
}

/** What lies between the first and the last tenth of the rows that the band is taken from. */
const DECILES = 0.8

/** A step of those that answer, as measured systems have it. */
function partsOf(query: ServingQuery, system: AnchoredSystem, factors: Factors): ServingExplanation['parts'] {
  const { decodeAccelCount, decodeSpread, batch, anchorFactor } = system
  const answers = withoutPrompts({
    ...query,
    ...{ accelCount: decodeAccelCount, spread: decodeSpread, concurrency: Math.max(1, batch) },
  })
  const coefficients = resolveCoefficients(factors, query)
  const { layout } = place(answers, coefficients)
  return stepShares(stepParts(answers, layout, Math.max(1, batch)), coefficients, 1 / anchorFactor)
}
