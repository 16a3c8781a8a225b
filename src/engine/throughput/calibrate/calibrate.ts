import { anchoredWidth, bandFor, bandOf, inNewSetup, laterWidening } from '../factors/band.ts'
import type { Bands, Factors } from '../factors/factors.ts'
import { ANCHORED_BY, type AnchoredBy } from './anchored.ts'
import { bandsOf } from './bands.ts'
import {
  crossValidate,
  type Prediction,
  predictAll,
  predictKept,
  SPLITS,
  type Split,
} from './crossValidate.ts'
import { type GroupError, KEPT_GROUPINGS, reportErrors } from './errorReport.ts'
import { fitDisaggregated } from './fitDisaggregated.ts'
import { fitSubmissions, fitTogether } from './fitFactors.ts'
import { fitFirstToken } from './fitFirstToken.ts'
import { fitPower } from './fitPower.ts'
import { isHeldIn } from './heldBand.ts'
import type { Measurement } from './measurement.ts'
import type { MeasuredRows } from './readMeasurements.ts'

export interface Calibration {
  readonly factors: Factors
  readonly errors: readonly GroupError[]
}

/**
 * Fits the factors to all rows, holds out configurations, models, accelerators and vendors in turn and predicts later
 * rows from earlier ones, and takes the bands and the errors from what was held out. Rows kept to test with are predicted by it.
 */
export function calibrate(
  { measurements, disaggregated }: Pick<MeasuredRows, 'measurements' | 'disaggregated'>,
  kept: readonly Measurement[],
  seed: number,
  onFold: (fold: string) => void = () => {},
): Calibration {
  const together = fitTogether(measurements)
  const whole = fitSubmissions(measurements, together)
  const heldOut = Object.fromEntries(
    SPLITS.map((split) => [split, crossValidate(measurements, together, split, seed, onFold)]),
  ) as Record<Split, Prediction[]>
  const bands = bandsOf(heldOut)
  const widerIn = (split: Split, { yearsBeyond }: Prediction) => {
    if (split === 'precision') return bands.newPrecision
    return split === 'later' ? laterWidening(bands.laterPerYear, yearsBeyond) : 1
  }
  const errors = [
    ...reportErrors('fitted', predictAll(measurements, whole)),
    ...SPLITS.flatMap((split) =>
      reportErrors(`${split} held out`, heldOut[split], (own) => isHeld(own, bands, 1, widerIn(split, own))),
    ),
    ...WITH_ANCHOR.flatMap((split) =>
      ANCHORED_BY.flatMap((by) =>
        reportErrors(
          `${split} held out, 1 run of its ${by}`,
          withAnchor(heldOut[split], by),
          (own) => isHeld(own, bands, own.anchored[by]!.left),
          ['all', 'source', 'scenario'],
        ),
      ),
    ),
  ]
  const power = fitPower(measurements, whole, seed)
  const firstToken = fitFirstToken(measurements, whole, seed)
  const factors = { schemaVersion: 10 as const, ...whole, ...bands, power, firstToken }
  const apart = fitDisaggregated(disaggregated, factors)
  const all = { ...factors, disaggregated: apart }
  return { factors: all, errors: [...errors, ...keptErrors(predictKept(kept, whole, seed), all)] }
}

/** Errors of rows that are kept to test with: nothing is fitted to them, and no band is set by them. */
function keptErrors(predictions: readonly Prediction[], factors: Factors): GroupError[] {
  const isHeldWith = (left: (own: Prediction) => number) => (own: Prediction) => {
    const band = bandFor(factors, own.measurement.query, own.elasticity, left(own))
    return isHeldIn(band, own.log, anchoredWidth(band, left(own)))
  }
  return [
    ...reportErrors(
      'kept to test',
      predictions,
      isHeldWith(() => 1),
      KEPT_GROUPINGS,
    ),
    ...ANCHORED_BY.flatMap((by) =>
      reportErrors(
        `kept to test, 1 run of its ${by}`,
        withAnchor(predictions, by),
        isHeldWith((own) => own.anchored[by]!.left),
        ['all', 'source', 'scenario'],
      ),
    ),
  ]
}

/** Splits whose rows are predicted with an anchor too. */
const WITH_ANCHOR = ['pair', 'model', 'accelerator'] as const satisfies readonly Split[]

function withAnchor(predictions: readonly Prediction[], by: AnchoredBy): Prediction[] {
  return predictions.flatMap((own) => {
    const anchored = own.anchored[by]
    return anchored === undefined ? [] : [{ ...own, log: anchored.log }]
  })
}

/** Does a row lie in its band, where runs near it leave so much of the deviation? */
function isHeld(
  { log, measurement, familiarity, elasticity, isNewSetup }: Prediction,
  bands: Bands & Pick<Factors, 'newSetup'>,
  left: number,
  wider = 1,
): boolean {
  const known = bandOf(bands, familiarity, measurement.query, elasticity * wider)
  const band = isNewSetup ? inNewSetup(known, bands.newSetup * elasticity * left) : known
  return isHeldIn(band, log, anchoredWidth(band, left))
}
