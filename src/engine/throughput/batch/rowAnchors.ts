import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../../../plan/catalog/modelRows.ts'
import { AppFault } from '../../../plan/fault.ts'
import type { Anchor } from '../anchors/anchorStep.ts'
import { getPublishedAccelerator, getPublishedModel } from '../names/publishedNames.ts'
import type { ServingQuery } from '../query.ts'
import { exceedsPeak, hardwarePeak } from '../step/hardwarePeak.ts'
import { type BatchAnchor, type BatchRow, runOf } from './batchRow.ts'

/** A run slower than the peak of its hardware by more than this is in another unit. */
const SLOWEST_OF_PEAK = 1e-5

/** What a row is of. */
export interface RowPair {
  readonly accelerator: AcceleratorRow
  readonly model: ModelRow
}

/** Runs that a row brings; those of another model or accelerator say nothing of it and are left out with a note. */
export function rowAnchors(
  row: BatchRow,
  { accelerator, model }: RowPair,
  catalog: Catalog,
  queryOf: (run: BatchRow) => ServingQuery,
): { readonly anchors: readonly Anchor[]; readonly notes: readonly string[] } {
  const given = [row.anchor ?? []].flat().map((anchor, index) => ({ anchor, source: `anchor ${index + 1}` }))
  const isOfPair = (anchor: BatchAnchor) =>
    (anchor.model === undefined || getPublishedModel(catalog, anchor.model).id === model.id) &&
    (anchor.accelerator === undefined ||
      getPublishedAccelerator(catalog, anchor.accelerator).id === accelerator.id)
  return {
    anchors: given
      .filter(({ anchor }) => isOfPair(anchor))
      .map(({ anchor, source }) => {
        const run = runOf(row, anchor)
        const query = queryOf(run)
        checkSpeed(run, query)
        return { query, outputTokSPerAccel: run.outputTokSPerAccel, source }
      }),
    notes: given
      .filter(({ anchor }) => !isOfPair(anchor))
      .map(({ source }) => `${source} is of another model or accelerator: not used`),
  }
}

/** A speed that the hardware cannot have is in another unit, or of more accelerators than it says. */
function checkSpeed(run: BatchRow & { outputTokSPerAccel: number }, query: ServingQuery): void {
  const { outputTokSPerAccel } = run
  const peak = hardwarePeak(query, query.accelCount ?? run.nAccel ?? 1, run.concurrency)
  if (!exceedsPeak(outputTokSPerAccel, peak) && outputTokSPerAccel >= SLOWEST_OF_PEAK * peak) return
  throw new AppFault('bad-input', 'The speed of the anchor is none that the hardware can have', [
    {
      path: 'anchor.outputTokSPerAccel',
      value: outputTokSPerAccel,
      expected: `tokens/s per accelerator; the hardware's peak allows about ${peak.toPrecision(3)} (is it in another unit?)`,
    },
  ])
}
