import type { AcceleratorRow, ModelRow } from '../../../plan/catalog/rows.ts'
import { predictDisaggregated } from '../disaggregated.ts'
import type { Factors } from '../factors.ts'
import type { ServingQuery } from '../query.ts'
import { type Asked, batchQueries } from './batchQuery.ts'
import type { BatchAnswer, BatchRow } from './batchRow.ts'
import { given } from './given.ts'

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
  const anchored = anchorFactor(row, accelerator, model, factors)
  const shares = `${Math.round(100 * own.prefillShare)} % of the accelerators read prompts`
  return {
    fits: own.isFeasible,
    outputTokSPerAccel: own.outputTokSPerAccel * anchored,
    totalTokSPerAccel: own.outputTokSPerAccel * anchored * (1 + row.isl / row.osl),
    p10: own.p10OutputTokSPerAccel * anchored,
    p90: own.p90OutputTokSPerAccel * anchored,
    tpotMs: own.tpotMs / anchored,
    ttftMs: own.ttftMs,
    ttftP10: own.ttftMs * factors.firstToken.unknown.p10,
    ttftP90: own.ttftMs * factors.firstToken.unknown.p90,
    concurrency: own.batch,
    parallelism: `prefill tp${own.prefillAccelCount}, decode tp${own.decodeAccelCount}`,
    precision: query.precision,
    powerWPerAccel: own.powerW,
    grade: 'C',
    because: [
      ...(own.isFeasible ? [] : ['cannot be served so']),
      'prefill and decode on separate accelerators: derived from either alone, its band from measured rows',
      shares,
      ...(anchored === 1 ? [] : ['drawn towards the mean of its anchors']),
      ...notes,
    ],
  }
}

/** One system of so many accelerators, or a pair of replicas where the row names no number. */
function systemQuery(row: Asked, accelerator: AcceleratorRow, model: ModelRow): ServingQuery {
  const [query] = batchQueries({ ...row, nAccel: undefined }, accelerator, model)
  return row.nAccel === undefined ? query! : { ...query!, mostAccelCount: row.nAccel }
}

/** Mean of measured over predicted of the anchors, in logarithms. */
function anchorFactor(row: BatchRow, accelerator: AcceleratorRow, model: ModelRow, factors: Factors): number {
  const logs = [row.anchor ?? []].flat().flatMap((anchor) => {
    const query = systemQuery({ ...row, ...given(anchor) }, accelerator, model)
    const own = predictDisaggregated(query, factors)
    return own.isFeasible ? [Math.log(anchor.outputTokSPerAccel / own.outputTokSPerAccel)] : []
  })
  return logs.length === 0 ? 1 : Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length)
}
