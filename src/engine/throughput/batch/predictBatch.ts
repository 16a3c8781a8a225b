import { getAccelerator, getModel } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { AcceleratorRow, ModelRow } from '../../../plan/catalog/rows.ts'
import { AppFault, describeFault } from '../../../plan/fault.ts'
import type { Anchor } from '../anchors.ts'
import { predictDisaggregated } from '../disaggregated.ts'
import type { Factors } from '../factors.ts'
import { predictServing } from '../predictServing.ts'
import type { ServingPrediction, ServingQuery } from '../query.ts'
import { batchQueries } from './batchQuery.ts'
import { type BatchAnswer, BatchRow } from './batchRow.ts'

/** Answers rows in their order; each stands by itself, so that one that is wrong does not stop the others. */
export function predictBatch(
  rows: readonly unknown[],
  catalog: Catalog,
  factors: Factors,
  measured: readonly Anchor[] = [],
): BatchAnswer[] {
  return rows.map((row) => answer(row, catalog, factors, measured))
}

function answer(raw: unknown, catalog: Catalog, factors: Factors, measured: readonly Anchor[]): BatchAnswer {
  const checked = BatchRow.safeParse(raw)
  if (!checked.success) {
    return refuse(
      'the row is not complete',
      checked.error.issues.map((issue) => `${issue.path.join('.') || 'row'}: ${issue.message}`),
    )
  }
  try {
    return answerRow(checked.data, catalog, factors, measured)
  } catch (error) {
    if (error instanceof AppFault) return refuse(error.message, error.faults.map(describeFault))
    throw error
  }
}

function refuse(error: string, because: readonly string[]): BatchAnswer {
  return { fits: false, error, because }
}

function answerRow(
  row: BatchRow,
  catalog: Catalog,
  factors: Factors,
  measured: readonly Anchor[],
): BatchAnswer {
  const accelerator = getAccelerator(catalog, row.accelerator)
  const model = getModel(catalog, row.model)
  const own = [row.anchor ?? []].flat().map((anchor, index): Anchor => {
    const [query] = batchQueries({ ...row, ...given(anchor) }, accelerator, model)
    return { query: query!, outputTokSPerAccel: anchor.outputTokSPerAccel, source: `anchor ${index + 1}` }
  })
  if (isDisaggregated(row)) return answerDisaggregated(row, accelerator, model, factors)
  const anchors = [...own, ...measured]
  const answers = batchQueries(row, accelerator, model).map((query) => ({
    query,
    prediction: predictServing(query, factors, anchors),
  }))
  const best = answers.reduce((found, own) => {
    if (own.prediction.isFeasible !== found.prediction.isFeasible)
      return own.prediction.isFeasible ? own : found
    return isFaster(own, found) ? own : found
  })
  return toAnswer(row, best.query, best.prediction)
}

/** Rows say in the name of the software that prompts and answers had accelerators of their own. */
function isDisaggregated({ framework }: BatchRow): boolean {
  return /disagg/i.test(framework ?? '')
}

function answerDisaggregated(
  row: BatchRow,
  accelerator: AcceleratorRow,
  model: ModelRow,
  factors: Factors,
): BatchAnswer {
  const [first] = batchQueries({ ...row, nAccel: undefined }, accelerator, model)
  const system = row.nAccel === undefined ? {} : { mostAccelCount: row.nAccel }
  const query: ServingQuery = { ...first!, ...system }
  const own = predictDisaggregated(query, factors)
  const shares = `${Math.round(100 * own.prefillShare)} % of the accelerators read prompts`
  return {
    fits: own.isFeasible,
    outputTokSPerAccel: own.outputTokSPerAccel,
    totalTokSPerAccel: own.outputTokSPerAccel * (1 + row.isl / row.osl),
    p10: own.p10OutputTokSPerAccel,
    p90: own.p90OutputTokSPerAccel,
    tpotMs: own.tpotMs,
    ttftMs: own.ttftMs,
    ttftP10: own.ttftMs * factors.firstToken.p10,
    ttftP90: own.ttftMs * factors.firstToken.p90,
    concurrency: own.batch,
    parallelism: `prefill tp${own.prefillAccelCount}, decode tp${own.decodeAccelCount}`,
    precision: query.precision,
    powerWPerAccel: null,
    grade: 'C',
    because: ['prefill and decode on separate accelerators: derived, no such row was fitted', shares],
  }
}

/** A precision further down the list is taken only where the ones before it do not fit. */
function isFaster(
  own: { readonly query: ServingQuery; readonly prediction: ServingPrediction },
  found: { readonly query: ServingQuery; readonly prediction: ServingPrediction },
): boolean {
  return (
    own.query.precision === found.query.precision &&
    own.prediction.outputTokSPerAccel > found.prediction.outputTokSPerAccel
  )
}

function given(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function toAnswer(row: BatchRow, query: ServingQuery, own: ServingPrediction): BatchAnswer {
  return {
    fits: own.isFeasible,
    outputTokSPerAccel: own.outputTokSPerAccel,
    totalTokSPerAccel: own.totalTokSPerAccel,
    p10: own.p10OutputTokSPerAccel,
    p90: own.p90OutputTokSPerAccel,
    tpotMs: own.tpotMs,
    ttftMs: own.ttftMs,
    ttftP10: own.ttftP10Ms,
    ttftP90: own.ttftP90Ms,
    concurrency: own.batch,
    parallelism: `tp${own.accelCount}`,
    precision: query.precision,
    powerWPerAccel: own.powerW,
    grade: own.grade,
    because: reasons(row, query, own),
  }
}

const GRADE_REASONS = {
  A: 'model and accelerator are among the measured ones',
  B: 'this model or this accelerator was not measured: predicted from its kind and generation',
  C: 'no accelerator of this generation was measured: efficiency is that of its vendor or the mean of others',
}

function reasons(row: BatchRow, query: ServingQuery, own: ServingPrediction): string[] {
  const limit =
    own.concurrencyMemoryLimit <= own.concurrencyLatencyLimit
      ? `memory holds ${own.concurrencyMemoryLimit} sequences on ${own.accelCount} accelerators`
      : `the targets allow ${own.concurrencyLatencyLimit} sequences on ${own.accelCount} accelerators`
  const asked = `${own.batch} sequences in flight were asked for`
  return [
    GRADE_REASONS[own.grade],
    row.concurrency === undefined || own.batch < row.concurrency ? limit : asked,
    ...(row.precision === undefined ? [`${query.precision} taken, because the row names no precision`] : []),
    ...(query.software === undefined ? ['usual serving software taken, because the row names none'] : []),
    ...(own.anchor === null ? [] : [`drawn towards the measured point nearest: ${own.anchor}`]),
    ...(own.isFeasible ? [] : ['cannot be served so']),
  ]
}
