import { findAccelerator, findModel } from '../../../catalog/find.ts'
import { HOURS_PER_YEAR, SECONDS_PER_HOUR } from '../../../plan/units.ts'
import { accelHour, PUE } from '../../pairs/comparePairs.ts'
import { shippedFactors } from '../../throughput/factors/shippedFactors.ts'
import {
  type DeployedPrediction,
  type DeployedQuery,
  predictDeployedBand,
} from '../../throughput/predictDeployed.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'
import { outputOfSystem } from './prefillTraces.ts'
import { hardwareInputs, modelInputs, sourceOfSpeed } from './speedTraces.ts'

/** A model on an accelerator at chosen work: speed, band, first token, memory, price and energy of a token. */
export const PAIR_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'pair-speed': (c, [field = '', query = '']) => {
    const at = find(c, query)
    const make = Object.hasOwn(FIELDS, field) ? FIELDS[field as PairField] : undefined
    return at && make ? make(at) : null
  },
}

export type PairField = keyof typeof FIELDS
type Made = Omit<Trace, 'ref'>

interface At {
  readonly c: TraceContext
  readonly query: DeployedQuery
  readonly prediction: DeployedPrediction
  readonly text: string
}

const FIELDS = {
  outputSpeed,
  totalSpeed,
  p10,
  p90,
  userSpeed,
  firstToken,
  firstTokenP10,
  firstTokenP90,
  replica,
  sequences,
  sessions,
  memory,
  context,
  perJoule,
  usdPerMTok,
  accelHourUsd,
}

/** The query by the ids of its rows. */
export function pairRef(field: PairField, { accelerator, model, ...rest }: DeployedQuery): string {
  return toRef('pair-speed', field, JSON.stringify({ ...rest, accelerator: accelerator.id, model: model.id }))
}

function find(c: TraceContext, text: string): At | null {
  const said = JSON.parse(text) as Omit<DeployedQuery, 'accelerator' | 'model'> & {
    readonly accelerator: string
    readonly model: string
  }
  const accelerator = findAccelerator(c.catalog, said.accelerator)
  const model = findModel(c.catalog, said.model)
  if (!accelerator || !model) return null
  const { prefill = 'chunked', ...rest } = said
  const query = { ...rest, accelerator, model }
  const prediction = predictDeployedBand(query, prefill, shippedFactors(), c.anchors)
  return { c, text, query: { ...query, prefill }, prediction }
}

const ref = ({ text }: At, field: PairField): string => toRef('pair-speed', field, text)

function made(
  { query }: At,
  word: Made['word'],
  unit: string,
  rest: Pick<Made, 'formula' | 'value' | 'inputs' | 'recomputed'>,
): Made {
  return { word, of: `${query.model.id}, ${query.accelerator.id}`, unit, isDecided: false, ...rest }
}

/** The work, and the two rows of the catalog. */
function conditions({ c, query }: At): TraceInput[] {
  const target = (word: 'firstToken' | 'perToken', value: number | undefined): TraceInput[] =>
    value === undefined ? [] : [{ word, value, unit: 'ms' }]
  return [
    { word: 'precision', value: query.precision, unit: '' },
    { word: 'prefill', value: query.prefill ?? 'chunked', unit: '' },
    { word: 'inputTokens', value: query.inputTokens, unit: 'tokens' },
    { word: 'outputTokens', value: query.outputTokens, unit: 'tokens' },
    ...target('firstToken', query.ttftMs),
    ...target('perToken', query.tpotMs),
    ...hardwareInputs(c, query),
    ...modelInputs(c, query),
  ]
}

const step = (at: At): TraceInput => {
  const { prediction } = at
  return { word: 'stepTime', value: prediction.tpotMs, unit: 'ms', source: sourceOfSpeed(prediction) }
}
const count = (at: At): TraceInput => {
  return { word: 'accelerators', value: at.prediction.accelCount, unit: '', ref: ref(at, 'replica') }
}
const calls = (at: At): TraceInput => {
  return { word: 'callsAtOnce', value: at.prediction.batch, unit: '', ref: ref(at, 'sequences') }
}
const speed = (at: At): TraceInput => {
  return {
    word: 'outputSpeed',
    value: at.prediction.outputTokSPerAccel,
    unit: 'tok/s',
    ref: ref(at, 'outputSpeed'),
  }
}

function outputSpeed(at: At): Made {
  const { batch, tpotMs, accelCount, outputTokSPerAccel, system } = at.prediction
  if (system !== null) {
    const { inputs, recomputed } = outputOfSystem(system, at.query, at.query.model.id)
    return made(at, 'outputSpeed', 'tok/s', {
      ...{ formula: 'disaggregated-speed', value: outputTokSPerAccel, recomputed },
      inputs: [...inputs, ...conditions(at)],
    })
  }
  return made(at, 'outputSpeed', 'tok/s', {
    ...{ formula: 'serving-speed', value: outputTokSPerAccel },
    inputs: [calls(at), step(at), count(at), ...conditions(at)],
    recomputed: (batch * 1000) / (tpotMs * accelCount),
  })
}

function totalSpeed(at: At): Made {
  const { inputTokens, outputTokens } = at.query
  const { totalTokSPerAccel, outputTokSPerAccel } = at.prediction
  return made(at, 'speedOfOne', 'tok/s', {
    ...{ formula: 'serving-speed', value: totalTokSPerAccel },
    inputs: [
      speed(at),
      { word: 'inputTokens', value: inputTokens, unit: 'tokens' },
      { word: 'outputTokens', value: outputTokens, unit: 'tokens' },
    ],
    recomputed: outputTokSPerAccel * (1 + inputTokens / outputTokens),
  })
}

function p10(at: At): Made {
  return band(at, 'bandLow', at.prediction.p10OutputTokSPerAccel)
}

function p90(at: At): Made {
  return band(at, 'bandHigh', at.prediction.p90OutputTokSPerAccel)
}

function band(at: At, word: 'bandLow' | 'bandHigh', value: number): Made {
  const { outputTokSPerAccel, grade } = at.prediction
  const factor = value / outputTokSPerAccel
  return made(at, word, 'tok/s', {
    ...{ formula: 'speed-band', value, recomputed: outputTokSPerAccel * factor },
    inputs: [speed(at), { word, value: factor, unit: '×', source: `resources/calibration (${grade})` }],
  })
}

function userSpeed(at: At): Made {
  const value = 1000 / at.prediction.tpotMs
  return made(at, 'perUser', 'tok/s', {
    ...{ formula: 'serving-speed', value, recomputed: value },
    inputs: [step(at), calls(at), ...conditions(at)],
  })
}

function firstToken(at: At): Made {
  return firstTokenAt(at, at.prediction.ttftMs)
}

function firstTokenP10(at: At): Made {
  return firstTokenAt(at, at.prediction.ttftP10Ms, 'bandLow')
}

function firstTokenP90(at: At): Made {
  return firstTokenAt(at, at.prediction.ttftP90Ms, 'bandHigh')
}

function firstTokenAt(at: At, value: number, word?: 'bandLow' | 'bandHigh'): Made {
  const { ttftMs, grade } = at.prediction
  const source = `resources/calibration (${grade})`
  return made(at, 'firstToken', 'ms', {
    ...{ formula: 'first-token', value, recomputed: value },
    inputs: word
      ? [
          { word: 'firstToken', value: ttftMs, unit: 'ms', ref: ref(at, 'firstToken') },
          { word, value: value / ttftMs, unit: '×', source },
        ]
      : [step(at), calls(at), ...conditions(at)],
  })
}

function replica(at: At): Made {
  const value = at.prediction.accelCount
  return made(at, 'replica', '', {
    ...{ formula: 'memory-batch', value, recomputed: value },
    inputs: [
      { word: 'memoryUsed', value: at.prediction.memoryUsedGb, unit: 'GB', ref: ref(at, 'memory') },
      ...conditions(at),
    ],
  })
}

/** As many calls as targets and memory allow, where no number is asked for. */
function sequences(at: At): Made {
  const { batch, concurrencyLatencyLimit, concurrencyMemoryLimit } = at.prediction
  const { concurrency } = at.query
  return made(at, 'callsAtOnce', '', {
    ...{ formula: 'memory-batch', value: batch, recomputed: batch },
    inputs: [
      ...(concurrency === undefined ? [] : [{ word: 'callsAtOnce' as const, value: concurrency, unit: '' }]),
      { word: 'callsByTargets', value: concurrencyLatencyLimit, unit: '' },
      { word: 'callsByMemory', value: concurrencyMemoryLimit, unit: '', ref: ref(at, 'sessions') },
    ],
  })
}

function sessions(at: At): Made {
  const value = at.prediction.concurrencyMemoryLimit
  return made(at, 'callsByMemory', '', {
    ...{ formula: 'memory-batch', value, recomputed: value },
    inputs: [count(at), ...conditions(at)],
  })
}

function memory(at: At): Made {
  const used = at.prediction.memoryUsedGb
  const gb = at.query.accelerator.memoryGb
  return made(at, 'memoryUsed', 'share', {
    ...{ formula: 'memory-use', value: used / gb, recomputed: used / gb },
    inputs: [{ word: 'memoryUsed', value: used, unit: 'GB' }, calls(at), count(at), ...conditions(at)],
  })
}

function context(at: At): Made {
  const { model } = at.query
  return made(at, 'context', 'tokens', {
    ...{ formula: 'memory-batch', value: model.context, recomputed: model.context },
    inputs: modelInputs(at.c, at.query, [['context', 'context', 'context', 'tokens']]),
  })
}

function perJoule(at: At): Made | null {
  const { joulePerOutputToken, outputTokSPerAccel, powerW } = at.prediction
  if (!joulePerOutputToken || powerW === null) return null
  return made(at, 'perJoule', 'tokens/J', {
    ...{ formula: 'tokens-per-joule', value: 1 / joulePerOutputToken },
    inputs: [
      speed(at),
      { word: 'unitPower', value: powerW, unit: 'W', source: 'src/engine/throughput/step/power.ts (B)' },
    ],
    recomputed: outputTokSPerAccel / powerW,
  })
}

function usdPerMTok(at: At): Made | null {
  const { c, query, prediction } = at
  const hour = accelHour(c.plan, c.catalog, query.accelerator)
  const perHour = (prediction.totalTokSPerAccel * SECONDS_PER_HOUR) / 1e6
  if (!hour || perHour <= 0) return null
  return made(at, 'pairCost', '$/Mtok', {
    ...{ formula: 'pair-cost', value: hour.usd / perHour, recomputed: hour.usd / perHour },
    inputs: [
      { word: 'accelHour', value: hour.usd, unit: '$/h', ref: ref(at, 'accelHourUsd') },
      { word: 'speedOfOne', value: prediction.totalTokSPerAccel, unit: 'tok/s', ref: ref(at, 'totalSpeed') },
    ],
  })
}

/** The plan's own unit where it buys the accelerator, else the catalog's prices and the usual life. */
function accelHourUsd(at: At): Made | null {
  const { c, query } = at
  const hour = accelHour(c.plan, c.catalog, query.accelerator)
  if (!hour) return null
  const { priceUsd, lifeYears, residualShare, maintenanceSharePerYear, kw, energyUsdPerMwh, unitId } = hour
  const rowId = query.accelerator.id
  const from = (field: string, column: string): Pick<TraceInput, 'path' | 'cell' | 'source'> => {
    if (unitId !== undefined) return { path: `accelerators[${unitId}].${field}` }
    return column === ''
      ? { source: 'src/engine/pairs/comparePairs.ts (C)' }
      : { cell: { table: 'accelerators', rowId, column } }
  }
  const yearly = priceUsd * ((1 - residualShare) / lifeYears + maintenanceSharePerYear)
  return made(at, 'accelHour', '$/h', {
    ...{ formula: 'pair-cost', value: hour.usd },
    inputs: [
      { word: 'price', value: priceUsd, unit: '$', ...from('priceUsdPerUnit', 'price_usd_low') },
      { word: 'residual', value: residualShare, unit: 'share', ...from('residualShare', '') },
      { word: 'life', value: lifeYears, unit: 'years', ...from('lifeYears', '') },
      {
        word: 'maintenance',
        value: maintenanceSharePerYear,
        unit: 'share',
        ...from('maintenanceSharePerYear', ''),
      },
      { word: 'unitPower', value: kw, unit: 'kW', ...from('unitItKw', 'server_w_per_accel_low') },
      { word: 'pue', value: PUE, unit: '', source: 'src/engine/pairs/comparePairs.ts (C)' },
      {
        word: 'price',
        of: 'MWh',
        value: energyUsdPerMwh,
        unit: '$/MWh',
        path: 'sites[*].power.energyUsdPerMwh',
      },
    ],
    recomputed: yearly / HOURS_PER_YEAR + (kw * PUE * energyUsdPerMwh) / 1000,
  })
}
