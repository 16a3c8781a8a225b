import { anchoredWidth, bandOf, inNewSetup, laterWidening, scatterOf } from '../factors/band.ts'
import { type Band, type Bands, FAMILIARITIES, type Factors, type Familiarity } from '../factors/factors.ts'
import { SOFTWARE_AGES, softwareAge } from '../names/softwareName.ts'
import { softwareIn } from '../query.ts'
import { anchoredScatterIn } from './anchoredBands.ts'
import type { Prediction, Split } from './crossValidate.ts'
import { heldBand, isHeldIn, widenedUntilHeld } from './heldBand.ts'

/** What each split held out. */
type BySplit = Readonly<Record<Split, readonly Prediction[]>>

/** The split whose held-out rows stand for a familiarity. */
const SPLIT_OF: Readonly<Record<Familiarity, Split>> = {
  known: 'configuration',
  'new-pair': 'pair',
  'new-model': 'model',
  'new-sibling': 'accelerator',
  'new-accelerator': 'accelerator',
  'new-vendor': 'vendor',
}

/**
 * Rows of one configuration share their weight, as in the fit; and whole folds theirs, because the next model,
 * accelerator or vendor is one more fold, not one more row of a large one.
 */
function weightsOf(predictions: readonly Prediction[]): number[] {
  const rows = countBy(predictions, ({ measurement }) => measurement.run)
  const folds = countBy(predictions, ({ fold }) => fold)
  return predictions.map(
    ({ measurement: { run, source }, fold }) =>
      source.weight / Math.sqrt(rows.get(run)!) / Math.sqrt(folds.get(fold)!),
  )
}

function countBy(
  predictions: readonly Prediction[],
  keyOf: (prediction: Prediction) => string,
): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(predictions, keyOf)].map(([key, own]) => [key, own.length]))
}

function bandIn(predictions: readonly Prediction[]): Band {
  const weights = weightsOf(predictions)
  const { p10, p90, coverage } = heldBand(
    predictions.map(({ log, elasticity, fold }, i) => ({
      log: log / elasticity,
      fold,
      weight: weights[i]!,
    })),
  )
  return {
    p10,
    p90,
    rows: predictions.length,
    coverage,
    anchoredWidening: anchoredWideningOf(predictions, weights, { p10, p90 }),
  }
}

const ANCHORED_WIDENINGS = { least: 0.5, most: 3 }

/** By how much the band that one run leaves must be wider to hold what was held out. */
function anchoredWideningOf(
  predictions: readonly Prediction[],
  weights: readonly number[],
  limits: Pick<Band, 'p10' | 'p90'>,
): number {
  const rows = predictions.flatMap(({ anchored, elasticity }, i) =>
    Object.values(anchored).map(({ log, left }) => ({ log: log / elasticity, left, weight: weights[i]! })),
  )
  return widenedUntilHeld(
    rows,
    ({ log, left }, anchoredWidening) => isHeldIn(limits, log, anchoredWidth({ anchoredWidening }, left)),
    ANCHORED_WIDENINGS,
  )
}

/** Folds and rows with which software of one age gets a band of its own. */
const FEWEST_FOLDS = 4
const FEWEST_ROWS = 25

/** Bands by familiarity, from what the split that stands for it held out; and those of software of each age alone. */
export function bandsOf(
  heldOut: BySplit,
): Bands & Pick<Factors, 'newPrecision' | 'newSetup' | 'laterPerYear'> {
  const bands: Partial<Bands['bands']> = {}
  const bandsByAge: Bands['bandsByAge'] = { tuned: {}, now: {}, old: {} }
  for (const familiarity of FAMILIARITIES) {
    const rows = heldOut[SPLIT_OF[familiarity]].filter((own) => own.familiarity === familiarity)
    bands[familiarity] = bandIn(rows)
    for (const age of SOFTWARE_AGES) {
      const own = rows.filter(({ measurement }) => softwareAge(softwareIn(measurement.query)) === age)
      const folds = new Set(own.map(({ fold }) => fold)).size
      if (own.length < FEWEST_ROWS) continue
      bandsByAge[age][familiarity] =
        folds >= FEWEST_FOLDS ? bandIn(own) : withOwnRuns(bands[familiarity], own)
    }
  }
  const all = { bands: bands as Bands['bands'], bandsByAge, anchoredScatter: {} }
  const scattered = { ...all, scatter: scatterIn(heldOut.configuration, all) }
  const own = { ...scattered, anchoredScatter: anchoredScatterIn(heldOut, scattered) }
  return {
    ...own,
    newPrecision: newPrecisionIn(heldOut, own),
    newSetup: newSetupIn(heldOut, own),
    laterPerYear: laterPerYearIn(heldOut, own),
  }
}

/** By how much bands must be wider to hold rows of a precision that the fit knew nothing of. */
function newPrecisionIn({ precision }: BySplit, bands: Bands): number {
  return widerToHold(precision, bands, (_, wider) => wider, { least: 1, most: 3 })
}

/** What a setup that no row had must add, for bands to hold rows of whole sources held out; each source counts alike. */
function newSetupIn({ source }: BySplit, bands: Bands): number {
  const rows = source.filter((own) => own.isNewSetup)
  const folds = countBy(rows, ({ fold }) => fold)
  return widenedUntilHeld(
    rows.map((own) => ({ ...own, weight: 1 / folds.get(own.fold)! })),
    (own, deviation) => {
      const band = bandOf(bands, own.familiarity, own.measurement.query, own.elasticity)
      return isHeldIn(inNewSetup(band, deviation * own.elasticity), own.log)
    },
    { least: 0, most: 1 },
  )
}

/** What a year beyond what the fit knew must add, for bands to hold rows of later dates. */
function laterPerYearIn({ later }: BySplit, bands: Bands): number {
  return widerToHold(later, bands, (own, perYear) => laterWidening(perYear, own.yearsBeyond), {
    least: 0,
    most: 5,
  })
}

function widerToHold(
  predictions: readonly Prediction[],
  bands: Bands,
  widerBy: (own: Prediction, by: number) => number,
  limits: { readonly least: number; readonly most: number },
): number {
  const weights = weightsOf(predictions)
  return widenedUntilHeld(
    predictions.map((own, i) => ({ ...own, weight: weights[i]! })),
    (own, by) => {
      const wider = own.elasticity * widerBy(own, by)
      return isHeldIn(bandOf(bands, own.familiarity, own.measurement.query, wider), own.log)
    },
    limits,
  )
}

/** The band of all with what a run leaves of these rows alone: that shows within a fold, so that few are enough. */
function withOwnRuns(band: Band, own: readonly Prediction[]): Band {
  return { ...band, anchoredWidening: anchoredWideningOf(own, weightsOf(own), band) }
}

const SCATTERS = { least: 0.7, most: 5 }

/** By how much the bands of each vendor's software must be wider, or may be narrower, to hold its own configurations held out. */
function scatterIn(predictions: readonly Prediction[], bands: Omit<Bands, 'scatter'>): Bands['scatter'] {
  const weights = weightsOf(predictions)
  const groups = Map.groupBy(
    predictions.map((own, i) => ({ ...own, weight: weights[i]! })),
    ({ measurement }) => scatterOf(measurement.query),
  )
  const scatter: Bands['scatter'] = {}
  for (const [name, rows] of groups) {
    if (rows.length < FEWEST_ROWS) continue
    const isHeld = ({ log, familiarity, elasticity, measurement }: Prediction, wider: number) => {
      const own = { ...bands, scatter: { [name]: wider } }
      return isHeldIn(bandOf(own, familiarity, measurement.query, elasticity), log)
    }
    scatter[name] = widenedUntilHeld(rows, isHeld, SCATTERS)
  }
  return scatter
}
