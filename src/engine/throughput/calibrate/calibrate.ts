import { anchoredWidth, bandOf } from '../factors/band.ts'
import type { Bands, Factors } from '../factors/factors.ts'
import { ANCHORED_BY, type AnchoredBy } from './anchored.ts'
import { bandsOf } from './bands.ts'
import { crossValidate, type Prediction, predictAll, SPLITS, type Split } from './crossValidate.ts'
import { type GroupError, LATER_GROUPINGS, reportErrors } from './errorReport.ts'
import { fitDisaggregated } from './fitDisaggregated.ts'
import { fitSubmissions, fitTogether } from './fitFactors.ts'
import { fitFirstToken } from './fitFirstToken.ts'
import { fitPower } from './fitPower.ts'
import type { MeasuredRows } from './readMeasurements.ts'

export interface Calibration {
  readonly factors: Factors
  readonly errors: readonly GroupError[]
}

/**
 * Fits the factors to all rows, holds out configurations, models, accelerators and vendors in turn and predicts later
 * rows from earlier ones, and takes the bands and the errors from what was held out.
 */
export function calibrate(
  { measurements, disaggregated }: Pick<MeasuredRows, 'measurements' | 'disaggregated'>,
  seed: number,
  onFold: (fold: string) => void = () => {},
): Calibration {
  const together = fitTogether(measurements)
  const whole = fitSubmissions(measurements, together)
  const heldOut = Object.fromEntries(
    SPLITS.map((split) => [split, crossValidate(measurements, together, split, seed, onFold)]),
  ) as Record<Split, Prediction[]>
  const bands = bandsOf(heldOut)
  const widerIn = (split: Split) => (split === 'precision' ? bands.newPrecision : 1)
  const errors = [
    ...reportErrors('fitted', predictAll(measurements, whole)),
    ...SPLITS.flatMap((split) =>
      reportErrors(
        `${split} held out`,
        heldOut[split],
        (own) => isHeld(own, bands, 1, widerIn(split)),
        split === 'later' ? LATER_GROUPINGS : undefined,
      ),
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
  const factors = { schemaVersion: 8 as const, ...whole, ...bands, power, firstToken }
  const apart = fitDisaggregated(disaggregated, factors)
  return { factors: { ...factors, disaggregated: apart }, errors }
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
  { log, measurement, familiarity, elasticity }: Prediction,
  bands: Bands,
  left: number,
  wider = 1,
): boolean {
  const band = bandOf(bands, familiarity, measurement.query, elasticity * wider)
  const width = anchoredWidth(band, left)
  return log >= Math.log(band.p10) * width && log <= Math.log(band.p90) * width
}
