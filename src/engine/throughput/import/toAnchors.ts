import { getAccelerator, getModel } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Anchor } from '../anchors/anchorStep.ts'
import { batchQueries, systemQuery } from '../batch/batchQuery.ts'
import { isDisaggregated } from '../names/scenarioName.ts'
import type { MeasuredRun } from './measuredRun.ts'

/** Runs as anchors: points that predictions near them lean on. */
export function toAnchors(runs: readonly MeasuredRun[], catalog: Catalog): Anchor[] {
  return runs.map((run) => {
    const pair = [getAccelerator(catalog, run.accelerator), getModel(catalog, run.model)] as const
    const { outputTokSPerAccel, source } = run
    return isSystem(run)
      ? { query: systemQuery(run, ...pair), outputTokSPerAccel, source, isDisaggregated: true }
      : { query: batchQueries(run, ...pair)[0]!, outputTokSPerAccel, source }
  })
}

function isSystem(run: MeasuredRun): boolean {
  return run.isDisaggregated ?? isDisaggregated(run.framework)
}
