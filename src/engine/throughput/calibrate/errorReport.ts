import { z } from 'zod'
import type { Prediction } from './crossValidate.ts'
import type { Measurement } from './measurement.ts'
import { quantile } from './statistics.ts'

/** Absolute percentage error of a group of rows: predicted over measured tokens per second. */
export const GroupError = z.object({
  /** How the rows were predicted: by the fit that saw them, or held out with a whole group. */
  predicted: z.string(),
  by: z.string(),
  name: z.string(),
  rows: z.number(),
  medianPercent: z.number(),
  p90Percent: z.number(),
  within25Percent: z.number(),
  /** Share of the rows within P10 and P90; null where they were fitted. */
  heldPercent: z.number().nullable(),
})
export type GroupError = z.infer<typeof GroupError>

/** Groupings of the report; the empty name is all rows. */
const GROUPINGS: Readonly<Record<string, (prediction: Prediction) => string>> = {
  all: () => 'all',
  source: ({ measurement }) => measurement.source.name,
  vendor: ({ measurement }) => measurement.query.accelerator.vendor,
  family: ({ measurement }) => /^[a-z]+/.exec(measurement.query.model.id)?.[0] ?? measurement.query.model.id,
  precision: ({ measurement }) => measurement.query.precision,
  accelerator: ({ measurement }) => measurement.query.accelerator.id,
  model: ({ measurement }) => measurement.query.model.id,
  scenario: ({ measurement }) => measurement.query.scenario ?? 'closed-loop',
  round: ({ measurement }) => roundOf(measurement),
  roundScenario: ({ measurement }) =>
    `${roundOf(measurement)}, ${measurement.query.scenario ?? 'closed-loop'}`,
}
const ROUNDS: readonly string[] = ['round', 'roundScenario']
const USUAL_GROUPINGS = Object.keys(GROUPINGS).filter((by) => !ROUNDS.includes(by))
/** Of rows kept to test with: by round or release too, and by scenario within it. */
export const KEPT_GROUPINGS: readonly string[] = [...USUAL_GROUPINGS, ...ROUNDS]

function roundOf({ source, query: { year } }: Measurement): string {
  if (year === undefined) return source.name
  const month = Math.floor((year % 1) * 12) + 1
  return `${source.name} of ${Math.floor(year)}-${String(month).padStart(2, '0')}`
}

export function reportErrors(
  predicted: string,
  predictions: readonly Prediction[],
  isHeld?: (prediction: Prediction) => boolean,
  groupings: readonly string[] = USUAL_GROUPINGS,
): GroupError[] {
  return groupings.flatMap((by) =>
    [...Map.groupBy(predictions, GROUPINGS[by]!)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, rows]) => groupError(predicted, by, name, rows, isHeld)),
  )
}

function groupError(
  predicted: string,
  by: string,
  name: string,
  rows: readonly Prediction[],
  isHeld: ((prediction: Prediction) => boolean) | undefined,
): GroupError {
  const errors = rows.map(({ log }) => 100 * Math.abs(Math.exp(-log) - 1))
  return {
    predicted,
    by,
    name,
    rows: rows.length,
    medianPercent: round(quantile(errors, 0.5)),
    p90Percent: round(quantile(errors, 0.9)),
    within25Percent: round((100 * errors.filter((error) => error <= 25).length) / errors.length),
    heldPercent: isHeld === undefined ? null : round((100 * rows.filter(isHeld).length) / rows.length),
  }
}

function round(percent: number): number {
  return Math.round(percent * 10) / 10
}
