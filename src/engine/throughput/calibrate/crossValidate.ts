import type { Familiarity } from '../factors/factors.ts'
import { familiarityOf, isNewSetup } from '../factors/familiarity.ts'
import { resolveCoefficients, yearsBeyond } from '../factors/resolveCoefficients.ts'
import { precisionIn } from '../factors/traits.ts'
import { speedElasticity } from '../step/elasticity.ts'
import { place } from '../step/place.ts'
import { type AnchoredLogs, anchoredLogs } from './anchored.ts'
import { type Fitted, fitFactors } from './fitFactors.ts'
import type { Measurement } from './measurement.ts'
import { hashText } from './statistics.ts'

/** One row predicted by a fit, and how far off it was. */
export interface Prediction {
  readonly measurement: Measurement
  /** Logarithm of measured over predicted tokens per second. */
  readonly log: number
  readonly familiarity: Familiarity
  /** Had no row of the fit such a setup? */
  readonly isNewSetup: boolean
  /** By how much what its step is off by counts in tokens per second. */
  readonly elasticity: number
  /** Years that it is dated beyond what the fit knew of its software. */
  readonly yearsBeyond: number
  /** The fold it was held out with; empty where the fit had seen it. */
  readonly fold: string
  /** The same with one other row of its group known, where it was held out and has another. */
  readonly anchored: AnchoredLogs
}

/** What is held out together. */
export const SPLITS = [
  'configuration',
  'pair',
  'model',
  'accelerator',
  'vendor',
  'precision',
  'source',
  'later',
] as const
export type Split = (typeof SPLITS)[number]

const CONFIGURATION_FOLDS = 10

/** Predicts each row by factors; rows that cannot be placed are left out. */
export function predictAll(measurements: readonly Measurement[], fitted: Fitted): Prediction[] {
  return measurements.flatMap((measurement) => predictOne(measurement, fitted, '', {}))
}

/** Predicts rows that no fit sees: alone, and with one other of them known. */
export function predictKept(kept: readonly Measurement[], fitted: Fitted, seed: number): Prediction[] {
  const logs = anchoredLogs(kept, fitted, seed)
  return kept.flatMap((measurement, i) => predictOne(measurement, fitted, measurement.source.name, logs[i]!))
}

function predictOne(
  measurement: Measurement,
  fitted: Fitted,
  fold: string,
  anchored: AnchoredLogs,
): Prediction[] {
  const { query, outputTokSPerAccel } = measurement
  const coefficients = resolveCoefficients(fitted, query)
  const { outputTokSPerAccel: predicted } = place(query, coefficients)
  if (predicted <= 0) return []
  const familiarity = familiarityOf(fitted, query)
  const elasticity = speedElasticity(query, coefficients)
  const log = Math.log(outputTokSPerAccel / predicted)
  return [
    {
      measurement,
      log,
      familiarity,
      isNewSetup: isNewSetup(fitted, query),
      elasticity,
      yearsBeyond: yearsBeyond(fitted, query),
      fold,
      anchored,
    },
  ]
}

/** The later round of MLPerf, and InferenceX from March 2026 on: predicted from nothing but what was measured before. */
const LATER = { MLPerf: 2025, InferenceX: 2026 + 2 / 12 } as const

/** Holds out whole groups, fits the rest (from the whole fit on) and predicts what was held out. */
export function crossValidate(
  measurements: readonly Measurement[],
  together: Fitted,
  split: Split,
  seed: number,
  onFold: (fold: string) => void = () => {},
): Prediction[] {
  const foldOf = (measurement: Measurement) => foldName(measurement, split, seed)
  const folds = new Set(measurements.map(foldOf).filter((fold) => fold !== ''))
  return [...folds].flatMap((fold) => {
    onFold(`${split} ${fold}`)
    const held = measurements.filter((measurement) => foldOf(measurement) === fold)
    const from = Math.min(...held.map(({ query }) => query.year ?? Number.POSITIVE_INFINITY))
    const rest = measurements.filter((measurement) =>
      split === 'later' ? (measurement.query.year ?? 0) < from : foldOf(measurement) !== fold,
    )
    const fitted = split === 'later' ? fitFactors(rest) : fitFactors(rest, together, 1)
    const logs = anchoredLogs(held, fitted, seed)
    return held.flatMap((measurement, i) => predictOne(measurement, fitted, fold, logs[i]!))
  })
}

/** What a row is held out with; empty where it never is. */
export function foldName({ query, run, source }: Measurement, split: Split, seed: number): string {
  switch (split) {
    case 'configuration':
      return String(hashText(run, seed) % CONFIGURATION_FOLDS)
    case 'pair':
      return `${query.model.id} ${query.accelerator.id}`
    case 'model':
      return query.model.id
    case 'accelerator':
      return query.accelerator.id
    case 'vendor':
      return query.accelerator.ecosystem
    case 'precision':
      // Not 16 bits: most rows, and what nothing is new in.
      return query.precision === 'bf16' ? '' : precisionIn(query)
    case 'source':
      // All of one measurer: what somebody else's set-up of the same systems is off by.
      return source.name.split(' ')[0]!
    case 'later': {
      const from = LATER[source.name as keyof typeof LATER]
      return from !== undefined && (query.year ?? 0) >= from ? source.name : ''
    }
    default:
      return split satisfies never
  }
}
