import { quantile } from './statistics.ts'

/** A row held out: logarithm of measured over predicted, what it was held out with, and its weight. */
export interface HeldOut {
  readonly log: number
  readonly fold: string
  readonly weight: number
}

/** P10 and P90 in logarithms, and the share of the weight that such bands held. */
export interface HeldBand {
  readonly p10: number
  readonly p90: number
  readonly coverage: number
}

/** Share of the weight between P10 and P90, and of the rows; below either a band is widened, by steps, up to a limit. */
const HELD_SHARE = 0.79
const HELD_ROWS = 0.76
const WIDENING_STEP = 0.05
/** Where more of the rows held out than this lie in a band, it is narrowed, down to a limit, to what holds enough. */
const MOST_ROWS = 0.85
const NARROWEST = 0.7
/** A band that no few folds can settle stays one to plan with, and says what it held. */
const WIDEST = 1.6

function bandIn(rows: readonly HeldOut[]): readonly [p10: number, p90: number] {
  const logs = rows.map(({ log }) => log)
  const weights = rows.map(({ weight }) => weight)
  return [quantile(logs, 0.1, weights), quantile(logs, 0.9, weights)]
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
  const isHeld = ({ log, fold }: HeldOut, widening: number) => {
    const [p10, p90] = bands.get(fold)!
    return log >= p10 * widening && log <= p90 * widening
  }
  const held = rows.filter((row) => isHeld(row, 1)).length
  const least = held > MOST_ROWS * rows.length ? NARROWEST : 1
  const widening = widenedUntilHeld(rows, isHeld, least, WIDEST)
  const [p10, p90] = bandIn(rows)
  const coverage = heldShare(rows, (row) => isHeld(row, widening))
  return { p10: p10 * widening, p90: p90 * widening, coverage }
}

/** Does a band, as factors, hold a logarithm? */
export function isHeldIn({ p10, p90 }: { readonly p10: number; readonly p90: number }, log: number): boolean {
  return log >= Math.log(p10) && log <= Math.log(p90)
}

/** The least widening with which enough of the weight and of the rows is held, or the most. */
export function widenedUntilHeld<Row extends { readonly weight: number }>(
  rows: readonly Row[],
  isHeld: (row: Row, widening: number) => boolean,
  least: number,
  most: number,
): number {
  let widening = least
  const isEnough = () => {
    const held = rows.filter((row) => isHeld(row, widening)).length
    return held >= HELD_ROWS * rows.length && heldShare(rows, (row) => isHeld(row, widening)) >= HELD_SHARE
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
