import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { batchQueries, isSubmission } from '../batch/batchQuery.ts'
import { datasetInputTokens } from '../benchmarkTargets.ts'
import { layoutOf } from '../layout.ts'
import { stepParts } from '../parts.ts'
import { findAccelerator, findModel, precisionInName } from '../publishedNames.ts'
import type { Fields } from './fields.ts'
import type { MeasuredRun, RunContext } from './measuredRun.ts'

/** What a format could read of a run, before names are resolved and figures compared with each other. */
export interface Draft {
  readonly model: string | undefined
  readonly accelerator?: string | undefined
  readonly nAccel?: number | undefined
  readonly precision?: string | undefined
  readonly isl: number | undefined
  readonly osl: number | undefined
  readonly concurrency?: number | undefined
  readonly framework?: string | undefined
  readonly date?: string | undefined
  /** Output tokens per second of all accelerators; or per accelerator. */
  readonly outputTokS?: number | undefined
  readonly outputTokSPerAccel?: number | undefined
  readonly ttftMs?: number | undefined
  readonly tpotMs?: number | undefined
  readonly scenario?: MeasuredRun['scenario']
  readonly isDisaggregated?: boolean | undefined
}

/** Measured tokens may exceed what the figures of the same run allow by this: means of unequal requests. */
const LITTLE_TOLERANCE = 1.15
/** And the peak of the hardware by this, for draft tokens and clocks above the rated ones. */
const PEAK_TOLERANCE = 3
/** Times shorter than a step of the hardware by more than this are in another unit. */
const TIME_TOLERANCE = 20

/**
 * A run of a draft: names found in the catalog, nothing missing, and figures that can be true together. Undefined where
 * something is wrong; the faults are in `fields`.
 */
export function checkRun(
  draft: Draft,
  fields: Fields,
  context: RunContext,
  catalog: Catalog,
): MeasuredRun | undefined {
  const modelName = draft.model ?? context.model
  const acceleratorName = draft.accelerator ?? context.accelerator
  const nAccel = draft.nAccel ?? context.nAccel ?? countIn(acceleratorName)
  const model = modelName === undefined ? undefined : findModel(catalog, modelName)
  const dataset = isSubmission(draft.scenario) ? datasetInputTokens(model?.id) : undefined
  const isl = draft.isl ?? context.isl ?? dataset
  const osl = draft.osl ?? context.osl
  const concurrency = draft.concurrency ?? context.concurrency
  if (modelName === undefined) fields.fault('model', undefined, 'the name of the model, here or as an option')
  if (acceleratorName === undefined)
    fields.fault('accelerator', undefined, 'the accelerator it ran on, here or as an option')
  if (nAccel === undefined)
    fields.fault('number of accelerators', undefined, 'how many it ran on, here or as an option')
  else if (!Number.isInteger(nAccel)) fields.fault('number of accelerators', nAccel, 'a whole number')
  if (isl === undefined)
    fields.fault('input length', undefined, 'tokens in per request, here or as an option')
  if (osl === undefined)
    fields.fault('output length', undefined, 'tokens out per request, here or as an option')
  const accelerator = acceleratorName === undefined ? undefined : findAccelerator(catalog, acceleratorName)
  if (modelName !== undefined && !model) fields.fault('model', modelName, 'a model of the catalog')
  if (acceleratorName !== undefined && !accelerator)
    fields.fault('accelerator', acceleratorName, 'an accelerator of the catalog')
  const perAccel =
    draft.outputTokSPerAccel ??
    (draft.outputTokS === undefined || nAccel === undefined ? undefined : draft.outputTokS / nAccel)
  // A format that found it wrong has said so.
  if (perAccel === undefined && draft.outputTokS === undefined && fields.faults.length === 0)
    fields.fault('output throughput', undefined, 'output tokens per second above 0')
  if (!model || !accelerator || !nAccel || !isl || !osl || !perAccel || fields.faults.length > 0)
    return undefined
  const precision = draft.precision ?? context.precision ?? precisionInName(modelName!)
  const framework = draft.framework ?? context.framework
  const run: MeasuredRun = {
    source: fields.path,
    model: model.id,
    accelerator: accelerator.id,
    nAccel,
    isl,
    osl,
    outputTokSPerAccel: perAccel,
    ...(precision === undefined ? {} : { precision }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(draft.scenario === undefined ? {} : { scenario: draft.scenario }),
    ...(framework === undefined ? {} : { framework }),
    ...(draft.isDisaggregated ? { isDisaggregated: true } : {}),
    ...(draft.date === undefined ? {} : { date: draft.date }),
    ...(draft.ttftMs === undefined ? {} : { ttftMs: draft.ttftMs }),
    ...(draft.tpotMs === undefined ? {} : { tpotMs: draft.tpotMs }),
  }
  checkFigures(run, fields, catalog)
  return fields.faults.length > 0 ? undefined : run
}

/** The number in front of a name such as `4xNVIDIA_L40S`. */
function countIn(acceleratorName: string | undefined): number | undefined {
  const count = /^\s*(\d+)\s*[x×]/.exec(acceleratorName ?? '')?.[1]
  return count === undefined ? undefined : Number(count)
}

/** Units that were mixed up show as tokens that the run's own times, or the hardware's peaks, do not allow. */
function checkFigures(run: MeasuredRun, fields: Fields, catalog: Catalog): void {
  const { concurrency, tpotMs, ttftMs, nAccel, osl, outputTokSPerAccel } = run
  if (concurrency !== undefined && tpotMs !== undefined) {
    const requestMs = (ttftMs ?? 0) + tpotMs * Math.max(1, osl - 1)
    const most = (concurrency * osl * 1000) / requestMs / nAccel
    if (outputTokSPerAccel > most * LITTLE_TOLERANCE) {
      fields.fault(
        'output throughput',
        outputTokSPerAccel,
        `at most ${most.toPrecision(3)} tokens/s per accelerator at its own concurrency and times (are units mixed?)`,
      )
    }
  }
  const accelerator = findAccelerator(catalog, run.accelerator)!
  const [query] = batchQueries(run, accelerator, findModel(catalog, run.model)!)
  const layout = layoutOf(query!, Math.min(nAccel, accelerator.scaleupDomainSize ?? 1))
  const batch = concurrency ?? 1024
  const parts = stepParts(query!, layout, batch)
  const leastS = Math.max(parts.weights + parts.experts + parts.cache, parts.decode + parts.prefill)
  const peak = batch / leastS / layout.n
  const one = stepParts(query!, layout, 1)
  const stepMs = 1000 * (one.weights + one.experts)
  for (const [field, ms] of [
    ['time per output token', tpotMs],
    ['time to first token', ttftMs],
  ] as const) {
    if (ms !== undefined && ms * TIME_TOLERANCE < stepMs)
      fields.fault(
        field,
        ms,
        `milliseconds, about ${stepMs.toPrecision(2)} or more for one step of this hardware (is it seconds?)`,
      )
  }
  if (outputTokSPerAccel > PEAK_TOLERANCE * peak) {
    fields.fault(
      'output throughput',
      outputTokSPerAccel,
      `no more than the hardware's peak allows, about ${peak.toPrecision(3)} tokens/s per accelerator`,
    )
  }
}
