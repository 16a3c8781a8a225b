import { SECONDS_PER_DAY } from '../../../plan/units.ts'
import { unitsByPeriod } from '../../demand/growth.ts'
import { shareInClass } from '../../derive/agents/workloads.ts'
import { type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'

/** From what is served down to archetypes and units. */
export const DEMAND_TRACES: Readonly<Record<string, TraceBuilder>> = {
  served: (c, [classId = '', period = '']) => servedOf(c, classId, period),
  demand: (c, [classId = '', regionId = '', period = '']) => demandOf(c, classId, regionId, period),
  'demand-line': (c, [id = '', period = '']) => lineOf(c, id, period),
  units: (c, [id = '', period = '']) => unitsOf(c, id, period),
}

function servedOf(c: TraceContext, classId: string, period: string) {
  const own = c.result.demand.filter((item) => item.classId === classId && item.period === period)
  if (own.length === 0) return null
  const inputs = own.flatMap((item): TraceInput[] => {
    const of = c.plan.regions.find((region) => region.id === item.regionId)?.name ?? item.regionId
    const ref = toRef('demand', classId, item.regionId, period)
    return [
      { word: 'demand', of, value: item.tokS, unit: 'tok/s', ref },
      ...(item.unservedTokS > 0
        ? [{ word: 'unserved' as const, of, value: -item.unservedTokS, unit: 'tok/s' }]
        : []),
    ]
  })
  return {
    word: 'served' as const,
    of: `${classId}, ${period}`,
    value: own.reduce((sum, item) => sum + item.tokS - item.unservedTokS, 0),
    unit: 'tok/s',
    formula: 'served-tokens' as const,
    isDecided: false,
    inputs,
    recomputed: sumInputs(inputs),
  }
}

function demandOf(c: TraceContext, classId: string, regionId: string, period: string) {
  const found = c.result.demand.find(
    (item) => item.classId === classId && item.regionId === regionId && item.period === period,
  )
  const taskClass = c.inputs.classes.find((own) => own.id === classId)
  const t = c.result.periods.indexOf(period)
  if (!found || !taskClass) return null
  const lines = c.workloads.filter(
    (own) => shareInClass(own, taskClass) > 0 && (own.regionShares[regionId] ?? 0) > 0,
  )
  const inputs = lines.flatMap((line): TraceInput[] => [
    {
      word: 'line',
      of: line.id,
      value: line.tokS[t] ?? 0,
      unit: 'tok/s',
      ref: toRef('demand-line', line.id, period),
    },
    { word: 'classShare', of: line.id, value: shareInClass(line, taskClass), unit: 'share' },
    {
      ...{ word: 'regionShare', of: line.id, value: line.regionShares[regionId] ?? 0, unit: 'share' },
      path: `demand[${line.id}].regionShares.${regionId}`,
    },
  ])
  return {
    word: 'demand' as const,
    of: `${classId}, ${c.plan.regions.find((own) => own.id === regionId)?.name ?? regionId}, ${period}`,
    value: found.tokS,
    unit: 'tok/s',
    formula: 'demand' as const,
    isDecided: false,
    inputs,
    recomputed: lines.reduce(
      (sum, line) =>
        sum + (line.tokS[t] ?? 0) * shareInClass(line, taskClass) * (line.regionShares[regionId] ?? 0),
      0,
    ),
  }
}

/** The plan's own value, else the archetype's. */
function ownOr(c: TraceContext, id: string, field: OwnField): TraceInput {
  const demand = c.plan.demand.find((own) => own.id === id)!
  const [column, word, unit] = OWN_FIELDS[field]
  const own = demand[field]
  if (own !== undefined) return { word, value: own, unit, path: `demand[${id}].${field}` }
  const row = c.catalog.demand_archetypes.find((item) => item.id === demand.archetypeId)
  return {
    ...{ word, value: row ? row[field] : 0, unit },
    cell: { table: 'demand_archetypes', rowId: demand.archetypeId, column },
  }
}

const OWN_FIELDS = {
  tasksPerUnitDay: ['tasks_per_unit_day', 'tasks', '1/day'],
  callsPerTask: ['calls_per_task', 'callsPerTask', 'calls'],
  inputTokensPerCall: ['input_tokens_per_call', 'inputTokens', 'tokens'],
  outputTokensPerCall: ['output_tokens_per_call', 'outputTokens', 'tokens'],
} as const
type OwnField = keyof typeof OWN_FIELDS

function lineOf(c: TraceContext, id: string, period: string) {
  const t = c.labels.indexOf(period)
  const line = c.workloads.find((own) => own.id === id)
  const demand = c.plan.demand.find((own) => own.id === id)
  if (!line || !demand || t < 0) return null
  const [tasks, calls, input, output] = (
    ['tasksPerUnitDay', 'callsPerTask', 'inputTokensPerCall', 'outputTokensPerCall'] as const
  ).map((field) => ownOr(c, id, field)) as [TraceInput, TraceInput, TraceInput, TraceInput]
  const units = unitsByPeriod(demand, c.labels)[t]!
  const number = ({ value }: TraceInput) => Number(value)
  return {
    word: 'line' as const,
    of: `${id}, ${period}`,
    value: line.tokS[t]!,
    unit: 'tok/s',
    formula: 'demand' as const,
    isDecided: false,
    inputs: [
      {
        word: 'unitsThen' as const,
        of: period,
        value: units,
        unit: 'units',
        ref: toRef('units', id, period),
      },
      ...[tasks, calls, input, output],
    ],
    recomputed: (units * number(tasks) * number(calls) * (number(input) + number(output))) / SECONDS_PER_DAY,
  }
}

function unitsOf(c: TraceContext, id: string, period: string) {
  const demand = c.plan.demand.find((own) => own.id === id)
  const t = c.labels.indexOf(period)
  if (!demand || t < 0) return null
  const value = unitsByPeriod(demand, c.labels)[t]!
  return {
    word: 'unitsThen' as const,
    of: `${id}, ${period}`,
    value,
    unit: 'units',
    formula: 'growth' as const,
    isDecided: false,
    inputs: [
      {
        word: 'unitsAtStart' as const,
        value: demand.unitsStart,
        unit: 'units',
        path: `demand[${id}].unitsStart`,
      },
      { word: 'unitsAtEnd' as const, value: demand.unitsEnd, unit: 'units', path: `demand[${id}].unitsEnd` },
      { word: 'read' as const, value: demand.growth, unit: '', path: `demand[${id}].growth` },
    ],
    recomputed: value,
  }
}
