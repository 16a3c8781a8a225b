import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Anchor } from '../anchors/anchorStep.ts'
import { predictSystem } from '../disaggregated/disaggregatedAnchors.ts'
import type { Factors } from '../factors/factors.ts'
import { systemQuery } from './batchQuery.ts'
import type { BatchAnswer, BatchRow } from './batchRow.ts'
import { SHORT } from './reasons.ts'
import { type RowPair, rowAnchors } from './rowAnchors.ts'

/** Answers a row whose prompts and answers have accelerators of their own; anchors of the row are such systems too. */
export function answerDisaggregated(
  row: BatchRow,
  pair: RowPair,
  catalog: Catalog,
  factors: Factors,
  notes: readonly string[],
  measured: readonly Anchor[],
): BatchAnswer {
  const queryOf = (run: BatchRow) => systemQuery(run, pair.accelerator, pair.model)
  const query = queryOf(row)
  const brought = rowAnchors(row, pair, catalog, queryOf)
  const anchors = brought.anchors.map((anchor): Anchor => ({ ...anchor, isDisaggregated: true }))
  const own = predictSystem(query, factors, [...anchors, ...measured])
  const shares = `${Math.round(100 * own.prefillShare)} % of the accelerators read prompts`
  return {
    fits: own.isFeasible,
    outputTokSPerAccel: own.outputTokSPerAccel,
    totalTokSPerAccel: own.outputTokSPerAccel * (1 + row.isl / row.osl),
    p10: own.p10OutputTokSPerAccel,
    p90: own.p90OutputTokSPerAccel,
    tpotMs: own.tpotMs,
    ttftMs: own.ttftMs,
    ttftP10: own.ttftMs * factors.firstToken.unknown.p10,
    ttftP90: own.ttftMs * factors.firstToken.unknown.p90,
    concurrency: own.batch,
    parallelism: `prefill tp${own.prefillAccelCount}, decode ${SHORT[own.decodeSpread]}${own.decodeAccelCount}`,
    precision: query.precision,
    powerWPerAccel: own.powerW,
    grade: 'C',
    because: [
      ...(own.isFeasible ? [] : ['cannot be served so']),
      'prefill and decode on separate accelerators: derived from either alone, its band from measured rows',
      shares,
      ...(own.anchor === null
        ? []
        : [`drawn towards measured systems, the more the nearer their load; nearest: ${own.anchor}`]),
      ...brought.notes,
      ...notes,
    ],
  }
}
