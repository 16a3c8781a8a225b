import type { MeasuredRun } from './schema/measurement.ts'

/** Kept runs and new ones; a run of the same source takes the place of the one before. */
export function mergeMeasurements(kept: readonly MeasuredRun[], runs: readonly MeasuredRun[]): MeasuredRun[] {
  const sources = new Set(runs.map((run) => run.source))
  return [...kept.filter((run) => !sources.has(run.source)), ...runs]
}
