import { resolveCoefficients } from '../factors/resolveCoefficients.ts'
import type { Layout } from '../step/layout.ts'
import type { Coefficients } from '../step/parts.ts'
import { place } from '../step/place.ts'
import { boardPowerW, POWER_FEATURES, type PowerFit, powerFeatures, powerTraits } from '../step/power.ts'
import { foldName, type Split } from './crossValidate.ts'
import type { Fitted } from './fitFactors.ts'
import { solveLeastSquares } from './leastSquares.ts'
import type { Measurement } from './measurement.ts'

interface Row {
  readonly measurement: Measurement
  readonly layout: Layout
  readonly coefficients: Coefficients
  readonly batch: number
  /** Predicted. */
  readonly stepS: number
  /** At the measured speed. */
  readonly features: readonly number[]
  /** Measured share of the rated board power. */
  readonly share: number
}

const WAITING_SUFFIX = '-data-parallel'

/** How far a generation and a model are expected to move the share. */
const EFFECT_SD: Readonly<Record<string, number>> = { generation: 0.05, model: 0.03 }
const HELD_OUT = ['configuration', 'model', 'accelerator'] as const satisfies readonly Split[]

/**
 * Shares of rated power that minimise the relative error of measured board power. Learnt at the measured speed; the
 * error is that at the predicted one, of rows held out.
 */
export function fitPower(measurements: readonly Measurement[], fitted: Fitted, seed: number): PowerFit {
  const rows = measurements.flatMap((measurement) => rowOf(measurement, fitted))
  const errorOf = (split: Split) => {
    const foldOf = ({ measurement }: Row) => foldName(measurement, split, seed)
    const errors = [...new Set(rows.map(foldOf))].flatMap((fold) => {
      const own = solve(rows.filter((row) => foldOf(row) !== fold))
      return rows.filter((row) => foldOf(row) === fold).map((row) => errorIn(row, own))
    })
    return (100 * errors.reduce((sum, error) => sum + error, 0)) / errors.length
  }
  const heldOutMeanPercent = Object.fromEntries(HELD_OUT.map((split) => [split, errorOf(split)]))
  return { ...solve(rows), heldOutMeanPercent: heldOutMeanPercent as PowerFit['heldOutMeanPercent'] }
}

function rowOf(measurement: Measurement, fitted: Fitted): Row[] {
  const { query, boardPowerW: measuredW, outputTokSPerAccel } = measurement
  const { tdpW } = query.accelerator
  // The power rows of Argonne do not say whether they are of one board or of all.
  if (measuredW === null || tdpW === null || measurement.source.name === 'Argonne power') return []
  // Replicas that wait for each other in a loop draw full power for few tokens.
  if (query.software?.endsWith(WAITING_SUFFIX)) return []
  const coefficients = resolveCoefficients(fitted, query)
  const { layout, batch, stepS } = place(query, coefficients)
  if (batch < 1) return []
  const measuredS = batch / layout.n / outputTokSPerAccel
  const features = powerFeatures(query, layout, coefficients, batch, measuredS)
  return [{ measurement, layout, coefficients, batch, stepS, features, share: measuredW / tdpW }]
}

function errorIn({ measurement, layout, coefficients, batch, stepS }: Row, fit: PowerFit): number {
  const predictedW = boardPowerW(measurement.query, layout, coefficients, batch, stepS, fit)!
  return Math.abs(predictedW / measurement.boardPowerW! - 1)
}

function solve(rows: readonly Row[]): PowerFit {
  const traits = [...new Set(rows.flatMap(({ measurement }) => powerTraits(measurement.query)))]
  const none = [...POWER_FEATURES, ...traits].map(() => 0)
  const terms = rows.map(({ measurement, features, share }) => {
    const own = powerTraits(measurement.query).map((trait) => POWER_FEATURES.length + traits.indexOf(trait))
    return {
      indices: [...features.keys(), ...own],
      slopes: [...features, ...own.map(() => 1)].map((value) => value / share),
    }
  })
  const values = solveLeastSquares({
    start: none,
    priorMean: none,
    priorSd: [...POWER_FEATURES.map(() => 10), ...traits.map((trait) => EFFECT_SD[trait.split(':')[0]!]!)],
    weights: rows.map(() => 1),
    huber: 1.5,
    noiseSd: 0.15,
    residuals: (own) =>
      terms.map(({ indices, slopes }) => ({
        value: indices.reduce((sum, at, i) => sum + own[at]! * slopes[i]!, -1),
        indices,
        slopes,
      })),
  })
  const named = Object.fromEntries(POWER_FEATURES.map((name, i) => [name, values[i]!]))
  return {
    ...(named as Record<(typeof POWER_FEATURES)[number], number>),
    effects: Object.fromEntries(traits.map((trait, i) => [trait, values[POWER_FEATURES.length + i]!])),
    rows: rows.length,
    heldOutMeanPercent: { configuration: 0, model: 0, accelerator: 0 },
  }
}
