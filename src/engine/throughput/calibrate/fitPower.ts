import { resolveCoefficients } from '../factors.ts'
import { place } from '../place.ts'
import { POWER_FEATURES, type PowerFit, powerFeatures } from '../power.ts'
import type { Fitted } from './fitFactors.ts'
import { solveLeastSquares } from './leastSquares.ts'
import type { Measurement } from './measurement.ts'

interface Row {
  readonly model: string
  readonly features: readonly number[]
  /** Measured share of the rated board power. */
  readonly share: number
}

/** Shares of rated power that minimise the relative error of measured board power. */
export function fitPower(measurements: readonly Measurement[], fitted: Fitted): PowerFit {
  const rows = measurements.flatMap((measurement): Row[] => {
    const { query, boardPowerW } = measurement
    const { tdpW } = query.accelerator
    // The power rows of Argonne do not say whether they are of one board or of all.
    if (boardPowerW === null || tdpW === null || measurement.source.name === 'Argonne power') return []
    const { layout, batch, stepS } = place(query, resolveCoefficients(fitted, query))
    if (batch < 1) return []
    const features = powerFeatures(query, layout, batch, stepS)
    return [{ model: query.model.id, features, share: boardPowerW / tdpW }]
  })
  const errors = [...new Set(rows.map(({ model }) => model))].flatMap((held) => {
    const weights = solve(rows.filter(({ model }) => model !== held))
    return rows
      .filter(({ model }) => model === held)
      .map((row) => Math.abs(Math.min(1, dot(weights, row.features)) / row.share - 1))
  })
  const weights = solve(rows)
  const named = Object.fromEntries(POWER_FEATURES.map((name, i) => [name, weights[i]!])) as Record<
    (typeof POWER_FEATURES)[number],
    number
  >
  const heldOutMeanPercent = (100 * errors.reduce((sum, error) => sum + error, 0)) / errors.length
  return { ...named, rows: rows.length, heldOutMeanPercent }
}

function solve(rows: readonly Row[]): number[] {
  const none = POWER_FEATURES.map(() => 0)
  return solveLeastSquares({
    start: none,
    priorMean: none,
    priorSd: none.map(() => 10),
    weights: rows.map(() => 1),
    huber: 2,
    noiseSd: 0.15,
    residuals: (weights) =>
      rows.map(({ features, share }) => ({
        value: dot(weights, features) / share - 1,
        indices: features.map((_, i) => i),
        slopes: features.map((feature) => feature / share),
      })),
  })
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}
