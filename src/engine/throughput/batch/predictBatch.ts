import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { AppFault, describeFault } from '../../../plan/fault.ts'
import type { Anchor } from '../anchors/anchorStep.ts'
import type { Factors, Familiarity } from '../factors/factors.ts'
import { familiarityOf, isNewPrecision, isNewSetup } from '../factors/familiarity.ts'
import { yearsBeyond } from '../factors/resolveCoefficients.ts'
import { isPublishedInOne, isUnsaidPrecision } from '../names/precisionName.ts'
import { getPublishedAccelerator, getPublishedModel } from '../names/publishedNames.ts'
import { isDisaggregated } from '../names/scenarioName.ts'
import { predictServing } from '../predictServing.ts'
import type { ServingPrediction, ServingQuery } from '../query.ts'
import { answerDisaggregated } from './answerDisaggregated.ts'
import { type Asked, batchQueries, isUsualSize, LAST_RESORT } from './batchQuery.ts'
import { type BatchAnswer, BatchRow, unreadFields } from './batchRow.ts'
import { completeRow } from './completeRow.ts'
import { limitReason, missedTargets, notesOf, SHORT } from './reasons.ts'
import { rowAnchors } from './rowAnchors.ts'

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
      'the row cannot be read',
      checked.error.issues.map((issue) => {
        const path = issue.path.join('.') || 'row'
        const value = issue.path.reduce<unknown>((own, key) => Object(own)[key], raw)
        return describeFault({ path, value, expected: issue.message })
      }),
    )
  }
  try {
    const unread = unreadFields(raw as object, checked.data)
    return answerRow(checked.data, unread, catalog, factors, measured)
  } catch (error) {
    if (error instanceof AppFault) return refuse(error.message, error.faults.map(describeFault))
    throw error
  }
}

function refuse(error: string, because: readonly string[]): BatchAnswer {
  return { fits: false, error, because }
}

function answerRow(
  asked: BatchRow,
  unread: readonly string[],
  catalog: Catalog,
  factors: Factors,
  measured: readonly Anchor[],
): BatchAnswer {
  const accelerator = getPublishedAccelerator(catalog, asked.accelerator)
  const model = getPublishedModel(catalog, asked.model)
  const { row, notes: completed } = completeRow(asked, model)
  const common = [...completed, ...notesOf(row, accelerator, model, unread)]
  const pair = { accelerator, model }
  if (isDisaggregated(row.framework, row.scenario))
    return answerDisaggregated(row, pair, catalog, factors, common, measured)
  const own = rowAnchors(row, pair, catalog, (run) => batchQueries(run, accelerator, model)[0]!)
  const anchors = [...own.anchors, ...measured]
  const answers = batchQueries(row, accelerator, model).map((query) => ({
    query,
    prediction: predictServing(query, factors, anchors),
  }))
  const best = answers.reduce((found, own) => {
    if (own.prediction.isFeasible !== found.prediction.isFeasible)
      return own.prediction.isFeasible ? own : found
    return isPreferred(row, own, found) ? own : found
  })
  return toAnswer(row, best.query, best.prediction, factors, [...own.notes, ...common])
}

interface Answered {
  readonly query: ServingQuery
  readonly prediction: ServingPrediction
}

/**
 * Is this one to be taken instead, of two that are both feasible or both not? An odd size of replica only where none
 * before it fits; a precision further down the list, too, unless the row asks what its targets allow: looser targets
 * must not yield less.
 */
function isPreferred(row: Asked, own: Answered, found: Answered): boolean {
  const asksMost = row.concurrency === undefined && (row.tpotMsMax ?? row.ttftMsMax) !== undefined
  const isRival =
    own.query.precision === found.query.precision || (asksMost && own.query.precision !== LAST_RESORT)
  return (
    isRival &&
    isUsualSize(own.query.accelCount ?? 1) &&
    own.prediction.outputTokSPerAccel > found.prediction.outputTokSPerAccel
  )
}

function toAnswer(
  row: Asked,
  query: ServingQuery,
  own: ServingPrediction,
  factors: Factors,
  notes: readonly string[],
): BatchAnswer {
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
    parallelism: `${SHORT[own.spread]}${own.accelCount}`,
    precision: query.precision,
    powerWPerAccel: own.powerW,
    grade: own.grade,
    because: [...reasons(row, query, own, factors), ...notes],
  }
}

const OF_PAIR = 'model and accelerator are among the measured ones'
const OF_KIND = 'this model or this accelerator was not measured: predicted from its kind and generation'
const OF_VENDOR =
  'no accelerator of this generation was measured: efficiency is that of its vendor or the mean of others'
const GRADE_REASONS: Readonly<Record<Familiarity, string>> = {
  known: OF_PAIR,
  'new-pair': OF_PAIR,
  'new-model': OF_KIND,
  'new-sibling': OF_KIND,
  'new-accelerator': OF_VENDOR,
  'new-vendor': OF_VENDOR,
}

/** Why the grade is what it is. */
function gradeReasons(factors: Factors, query: ServingQuery): string[] {
  return [
    GRADE_REASONS[familiarityOf(factors, query)],
    ...(isNewPrecision(factors, query)
      ? ['no measured row had this precision on such hardware: the band is wider, the grade at most B']
      : []),
    ...(isNewSetup(factors, query)
      ? [
          'no measured row was run by this software on such hardware in this way: the band is wider, the grade at most B',
        ]
      : []),
    ...(yearsBeyond(factors, query) > 0
      ? ['later than all that was measured of this software: the band is wider']
      : []),
  ]
}

/** Does every replica hold its share of the sequences that the row asks for? */
function isAsAsked({ concurrency }: Asked, query: ServingQuery, own: ServingPrediction): boolean {
  return concurrency !== undefined && own.batch >= (query.concurrency ?? concurrency)
}

function reasons(row: Asked, query: ServingQuery, own: ServingPrediction, factors: Factors): string[] {
  const each =
    own.batch === row.concurrency ? '' : `, ${Number(own.batch.toPrecision(3))} of them on each replica`
  const asked = `${row.concurrency} sequences in flight were asked for${each}`
  return [
    ...(own.isFeasible ? [] : ['cannot be served so']),
    ...gradeReasons(factors, query),
    isAsAsked(row, query, own) ? asked : limitReason(query, own),
    ...missedTargets(row, own),
    ...(row.precision === undefined || isUnsaidPrecision(row.precision)
      ? [`${query.precision} taken, because the row names no precision`]
      : []),
    ...(isPublishedInOne(query.model) ? [`${query.precision} is what the model is published in`] : []),
    ...(query.software === undefined
      ? ['vLLM of the latest date measured taken, because the row names no other software that was']
      : []),
    ...(query.speculation === undefined
      ? []
      : [`${query.speculation.draftTokens} tokens drafted a step, as the software's name says`]),
    ...(own.anchor === null ? [] : [`drawn towards the measured point nearest: ${own.anchor}`]),
  ]
}
