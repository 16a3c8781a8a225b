import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { isSubmission } from '../batch/batchQuery.ts'
import { datasetInputTokens } from '../names/benchmarkTargets.ts'
import { findAccelerator, findModel, precisionInName } from '../names/publishedNames.ts'
import { checkFigures } from './checkFigures.ts'
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
  const setting = readSetting(draft, fields, context, catalog)
  const perAccel = perAccelerator(draft, fields, setting.nAccel)
  const { model, accelerator, nAccel, isl, osl } = setting
  if (!model || !accelerator || !nAccel || !isl || !osl || !perAccel || fields.faults.length > 0)
    return undefined
  const run: MeasuredRun = {
    source: fields.path,
    model: model.id,
    accelerator: accelerator.id,
    ...{ nAccel, isl, osl },
    outputTokSPerAccel: perAccel,
    ...(draft.isDisaggregated ? { isDisaggregated: true } : {}),
    ...defined({
      precision: draft.precision ?? context.precision ?? precisionInName(setting.modelName ?? ''),
      concurrency: draft.concurrency ?? context.concurrency,
      scenario: draft.scenario,
      framework: draft.framework ?? context.framework,
      date: draft.date,
      ttftMs: draft.ttftMs,
      tpotMs: draft.tpotMs,
    }),
  }
  checkFigures(run, fields, catalog)
  return fields.faults.length > 0 ? undefined : run
}

/** What ran on what, of the draft or else of its context; what is missing or unknown is a fault. */
function readSetting(draft: Draft, fields: Fields, context: RunContext, catalog: Catalog) {
  const need = (field: string, value: unknown, expected: string) => {
    if (value === undefined) fields.fault(field, undefined, expected)
  }
  const modelName = draft.model ?? context.model
  const acceleratorName = draft.accelerator ?? context.accelerator
  const model = modelName === undefined ? undefined : findModel(catalog, modelName)
  const accelerator = acceleratorName === undefined ? undefined : findAccelerator(catalog, acceleratorName)
  const nAccel = draft.nAccel ?? context.nAccel ?? countIn(acceleratorName)
  const dataset = isSubmission(draft.scenario) ? datasetInputTokens(model?.id) : undefined
  const isl = draft.isl ?? context.isl ?? dataset
  const osl = draft.osl ?? context.osl
  need('model', modelName, 'the name of the model, here or as an option')
  need('accelerator', acceleratorName, 'the accelerator it ran on, here or as an option')
  need('number of accelerators', nAccel, 'how many it ran on, here or as an option')
  if (nAccel !== undefined && !Number.isInteger(nAccel))
    fields.fault('number of accelerators', nAccel, 'a whole number')
  need('input length', isl, 'tokens in per request, here or as an option')
  need('output length', osl, 'tokens out per request, here or as an option')
  if (modelName !== undefined && !model) fields.fault('model', modelName, 'a model of the catalog')
  if (acceleratorName !== undefined && !accelerator)
    fields.fault('accelerator', acceleratorName, 'an accelerator of the catalog')
  return { modelName, model, accelerator, nAccel, isl, osl }
}

function perAccelerator(
  { outputTokS, outputTokSPerAccel }: Draft,
  fields: Fields,
  nAccel: number | undefined,
): number | undefined {
  // A format that found it wrong has said so.
  if (outputTokSPerAccel === undefined && outputTokS === undefined && fields.faults.length === 0)
    fields.fault('output throughput', undefined, 'output tokens per second above 0')
  if (outputTokSPerAccel !== undefined) return outputTokSPerAccel
  return outputTokS === undefined || nAccel === undefined ? undefined : outputTokS / nAccel
}

/** What is known of optional fields. */
function defined<T extends object>(own: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** The number in front of a name such as `4xNVIDIA_L40S`. */
function countIn(acceleratorName: string | undefined): number | undefined {
  const count = /^\s*(\d+)\s*[x×]/.exec(acceleratorName ?? '')?.[1]
  return count === undefined ? undefined : Number(count)
}
