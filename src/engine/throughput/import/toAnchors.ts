import { getAccelerator, getModel } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Anchor } from '../anchors.ts'
import { batchQueries } from '../batch/batchQuery.ts'
import type { MeasuredRun } from './measuredRun.ts'

/** Runs as anchors: points that predictions near them lean on. */
export function toAnchors(runs: readonly MeasuredRun[], catalog: Catalog): Anchor[] {
  return runs.map((run) => {
    const [query] = batchQueries(run, getAccelerator(catalog, run.accelerator), getModel(catalog, run.model))
    return { query: query!, outputTokSPerAccel: run.outputTokSPerAccel, source: run.source }
  })
}
