import { SECONDS_PER_DAY } from '../../../plan/units.ts'
import { unitsByPeriod } from '../../demand/growth.ts'
import { demandByHour, pooling } from '../../derive/agents/demandByHour.ts'
import { listClasses, shareInClass, type Workload } from '../../derive/agents/workloads.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { demandHourRef } from './hourTraces.ts'

/** What the demand tells before anything is solved: its busiest hour, a line's tokens a day, a class's own and its targets. */
export const DAY_TRACES: Readonly<Record<string, TraceBuilder>> = {
  pooled: (c, [field = '', period = '']) => pooled(c, field, period),
  'line-day': (c, [id = '', period = '']) => lineDay(c, id, period),
  'demand-total': (c, [per = '', period = '']) => total(c, per, period),
  'class-day': (c, [classId = '']) => classDay(c, classId),
  'class-target': (c, [field = '', classId = '']) => classTarget(c, field, classId),
}

type Made = Omit<Trace, 'ref'>

function pooled(c: TraceContext, field: string, period: string): Made | null {
  const labels = c.labels
  const t = labels.indexOf(period)
  if (t < 0) return null
  const regions = demandByHour(c.plan, c.catalog, labels, t, 'regions')
  const { together, apart } = pooling(regions)
  const hourOf = (values: readonly number[]): number => values.indexOf(Math.max(...values))
  const sums = Array.from({ length: 24 }, (_, hour) =>
    regions.reduce((sum, own) => sum + own.values[hour]!, 0),
  )
  const at = (hour: (values: readonly number[]) => number): TraceInput[] =>
    regions.map(({ id, name, values }) => {
      const own = hour(values)
      const ref = demandHourRef('regions', id, period, own)
      return { word: 'demand', of: `${name}, ${own}:00 UTC`, value: values[own]!, unit: 'tok/s', ref }
    })
  const base = { of: period, formula: 'pooling', isDecided: false } as const
  if (field === 'together') {
    const busiest = hourOf(sums)
    const inputs = at(() => busiest)
    return {
      ...base,
      word: 'together',
      value: together,
      unit: 'tok/s',
      inputs,
      recomputed: sumInputs(inputs),
    }
  }
  if (field === 'apart') {
    const inputs = at(hourOf)
    return { ...base, word: 'apart', value: apart, unit: 'tok/s', inputs, recomputed: sumInputs(inputs) }
  }
  if (field !== 'saved' || apart <= 0) return null
  return {
    ...{ ...base, word: 'pooled', value: 1 - together / apart, unit: 'share' },
    inputs: [
      { word: 'together', value: together, unit: 'tok/s', ref: toRef('pooled', 'together', period) },
      { word: 'apart', value: apart, unit: 'tok/s', ref: toRef('pooled', 'apart', period) },
    ],
    recomputed: 1 - together / apart,
  }
}

/** Tokens a day of a line of demand in a period, from the units that it then has. */
function lineDay(c: TraceContext, id: string, period: string): Made | null {
  const labels = c.labels
  const t = labels.indexOf(period)
  const demand = c.plan.demand.find((own) => own.id === id)
  const line = c.workloads.find((own) => own.id === id)
  if (!demand || !line || t < 0) return null
  const units = unitsByPeriod(demand, labels)[t]!
  const value = line.tokS[t]! * SECONDS_PER_DAY
  const perUnit = units > 0 ? value / units : 0
  return {
    ...{
      word: 'tokensPerDay',
      of: `${id}, ${period}`,
      value,
      unit: 'tokens',
      formula: 'demand',
      isDecided: false,
    },
    inputs: [
      { word: 'unitsThen', of: period, value: units, unit: 'units', ref: toRef('units', id, period) },
      {
        ...{ word: 'line', of: id, value: line.tokS[t]!, unit: 'tok/s' },
        ref: toRef('demand-line', id, period),
      },
      { word: 'tokensPerUnit', value: perUnit, unit: 'tokens' },
    ],
    recomputed: units * perUnit,
  }
}

/** Tokens of all lines together in a period, by the day or by the second. */
function total(c: TraceContext, per: string, period: string): Made | null {
  const t = c.labels.indexOf(period)
  if (t < 0 || (per !== 'day' && per !== 'second')) return null
  const { word, kind, unit, seconds } = TOTALS[per]
  const inputs = c.workloads.map(({ id, tokS }): TraceInput => {
    return { word, of: id, value: tokS[t]! * seconds, unit, ref: toRef(kind, id, period) }
  })
  return {
    ...{ word: 'demand', of: period, value: sumInputs(inputs), unit, formula: 'demand', isDecided: false },
    inputs,
    recomputed: c.workloads.reduce((sum, { tokS }) => sum + tokS[t]!, 0) * seconds,
  }
}

const TOTALS = {
  day: { word: 'tokensPerDay', kind: 'line-day', unit: 'tokens', seconds: SECONDS_PER_DAY },
  second: { word: 'line', kind: 'demand-line', unit: 'tok/s', seconds: 1 },
} as const

/** The class and the lines that have tasks in it. */
function linesOf(c: TraceContext, classId: string) {
  const taskClass = listClasses(c.workloads).find((own) => own.id === classId)
  const share = (own: Workload): number => (taskClass ? shareInClass(own, taskClass) : 0)
  return { share, lines: c.workloads.filter((own) => share(own) > 0) }
}

function classDay(c: TraceContext, classId: string): Made | null {
  const { lines, share } = linesOf(c, classId)
  const end = c.labels.at(-1)
  if (lines.length === 0 || end === undefined) return null
  const value = lines.reduce((sum, own) => sum + share(own) * own.tokS.at(-1)! * SECONDS_PER_DAY, 0)
  return {
    ...{
      word: 'tokensPerDay',
      of: `${classId}, ${end}`,
      value,
      unit: 'tokens',
      formula: 'demand',
      isDecided: false,
    },
    inputs: [
      ...lines.flatMap((own): TraceInput[] => [
        {
          ...{ word: 'line', of: own.id, value: own.tokS.at(-1)!, unit: 'tok/s' },
          ref: toRef('demand-line', own.id, end),
        },
        { word: 'classShare', of: own.id, value: share(own), unit: 'share' },
      ]),
      { word: 'secondsPerDay', value: SECONDS_PER_DAY, unit: 's' },
    ],
    recomputed: value,
  }
}

const TARGETS = {
  ttftMs: ['firstToken', 'ttft_ms_p95', 'ttftMsP95'],
  tpotMs: ['perToken', 'tpot_ms', 'tpotMs'],
} as const

/** The tightest target of the lines that have tasks in the class. */
function classTarget(c: TraceContext, field: string, classId: string): Made | null {
  if (field !== 'ttftMs' && field !== 'tpotMs') return null
  const { lines } = linesOf(c, classId)
  if (lines.length === 0) return null
  const [word, column, key] = TARGETS[field]
  const inputs = lines.map(({ id }): TraceInput => {
    const demand = c.plan.demand.find((own) => own.id === id)!
    if (demand[field] !== undefined)
      return { word, of: id, value: demand[field], unit: 'ms', path: `demand[${id}].${field}` }
    const row = c.catalog.demand_archetypes.find((own) => own.id === demand.archetypeId)
    const cell = { table: 'demand_archetypes' as const, rowId: demand.archetypeId, column }
    return { word, of: id, value: row?.[key] ?? null, unit: 'ms', cell }
  })
  const value = Math.min(...lines.map((own) => own[field]))
  return {
    ...{ word, of: classId, value, unit: 'ms', formula: 'class-target', isDecided: false, inputs },
    recomputed: Math.min(...inputs.map((own) => Number(own.value))),
  }
}
