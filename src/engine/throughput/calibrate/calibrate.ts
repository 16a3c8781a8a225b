import { bandOf, type Factors } from '../factors.ts'
import { ANCHORED_BY, type AnchoredBy } from './anchored.ts'
import { bandsOf } from './bands.ts'
import { crossValidate, type Prediction, predictAll, SPLITS, type Split } from './crossValidate.ts'
import { type GroupError, reportErrors } from './errorReport.ts'
import { fitDisaggregated } from './fitDisaggregated.ts'
import { fitFactors } from './fitFactors.ts'
import { fitFirstToken } from './fitFirstToken.ts'
import { fitPower } from './fitPower.ts'
import type { MeasuredRows } from './readMeasurements.ts'

export interface Calibration {
  readonly factors: Factors
  readonly errors: readonly GroupError[]
  /** Share of the rows with one anchor that lie in the band it leaves, by how they were held out. */
  readonly anchoredHeldPercent: Readonly<Record<string, number>>
}

/**
 * Fits the factors to all rows, holds out configurations, models, accelerators and vendors in turn, and takes the
 * bands and the errors from what was held out.
 */
export function calibrate(
  { measurements, disaggregated }: Pick<MeasuredRows, 'measurements' | 'disaggregated'>,
  seed: number,
  onFold: (fold: string) => void = () => {},
): Calibration {
  const whole = fitFactors(measurements)
  const heldOut = Object.fromEntries(
    SPLITS.map((split) => [split, crossValidate(measurements, whole, split, seed, onFold)]),
  ) as Record<Split, Prediction[]>
  const bands = bandsOf(heldOut)
  const errors = [
    ...reportErrors('fitted', predictAll(measurements, whole)),
    ...SPLITS.flatMap((split) => reportErrors(`${split} held out`, heldOut[split])),
    ...WITH_ANCHOR.flatMap((split) =>
      ANCHORED_BY.flatMap((by) =>
        reportErrors(nameOf(split, by), withAnchor(heldOut[split], by), ['all', 'source']),
      ),
    ),
  ]
  const power = fitPower(measurements, whole, seed)
  const firstToken = fitFirstToken(measurements, whole)
  const together = { schemaVersion: 4 as const, ...whole, ...bands, power, firstToken }
  const apart = fitDisaggregated(disaggregated, together)
  const anchoredHeldPercent = Object.fromEntries(
    WITH_ANCHOR.flatMap((split) =>
      ANCHORED_BY.map((by) => [nameOf(split, by), heldPercent(heldOut[split], by, together)]),
    ),
  )
  return { factors: { ...together, disaggregated: apart }, errors, anchoredHeldPercent }
}

function nameOf(split: Split, by: AnchoredBy): string {
  return `${split} held out, 1 run of its ${by}`
}

/** Splits whose rows are predicted with an anchor too. */
const WITH_ANCHOR = ['model', 'accelerator'] as const satisfies readonly Split[]

function withAnchor(predictions: readonly Prediction[], by: AnchoredBy): Prediction[] {
  return predictions.flatMap((own) => {
    const anchored = own.anchored[by]
    return anchored === undefined ? [] : [{ ...own, log: anchored.log }]
  })
}

/** How many of the rows with an anchor lie in the band that it leaves. */
function heldPercent(
  predictions: readonly Prediction[],
  by: AnchoredBy,
  factors: Pick<Factors, 'effects' | 'bands' | 'submissionBands'>,
): number {
  const held = predictions.flatMap(({ measurement, familiarity, anchored }) => {
    const own = anchored[by]
    if (own === undefined) return []
    const { p10, p90 } = bandOf(factors, familiarity, measurement.query)
    return [own.log >= Math.log(p10) * own.width && own.log <= Math.log(p90) * own.width]
  })
  return (100 * held.filter(Boolean).length) / held.length
}
