import { quantile } from './statistics.ts'

/** A row held out: logarithm of measured over predicted, what it was held out with, and its weight. */
export interface HeldOut {
  readonly log: number
  readonly fold: string
  readonly weight: number
}

/** P10 and P90 as factors. */
interface Limits {
  readonly p10: number
  readonly p90: number
}

/** A band and the share of the weight that bands made so held. */
export interface HeldBand extends Limits {
  readonly coverage: number
}

/** Share of the weight between P10 and P90, and of the rows; below either a band is widened, by steps, up to a limit. */
const HELD_SHARE = 0.79
const HELD_ROWS = 0.76
const WIDENING_STEP = 0.05
/**
 * Where more of the rows held out than this lie in a band, it is narrowed, down to a limit, to what still holds so much of
 * the weight: large groups that a fit knows well must not widen the band of small ones, nor be told one that is too wide.
 */
const MOST_ROWS = 0.85
const NARROWED_SHARE = 0.76
const NARROWEST = 0.7
/** A band that no few folds can settle stays one to plan with, and says what it held. */
const WIDEST = 1.6

function bandIn(rows: readonly HeldOut[]): Limits {
  const logs = rows.map(({ log }) => log)
  const weights = rows.map(({ weight }) => weight)
  return { p10: Math.exp(quantile(logs, 0.1, weights)), p90: Math.exp(quantile(logs, 0.9, weights)) }
}

/**
 * The band of held-out rows, widened (or, where it holds far more, narrowed) until the band that all other folds give holds eight tenths of what was held out:
 * folds differ more than the rows within them, and the next accelerator is a new fold.
 */
export function heldBand(rows: readonly HeldOut[]): HeldBand {
  const bands = new Map(
    [...new Set(rows.map(({ fold }) => fold))].map((fold) => [
      fold,
      bandIn(rows.filter((own) => own.fold !== fold)),
    ]),
  )
  const isHeld = ({ log, fold }: HeldOut, widening: number) => isHeldIn(bands.get(fold)!, log, widening)
  const isTooWide = rows.filter((row) => isHeld(row, 1)).length > MOST_ROWS * rows.length
  const widening = isTooWide
    ? widenedUntilHeld(rows, isHeld, { least: NARROWEST, most: 1 }, NARROWED_SHARE)
    : widenedUntilHeld(rows, isHeld, { least: 1, most: WIDEST })
  const { p10, p90 } = bandIn(rows)
  const coverage = heldShare(rows, (row) => isHeld(row, widening))
  return { p10: p10 ** widening, p90: p90 ** widening, coverage }
}

/** Does a band hold a logarithm of measured over predicted, made wider by so much, in logarithms? */
export function isHeldIn({ p10, p90 }: Limits, log: number, wider = 1): boolean {
  return log >= wider * Math.log(p10) && log <= wider * Math.log(p90)
}

/** The least widening with which enough of the weight and of the rows is held, or the most. */
export function widenedUntilHeld<Row extends { readonly weight: number }>(
  rows: readonly Row[],
  isHeld: (row: Row, widening: number) => boolean,
  { least, most }: { readonly least: number; readonly most: number },
  share: number = HELD_SHARE,
): number {
  let widening = least
  const isEnough = () => {
    const held = rows.filter((row) => isHeld(row, widening)).length
    return held >= HELD_ROWS * rows.length && heldShare(rows, (row) => isHeld(row, widening)) >= share
  }
  while (!isEnough() && widening < most) widening += WIDENING_STEP
  return widening
}

function heldShare<Row extends { readonly weight: number }>(
  rows: readonly Row[],
  isHeld: (row: Row) => boolean,
): number {
  const weight = (own: readonly Row[]) => own.reduce((sum, row) => sum + row.weight, 0)
  return weight(rows.filter(isHeld)) / weight(rows)
}
