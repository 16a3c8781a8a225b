import { anchoredWidth, bandOf } from '../factors/band.ts'
import type { Bands } from '../factors/factors.ts'
import { SCENARIOS, scenarioIn } from '../query.ts'
import { ANCHORED_BY, type AnchoredBy, type AnchoredLog } from './anchored.ts'
import type { Prediction, Split } from './crossValidate.ts'
import { isHeldIn } from './heldBand.ts'

/** Rows with which a way that requests arrive is judged at all. */
const FEWEST_ROWS = 25
const WIDER = { least: 1, most: 3 }
/** Splits that are predicted with a run known, and the least share of the rows of each that a band then holds. */
const ANCHORED_SPLITS = ['pair', 'model', 'accelerator'] as const
const HELD_OF_EACH = 0.76
const STEP = 0.05

/**
 * By how much bands with a run known must be wider, for each way that requests arrive, until enough is held of each split
 * and of each kind of run: what is held of all together says nothing of those that scatter most.
 */
export function anchoredScatterIn(
  heldOut: Readonly<Record<Split, readonly Prediction[]>>,
  bands: Bands,
): Bands['anchoredScatter'] {
  const groups = ANCHORED_SPLITS.flatMap((split) => ANCHORED_BY.map((by) => anchoredRows(heldOut[split], by)))
  const scatter: Bands['anchoredScatter'] = {}
  for (const scenario of SCENARIOS) {
    const cells = groups
      .map((rows) => rows.filter(({ own }) => scenarioIn(own.measurement.query) === scenario))
      .filter((rows) => rows.length >= FEWEST_ROWS)
    if (cells.length === 0) continue
    const isEnough = (wider: number) =>
      cells.every((rows) => {
        const held = rows.filter((row) =>
          isHeldWithRun(row, { ...bands, anchoredScatter: { [scenario]: wider } }),
        )
        return held.length >= HELD_OF_EACH * rows.length
      })
    let wider = WIDER.least
    while (!isEnough(wider) && wider < WIDER.most) wider += STEP
    scatter[scenario] = wider
  }
  return scatter
}

interface WithRun {
  readonly own: Prediction
  readonly anchored: AnchoredLog
}

function anchoredRows(predictions: readonly Prediction[], by: AnchoredBy): WithRun[] {
  return predictions.flatMap((own) => {
    const anchored = own.anchored[by]
    return anchored === undefined ? [] : [{ own, anchored }]
  })
}

function isHeldWithRun({ own, anchored }: WithRun, bands: Bands): boolean {
  const band = bandOf(bands, own.familiarity, own.measurement.query, own.elasticity)
  return isHeldIn(band, anchored.log, anchoredWidth(band, anchored.left))
}
