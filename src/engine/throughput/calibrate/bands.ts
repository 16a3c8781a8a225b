import type { Familiarity } from '../factors.ts'
import type { Prediction, Split } from './crossValidate.ts'
import { quantile } from './statistics.ts'

export interface Band {
  readonly p10: number
  readonly p90: number
}

/** The split whose held-out rows stand for a familiarity. */
export const SPLIT_OF: Readonly<Record<Familiarity, Split>> = {
  known: 'configuration',
  'new-model': 'model',
  'new-accelerator': 'accelerator',
  'new-vendor': 'vendor',
}

/** Rows of one configuration share their weight, as in the fit. */
function weightsOf(predictions: readonly Prediction[]): number[] {
  const rows = new Map<string, number>()
  for (const { measurement } of predictions) rows.set(measurement.run, (rows.get(measurement.run) ?? 0) + 1)
  return predictions.map(
    ({ measurement }) => measurement.source.weight / Math.sqrt(rows.get(measurement.run)!),
  )
}

/** P10 and P90 of measured over predicted, of rows that the fit had not seen. */
export function bandOf(predictions: readonly Prediction[]): Band {
  const logs = predictions.map(({ log }) => log)
  const weights = weightsOf(predictions)
  return { p10: Math.exp(quantile(logs, 0.1, weights)), p90: Math.exp(quantile(logs, 0.9, weights)) }
}

/** Share of rows inside the band that the rows of all other folds give: the band's honest coverage. */
export function coverageOf(predictions: readonly Prediction[]): number {
  let inside = 0
  for (const fold of new Set(predictions.map((own) => own.fold))) {
    const { p10, p90 } = bandOf(predictions.filter((own) => own.fold !== fold))
    for (const { log, fold: own } of predictions) {
      if (own === fold && Math.exp(log) >= p10 && Math.exp(log) <= p90) inside += 1
    }
  }
  return inside / predictions.length
}
