import { FAMILIARITIES, type Factors } from '../factors.ts'
import { bandOf, SPLIT_OF } from './bands.ts'
import { crossValidate, type Prediction, predictAll, SPLITS, type Split } from './crossValidate.ts'
import { type GroupError, reportErrors } from './errorReport.ts'
import { fitFactors } from './fitFactors.ts'
import { fitFirstToken } from './fitFirstToken.ts'
import { fitPower } from './fitPower.ts'
import type { Measurement } from './measurement.ts'

export interface Calibration {
  readonly factors: Factors
  readonly errors: readonly GroupError[]
}

/**
 * Fits the factors to all rows, holds out configurations, models, accelerators and vendors in turn, and takes the
 * bands and the errors from what was held out.
 */
export function calibrate(
  measurements: readonly Measurement[],
  seed: number,
  onFold: (fold: string) => void = () => {},
): Calibration {
  const whole = fitFactors(measurements)
  const heldOut = Object.fromEntries(
    SPLITS.map((split) => [split, crossValidate(measurements, whole, split, seed, onFold)]),
  ) as Record<Split, Prediction[]>
  const bands = Object.fromEntries(
    FAMILIARITIES.map((familiarity) => {
      const rows = heldOut[SPLIT_OF[familiarity]].filter((own) => own.familiarity === familiarity)
      return [familiarity, bandOf(rows)]
    }),
  ) as Factors['bands']
  const errors = [
    ...reportErrors('fitted', predictAll(measurements, whole)),
    ...SPLITS.flatMap((split) => reportErrors(`${split} held out`, heldOut[split])),
  ]
  const power = fitPower(measurements, whole)
  const firstToken = fitFirstToken(measurements, whole)
  return { factors: { schemaVersion: 1, ...whole, bands, power, firstToken }, errors }
}
