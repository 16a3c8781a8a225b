import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../../../plan/catalog/modelRows.ts'
import { targetsOf } from '../names/benchmarkTargets.ts'
import { isDefaultSetup, isDisaggregated, scenarioNamed } from '../names/scenarioName.ts'
import type { ServingPrediction, ServingQuery } from '../query.ts'
import { type Asked, isSubmission } from './batchQuery.ts'
import type { BatchRow } from './batchRow.ts'

/** Tensor, expert and pipeline parallelism, as benchmarks write them. */
export const SHORT = { tensor: 'tp', expert: 'ep', pipeline: 'pp' } as const

/** What was taken for what the row says, or for what it leaves out. */
export function notesOf(
  row: BatchRow,
  accelerator: AcceleratorRow,
  model: ModelRow,
  unread: readonly string[],
): string[] {
  const scenario = scenarioNamed(row.scenario)
  const targets =
    isSubmission(scenario) && row.concurrency === undefined ? targetsOf(model.id, scenario) : undefined
  const isUnknown =
    row.scenario !== undefined &&
    scenario === undefined &&
    !isDefaultSetup(row.scenario) &&
    !isDisaggregated(row.scenario)
  return [
    `${accelerator.accelerator}, ${accelerator.memoryGb} GB; ${model.model}`,
    ...(targets !== undefined && row.ttftMsMax === undefined
      ? [`first token within ${targets.ttftMs} ms taken: the row names no target`]
      : []),
    ...(targets !== undefined && row.tpotMsMax === undefined
      ? [`${targets.tpotMs} ms per token taken: the row names no target`]
      : []),
    ...(isUnknown ? [`scenario ${JSON.stringify(row.scenario)} is none that is known: not read`] : []),
    ...(row.isl + row.osl > model.context
      ? [`the request exceeds the model's context of ${model.context} tokens`]
      : []),
    ...(unread.length > 0 ? [`fields not read: ${unread.join(', ')}`] : []),
  ]
}

/** What keeps the number of sequences from being larger. */
export function limitReason(
  {
    accelerator,
    model,
    inputTokens,
    outputTokens,
    memoryGb = accelerator.memoryGb,
    ttftMs,
    tpotMs,
  }: ServingQuery,
  own: ServingPrediction,
): string {
  const { accelCount, concurrencyMemoryLimit: memory, concurrencyLatencyLimit: latency } = own
  if (memory > latency && tpotMs === undefined && ttftMs === undefined)
    return `serving software takes no more than ${latency} sequences at once`
  if (memory > latency) return `the targets allow ${latency} sequences on ${accelCount} accelerators`
  if (memory < 1 && inputTokens + outputTokens > model.context) return 'the context is too short'
  if (memory < 1) {
    const needed = `${own.memoryUsedGb.toPrecision(3)} GB of each of ${accelCount} accelerators`
    return own.memoryUsedGb > memoryGb
      ? `weights and runtime alone take ${needed}, which have ${memoryGb} GB`
      : `weights and runtime take ${needed} with ${memoryGb} GB, which leaves no room for a sequence`
  }
  return `memory holds ${memory} sequences on ${accelCount} accelerators`
}

/** Targets that the sequences asked for cannot have, by the mean alone. */
export function missedTargets(
  { concurrency, ttftMsMax, tpotMsMax }: Asked,
  own: ServingPrediction,
): string[] {
  if (concurrency === undefined || !own.isFeasible) return []
  return [
    ...(ttftMsMax !== undefined && own.ttftMs > ttftMsMax
      ? [
          `the target of ${ttftMsMax} ms is missed: the first token takes ${own.ttftMs.toFixed(0)} ms at so many`,
        ]
      : []),
    ...(tpotMsMax !== undefined && own.tpotMs > tpotMsMax
      ? [`the target of ${tpotMsMax} ms is missed: a token takes ${own.tpotMs.toFixed(1)} ms at so many`]
      : []),
  ]
}
