import { type Band, FAMILIARITIES, type Factors, type Familiarity } from '../factors.ts'
import { TUNED_SOFTWARE } from '../softwareName.ts'
import type { Prediction, Split } from './crossValidate.ts'
import { quantile } from './statistics.ts'

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

/** P10 and P90 of measured over predicted, of rows that the fit had not seen, in logarithms. */
function logBand(predictions: readonly Prediction[]): readonly [p10: number, p90: number] {
  const logs = predictions.map(({ log }) => log)
  const weights = weightsOf(predictions)
  return [quantile(logs, 0.1, weights), quantile(logs, 0.9, weights)]
}

/** Share of the weight between P10 and P90; below it a band is widened, by steps, up to a limit. */
const HELD_SHARE = 0.79
const WIDENING_STEP = 0.05
/** A band that no few folds can settle stays one to plan with, and says what it held. */
const WIDEST = 1.6

/**
 * The band of held-out rows, widened until the band that all other folds give holds eight tenths of what was held out:
 * folds differ more than the rows within them, and the next accelerator is a new fold.
 */
function bandOf(predictions: readonly Prediction[]): Band {
  const weights = weightsOf(predictions)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const bands = new Map(
    [...new Set(predictions.map(({ fold }) => fold))].map((fold) => [
      fold,
      logBand(predictions.filter((own) => own.fold !== fold)),
    ]),
  )
  const heldBy = (widening: number) => {
    let held = 0
    predictions.forEach(({ log, fold }, i) => {
      const [p10, p90] = bands.get(fold)!
      if (log >= p10 * widening && log <= p90 * widening) held += weights[i]!
    })
    return held / total
  }
  let widening = 1
  while (heldBy(widening) < HELD_SHARE && widening < WIDEST) widening += WIDENING_STEP
  const [p10, p90] = logBand(predictions)
  return {
    p10: Math.exp(p10 * widening),
    p90: Math.exp(p90 * widening),
    rows: predictions.length,
    coverage: heldBy(widening),
  }
}

/** Folds and rows with which submissions get a band of their own. */
const FEWEST_FOLDS = 4
const FEWEST_ROWS = 25

/** Bands by familiarity, from what the split that stands for it held out; and those of submissions alone. */
export function bandsOf(
  heldOut: Readonly<Record<Split, readonly Prediction[]>>,
): Pick<Factors, 'bands' | 'submissionBands'> {
  const bands: Partial<Factors['bands']> = {}
  const submissionBands: Factors['submissionBands'] = {}
  for (const familiarity of FAMILIARITIES) {
    const rows = heldOut[SPLIT_OF[familiarity]].filter((own) => own.familiarity === familiarity)
    const submitted = rows.filter(({ measurement }) => measurement.query.software === TUNED_SOFTWARE)
    bands[familiarity] = bandOf(rows)
    const folds = new Set(submitted.map(({ fold }) => fold)).size
    if (folds >= FEWEST_FOLDS && submitted.length >= FEWEST_ROWS)
      submissionBands[familiarity] = bandOf(submitted)
  }
  return { bands: bands as Factors['bands'], submissionBands }
}
