import { resolveCoefficients } from '../factors/resolveCoefficients.ts'
import { softwareIn } from '../query.ts'
import {
  type FirstTokenFit,
  type FirstTokenWeights,
  firstTokenFeatures,
  firstTokenS,
  firstTokenWeights,
  promptQueue,
  slotWaitS,
} from '../step/firstToken.ts'
import { place } from '../step/place.ts'
import { foldName, type Split } from './crossValidate.ts'
import type { Fitted } from './fitFactors.ts'
import { type HeldOut, heldBand } from './heldBand.ts'
import { solveLeastSquares } from './leastSquares.ts'
import type { Measurement } from './measurement.ts'
import { quantile } from './statistics.ts'

interface Row {
  readonly measurement: Measurement
  readonly software: string
  readonly features: FirstTokenWeights
  readonly slotS: number
  readonly measuredS: number
}

type Weighted = Pick<FirstTokenFit, 'own' | 'others' | 'steps' | 'software'>

const FEATURES = ['own', 'others', 'steps'] as const satisfies readonly (keyof FirstTokenWeights)[]
/** Own prompt, a tenth of the others' prompts, ten steps: where the search for the logarithms starts. */
const START: FirstTokenWeights = { own: 0.8, others: 0.1, steps: 10 }
/** How far, in logarithms, weights may lie from there, and those of a software from those of all. */
const START_SD = 3
const SOFTWARE_SD = 0.5

/** Fits first-token times of a fixed number in flight, in logarithms; large misses count linearly. */
export function fitFirstToken(
  measurements: readonly Measurement[],
  fitted: Fitted,
  seed: number,
): FirstTokenFit {
  const rows = measurements.flatMap((measurement) => rowOf(measurement, fitted))
  const heldOut = (split: Split) => {
    const foldOf = ({ measurement }: Row) => foldName(measurement, split, seed)
    return [...new Set(rows.map(foldOf))].flatMap((fold) => {
      const own = solve(rows.filter((row) => foldOf(row) !== fold))
      return rows
        .filter((row) => foldOf(row) === fold)
        .map((row) => ({ log: Math.log(row.measuredS / sum(own, row)), fold, weight: 1 }))
    })
  }
  const [configuration, model, accelerator] = [
    heldOut('configuration'),
    heldOut('model'),
    heldOut('accelerator'),
  ]
  const fit = solve(rows)
  const unfitted = (scenario: string) =>
    medianPercent(measurements.flatMap((measurement) => unfittedLog(measurement, scenario, fitted, fit)))
  return {
    ...fit,
    known: bandOf(configuration),
    unknown: bandOf([...model, ...accelerator]),
    rows: rows.length,
    medianPercent: {
      configuration: medianPercent(configuration),
      model: medianPercent(model),
      accelerator: medianPercent(accelerator),
      server: unfitted('server'),
      static: unfitted('static'),
    },
  }
}

function placed({ query }: Measurement, fitted: Fitted) {
  const coefficients = resolveCoefficients(fitted, query)
  const { layout, batch, stepS } = place(query, coefficients)
  return { batch, stepS, queue: promptQueue(query, layout, coefficients, Math.max(1, batch), stepS) }
}

function rowOf(measurement: Measurement, fitted: Fitted): Row[] {
  const { query, ttftMs } = measurement
  if (ttftMs === null || query.scenario !== 'closed-loop') return []
  const { batch, stepS, queue } = placed(measurement, fitted)
  if (batch < 1) return []
  return [
    {
      measurement,
      software: softwareIn(query),
      features: firstTokenFeatures(queue, batch, stepS),
      slotS: slotWaitS(query, batch, stepS),
      measuredS: ttftMs / 1000,
    },
  ]
}

/** Measured over predicted, in logarithms, where nothing was fitted. */
function unfittedLog(
  measurement: Measurement,
  scenario: string,
  fitted: Fitted,
  fit: Weighted,
): { readonly log: number }[] {
  const { query, ttftMs } = measurement
  if (ttftMs === null || query.scenario !== scenario) return []
  const { batch, stepS, queue } = placed(measurement, fitted)
  return batch < 1 ? [] : [{ log: Math.log(ttftMs / 1000 / firstTokenS(query, queue, batch, stepS, fit)) }]
}

function solve(rows: readonly Row[]): Weighted {
  const names = [...new Set(rows.map(({ software }) => software))]
  const start = FEATURES.map((feature) => Math.log(START[feature]))
  const adds = names.flatMap(() => FEATURES.map(() => 0))
  const logs = solveLeastSquares({
    start: [...start, ...adds],
    priorMean: [...start, ...adds],
    priorSd: [...start.map(() => START_SD), ...adds.map(() => SOFTWARE_SD)],
    weights: rows.map(() => 1),
    huber: 1.5,
    noiseSd: 0.3,
    residuals: (values) => {
      const own = toWeights(values, names)
      return rows.map((row) => {
        const predictedS = sum(own, row)
        const weights = firstTokenWeights(own, row.software)
        const slopes = FEATURES.map((feature) => (weights[feature] * row.features[feature]) / predictedS)
        const first = (names.indexOf(row.software) + 1) * FEATURES.length
        return {
          value: Math.log(predictedS / row.measuredS),
          indices: [...FEATURES.keys(), ...FEATURES.map((_, i) => first + i)],
          slopes: [...slopes, ...slopes],
        }
      })
    },
  })
  return toWeights(logs, names)
}

function toWeights(values: readonly number[], names: readonly string[]): Weighted {
  const at = (first: number) => ({
    own: values[first]!,
    others: values[first + 1]!,
    steps: values[first + 2]!,
  })
  const { own, others, steps } = at(0)
  return {
    own: Math.exp(own),
    others: Math.exp(others),
    steps: Math.exp(steps),
    software: Object.fromEntries(names.map((name, i) => [name, at((i + 1) * FEATURES.length)])),
  }
}

function sum(fit: Weighted, { software, features, slotS }: Row): number {
  const weights = firstTokenWeights(fit, software)
  return FEATURES.reduce((total, feature) => total + weights[feature] * features[feature], slotS)
}

function medianPercent(rows: readonly Pick<HeldOut, 'log'>[]): number {
  return quantile(
    rows.map(({ log }) => 100 * Math.abs(Math.exp(-log) - 1)),
    0.5,
  )
}

function bandOf(rows: readonly HeldOut[]): FirstTokenFit['known'] {
  return heldBand(rows)
}
