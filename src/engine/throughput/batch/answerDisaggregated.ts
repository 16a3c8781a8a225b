import type { AcceleratorRow, ModelRow } from '../../../plan/catalog/rows.ts'
import { predictDisaggregated } from '../disaggregated.ts'
import { anchorSystem } from '../disaggregatedAnchors.ts'
import type { Factors } from '../factors.ts'
import type { ServingQuery } from '../query.ts'
import { type Asked, batchQueries } from './batchQuery.ts'
import { type BatchAnswer, type BatchRow, runOf } from './batchRow.ts'
import { SHORT } from './reasons.ts'

/** Answers a row whose prompts and answers have accelerators of their own. */
export function answerDisaggregated(
  row: BatchRow,
  accelerator: AcceleratorRow,
  model: ModelRow,
  factors: Factors,
  notes: readonly string[],
): BatchAnswer {
  const query = systemQuery(row, accelerator, model)
  const own = predictDisaggregated(query, factors)
  const measured = [row.anchor ?? []].flat().map((anchor) => {
    const run = runOf(row, anchor)
    return { query: systemQuery(run, accelerator, model), outputTokSPerAccel: run.outputTokSPerAccel }
  })
  const { factor: anchored, left } = anchorSystem(query, measured, factors)
  const anchoredTokS = own.outputTokSPerAccel * anchored
  const bound = (derived: number) => anchoredTokS * (derived / own.outputTokSPerAccel) ** left
  const shares = `${Math.round(100 * own.prefillShare)} % of the accelerators read prompts`
  return {
    fits: own.isFeasible,
    outputTokSPerAccel: anchoredTokS,
    totalTokSPerAccel: anchoredTokS * (1 + row.isl / row.osl),
    p10: own.isFeasible ? bound(own.p10OutputTokSPerAccel) : 0,
    p90: own.isFeasible ? bound(own.p90OutputTokSPerAccel) : 0,
    tpotMs: own.tpotMs / anchored,
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
      ...(anchored === 1 ? [] : ['drawn towards its anchors, the more the nearer their load']),
      ...notes,
    ],
  }
}

/** One system of so many accelerators, or a pair of replicas where the row names no number. */
function systemQuery(row: Asked, accelerator: AcceleratorRow, model: ModelRow): ServingQuery {
  const [query] = batchQueries({ ...row, nAccel: undefined }, accelerator, model)
  return row.nAccel === undefined ? query! : { ...query!, mostAccelCount: row.nAccel }
}
