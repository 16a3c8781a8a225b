import type { AnchoredSystem } from '../../throughput/disaggregated/disaggregatedAnchors.ts'
import type { ServingPoint, ServingQuery } from '../../throughput/query.ts'
import type { Trace, TraceInput } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'
import { type DeployedPair, deployedPair, lineInputs, servedLines, timeOf } from './deployedPair.ts'
import { outputOfSystem } from './prefillTraces.ts'

/** From the speed of a unit on a class down to the rows of model and accelerator. */
export const SPEED_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'unit-speed': (c, [classId = '', acceleratorId = '']) => unitSpeed(c, classId, acceleratorId),
  'model-speed': (c, [lineId = '', modelId = '', acceleratorId = '']) =>
    modelSpeed(c, lineId, modelId, acceleratorId),
}

type Made = Omit<Trace, 'ref'>

/** Nothing where a router or a cascade serves the class: its speed is that of two models. */
function unitSpeed(c: TraceContext, classId: string, acceleratorId: string): Made | null {
  const index = c.inputs.classes.findIndex((own) => own.id === classId)
  const g = c.plan.accelerators.findIndex((own) => own.id === acceleratorId)
  const taskClass = c.inputs.classes[index]
  const accelerator = c.plan.accelerators[g]
  const speed = c.inputs.speed[index]?.[g]
  if (!taskClass || !accelerator || !speed || speed.mTokSPerUnit <= 0) return null
  const lines = servedLines(c, taskClass, speed.modelId, acceleratorId)
  if (lines.length === 0) return null
  const cap = c.plan.routing.utilisationCap[taskClass.latency]
  const at = (field: string) => `accelerators[${acceleratorId}].${field}`
  const { accelPerUnit, spareShare } = accelerator
  return {
    ...{ word: 'speed', of: `${classId}, ${speed.modelId}, ${acceleratorId}`, unit: 'tok/s' },
    ...{ value: speed.mTokSPerUnit * 1e6, formula: 'unit-speed', isDecided: false },
    inputs: [
      { word: 'accelerators', value: accelPerUnit, unit: '', path: at('accelPerUnit') },
      { word: 'spares', value: spareShare, unit: 'share', path: at('spareShare') },
      {
        ...{ word: 'utilisationCap', value: cap, unit: 'share' },
        path: `routing.utilisationCap.${taskClass.latency}`,
      },
      ...lines.flatMap((line) => lineInputs(line, speed.modelId, acceleratorId)),
    ],
    recomputed: (accelPerUnit * (1 - spareShare) * cap) / timeOf(lines),
  }
}

const ACCELERATOR_COLUMNS = [
  ['memory', 'memoryGb', 'memory_gb', 'GB'],
  ['bandwidth', 'memBwTbS', 'mem_bw_tb_s', 'TB/s'],
  ['arithmetic', 'bf16TflopsDense', 'bf16_tflops_dense', 'TFLOP/s'],
  ['arithmetic8', 'fp8TflopsDense', 'fp8_tflops_dense', 'TFLOP/s'],
  ['arithmetic4', 'fp4TflopsDense', 'fp4_tflops_dense', 'TFLOP/s'],
  ['linkSpeed', 'scaleupGbSUnidir', 'scaleup_gb_s_unidir', 'GB/s'],
] as const
const MODEL_COLUMNS = [
  ['parameters', 'totalParamsB', 'total_params_b', 'B'],
  ['activeParameters', 'activeParamsB', 'active_params_b', 'B'],
  ['cacheElements', 'kvElemsPerToken', 'kv_elems_per_token', ''],
] as const

/** Tokens a second of one accelerator on a demand line, by the fitted roofline. */
function modelSpeed(c: TraceContext, lineId: string, modelId: string, acceleratorId: string): Made | null {
  const workload = c.workloads.find((own) => own.id === lineId)
  const found = workload && deployedPair(c, workload, modelId, acceleratorId)
  if (!found) return null
  const { query, prediction, accelerator, model } = found
  const { system, totalTokSPerAccel } = prediction
  const own = system ? systemSpeed(system, query, lineId) : stepSpeed(found, lineId)
  return {
    ...{ word: 'speedOfOne', of: `${lineId}, ${modelId}, ${acceleratorId}`, unit: 'tok/s' },
    ...{ value: totalTokSPerAccel, formula: own.formula, isDecided: false },
    inputs: [
      ...own.inputs,
      { word: 'inputTokens', of: lineId, value: query.inputTokens, unit: 'tokens' },
      { word: 'prefill', value: model.prefill, unit: '', path: `models[${modelId}].prefill` },
      { word: 'precision', value: query.precision, unit: '', path: `models[${modelId}].precision` },
      ...hardwareInputs(c, query),
      ...(accelerator.memoryGb === undefined
        ? []
        : [
            {
              ...{ word: 'memory' as const, value: accelerator.memoryGb, unit: 'GB' },
              path: `accelerators[${acceleratorId}].memoryGb`,
            },
          ]),
      ...modelInputs(c, query),
    ],
    recomputed: own.recomputed,
  }
}

type Speed = Pick<Made, 'formula' | 'inputs' | 'recomputed'>

/** Prompts between answers: sequences over the step. */
function stepSpeed({ query, model, prediction }: DeployedPair, lineId: string): Speed {
  const { batch, tpotMs, accelCount } = prediction
  return {
    formula: 'serving-speed',
    inputs: [
      { word: 'callsAtOnce', value: batch, unit: '' },
      { word: 'stepTime', value: tpotMs, unit: 'ms', source: sourceOfSpeed(prediction) },
      { word: 'accelerators', of: model.id, value: accelCount, unit: '' },
      { word: 'outputTokens', of: lineId, value: query.outputTokens, unit: 'tokens' },
    ],
    recomputed: ((batch * 1000) / (tpotMs * accelCount)) * (1 + query.inputTokens / query.outputTokens),
  }
}

/** Prompts apart: tokens of a call over what it takes of either kind. */
function systemSpeed(system: AnchoredSystem, query: ServingQuery, lineId: string): Speed {
  const { inputs, recomputed } = outputOfSystem(system, query, lineId)
  const perOutput = 1 + query.inputTokens / query.outputTokens
  return { formula: 'disaggregated-speed', inputs, recomputed: recomputed * perOutput }
}

type ModelColumn = readonly [
  word: TraceInput['word'],
  key: (typeof MODEL_COLUMNS)[number][1] | 'context',
  column: string,
  unit: string,
]

/** What the row of the accelerator says, as far as it is known. */
export function hardwareInputs(c: TraceContext, { accelerator }: ServingQuery): TraceInput[] {
  return ACCELERATOR_COLUMNS.flatMap(([word, key, column, unit]) =>
    cell(c, 'accelerators', accelerator.id, { word, unit, column, value: accelerator[key] }),
  )
}

/** What the row of the model says. */
export function modelInputs(
  c: TraceContext,
  { model }: ServingQuery,
  columns: readonly ModelColumn[] = MODEL_COLUMNS,
): TraceInput[] {
  return columns.flatMap(([word, key, column, unit]) =>
    cell(c, 'models', model.id, { word, unit, column, value: model[key] }),
  )
}

/** The runs that a speed leans on. */
export function sourceOfSpeed({ grade, anchor }: Pick<ServingPoint, 'grade' | 'anchor'>): string {
  return anchor === null
    ? `Roofline with coefficients fitted to measured runs (${grade})`
    : `Measured run: ${anchor} (${grade})`
}

/** A value of a row: of the catalog, or of the plan's own rows. Nothing where nobody knows it. */
function cell(
  { plan }: TraceContext,
  table: 'accelerators' | 'models',
  rowId: string,
  { column, value, ...said }: Pick<TraceInput, 'word' | 'value' | 'unit'> & { readonly column: string },
): TraceInput[] {
  if (value === null) return []
  const list = table === 'models' ? 'customModels' : 'customAccelerators'
  const custom = plan[list].find((one) => one.id === rowId)
  const place = custom
    ? { path: `${list}[${rowId}].source`, source: custom.source }
    : { cell: { table, rowId, column } }
  return [{ ...said, of: rowId, value, ...place }]
}
