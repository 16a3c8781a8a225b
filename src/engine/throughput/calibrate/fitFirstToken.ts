import { resolveCoefficients } from '../factors.ts'
import { type FirstTokenFit, firstTokenFeatures, promptQueue } from '../firstToken.ts'
import { place } from '../place.ts'
import type { Fitted } from './fitFactors.ts'
import { solveLeastSquares } from './leastSquares.ts'
import type { Measurement } from './measurement.ts'
import { quantile } from './statistics.ts'

interface Row {
  readonly model: string
  readonly features: readonly number[]
  readonly measuredS: number
}

/** Own prompt, a tenth of the others' prompts, ten steps: where the search for the logarithms starts. */
const START = [Math.log(0.8), Math.log(0.1), Math.log(10)]

/** Fits first-token times of a fixed number in flight, in logarithms; large misses count linearly. */
export function fitFirstToken(measurements: readonly Measurement[], fitted: Fitted): FirstTokenFit {
  const rows = measurements.flatMap(({ query, ttftMs }): Row[] => {
    if (ttftMs === null || query.scenario !== 'closed-loop') return []
    const coefficients = resolveCoefficients(fitted, query)
    const { layout, batch, stepS } = place(query, coefficients)
    if (batch < 1) return []
    const queue = promptQueue(query, layout, coefficients, batch, stepS)
    return [
      {
        model: query.model.id,
        features: firstTokenFeatures(queue, batch, stepS),
        measuredS: ttftMs / 1000,
      },
    ]
  })
  const logs = [...new Set(rows.map(({ model }) => model))].flatMap((held) => {
    const weights = solve(rows.filter(({ model }) => model !== held))
    return rows
      .filter(({ model }) => model === held)
      .map(({ features, measuredS }) => Math.log(measuredS / sum(weights, features)))
  })
  const [own, others, steps] = solve(rows)
  return {
    own: own!,
    others: others!,
    steps: steps!,
    p10: Math.exp(quantile(logs, 0.1)),
    p90: Math.exp(quantile(logs, 0.9)),
    rows: rows.length,
    heldOutMedianPercent: quantile(
      logs.map((log) => 100 * Math.abs(Math.exp(-log) - 1)),
      0.5,
    ),
  }
}

function solve(rows: readonly Row[]): number[] {
  const logs = solveLeastSquares({
    start: START,
    priorMean: START,
    priorSd: START.map(() => 3),
    weights: rows.map(() => 1),
    huber: 1.5,
    noiseSd: 0.3,
    residuals: (own) => {
      const weights = own.map(Math.exp)
      return rows.map(({ features, measuredS }) => {
        const predictedS = sum(weights, features)
        return {
          value: Math.log(predictedS / measuredS),
          indices: [0, 1, 2],
          slopes: features.map((feature, i) => (weights[i]! * feature) / predictedS),
        }
      })
    },
  })
  return logs.map(Math.exp)
}

function sum(weights: readonly number[], features: readonly number[]): number {
  return features.reduce((total, feature, i) => total + feature * weights[i]!, 0)
}
