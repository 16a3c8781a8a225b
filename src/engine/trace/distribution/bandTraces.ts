import { placeName, tierOf } from '../../../plan/tiers.ts'
import { type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'

/** Bands of the flow of tokens, from left to right: regions, classes, models, places, tiers; and hours of a place. */
export const BAND_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'asked-band': (c, [regionId = '', classId = '', period = '']) => asked(c, regionId, classId, period),
  'places-flow': (c, [period = '', ...placeIds]) => arriving(c, period, placeIds),
  'served-hour': (c, [placeId = '', period = '', hour = '']) => servedHour(c, placeId, period, Number(hour)),
  'served-band': (c, [from = '', to = '', period = '']) => served(c, from, to, period),
}

/** Tokens of a class that a region sends to the places that serve them. */
function asked(c: TraceContext, regionId: string, classId: string, period: string) {
  const carried = c.result.flows
    .filter((flow) => flow.regionId === regionId && flow.classId === classId && flow.period === period)
    .map(
      (flow): TraceInput => ({
        ...{ word: 'flow', of: placeName(c.plan, flow.to), value: flow.tokS, unit: 'tok/s' },
      }),
    )
  const demand = c.result.demand.find(
    (own) => own.regionId === regionId && own.classId === classId && own.period === period,
  )
  if (carried.length === 0 || !demand) return null
  const value = sumInputs(carried)
  const ref = toRef('demand', classId, regionId, period)
  const inputs = [...carried, { word: 'demand' as const, value: demand.tokS, unit: 'tok/s', ref }]
  return {
    ...{ word: 'flow' as const, of: `${regionId} → ${classId}, ${period}`, value, unit: 'tok/s' },
    ...{ formula: 'served-tokens' as const, isDecided: false, inputs, recomputed: value },
  }
}

/** Tokens that arrive at some places, by place and class. */
function arriving(c: TraceContext, period: string, placeIds: readonly string[]) {
  const own = c.result.flows.filter((flow) => flow.period === period && placeIds.includes(flow.to))
  if (own.length === 0) return null
  const inputs = [...Map.groupBy(own, ({ classId, to }) => toRef('flow', classId, to, period))].map(
    ([ref, [first, ...more]]): TraceInput => ({
      ...{ word: 'flow', of: `${first!.classId}, ${placeName(c.plan, first!.to)}`, unit: 'tok/s', ref },
      value: [first!, ...more].reduce((sum, { tokS }) => sum + tokS, 0),
    }),
  )
  const value = sumInputs(inputs)
  return {
    ...{ word: 'served' as const, of: period, value, unit: 'tok/s', isDecided: false },
    ...{ formula: 'served-tokens' as const, inputs, recomputed: value },
  }
}

/** Tokens that a place serves in an hour (UTC) of a working day: those of the block that has the hour. */
function servedHour(c: TraceContext, placeId: string, period: string, hour: number) {
  const slice = c.result.slices.findIndex(
    ({ dayType, hoursUtc }) => dayType === 'weekday' && hoursUtc.includes(hour),
  )
  const own = c.result.flows.filter((flow) => flow.period === period && flow.to === placeId)
  if (own.length === 0 || slice < 0) return null
  const inputs = own
    .filter((flow) => (flow.tokSBySlice[slice] ?? 0) > 0)
    .map(({ regionId, classId, tokSBySlice }): TraceInput => {
      const region = c.plan.regions.find(({ id }) => id === regionId)?.name ?? regionId
      return { word: 'flow', of: `${region} → ${classId}`, value: tokSBySlice[slice]!, unit: 'tok/s' }
    })
  const value = own.reduce((sum, flow) => sum + (flow.tokSBySlice[slice] ?? 0), 0)
  const { hoursUtc } = c.result.slices[slice]!
  const of = `${placeName(c.plan, placeId)}, ${period}, ${Math.min(...hoursUtc)}–${Math.max(...hoursUtc) + 1} h UTC`
  return {
    ...{ word: 'served' as const, of, value, unit: 'tok/s', isDecided: true },
    ...{ formula: 'served-tokens' as const, inputs, recomputed: sumInputs(inputs) },
  }
}

/** A node by the first letter of its id: a class, a model, a place or a tier. */
type Node = string

/**
 * Of all tokens that arrive in a period, the part that a class has on a model, a model at a place, or a place in its tier: by
 * the tokens of each as costs are shared (`results/money/costShares.ts`).
 */
function served(c: TraceContext, from: Node, to: Node, period: string) {
  const t = c.result.periods.indexOf(period)
  const all = c.shares.filter((share) => share.period === t && share.mTok > 0)
  const isOf = (node: Node, share: (typeof all)[number]): boolean => {
    const id = node.slice(2)
    if (node.startsWith('c:')) return share.classId === id
    if (node.startsWith('m:')) return share.modelId === id
    return node.startsWith('p:') ? share.placeId === id : tierOf(c.plan, share.placeId) === id
  }
  const own = all.filter((share) => isOf(from, share) && isOf(to, share))
  if (own.length === 0) return null
  const tokS = c.result.flows.reduce((sum, flow) => sum + (flow.period === period ? flow.tokS : 0), 0)
  const mTok = all.reduce((sum, share) => sum + share.mTok, 0)
  const parts = own.map(
    (share): TraceInput => ({
      ...{ word: 'tokensOfPeriod', value: share.mTok, unit: 'Mtok' },
      of: `${share.classId}, ${share.modelId}, ${placeName(c.plan, share.placeId)}`,
    }),
  )
  const part = sumInputs(parts)
  const value = (part / mTok) * tokS
  return {
    ...{ word: 'flow' as const, of: `${from.slice(2)} → ${to.slice(2)}, ${period}`, value, unit: 'tok/s' },
    ...{ formula: 'token-band' as const, isDecided: false, recomputed: value },
    inputs: [
      ...parts,
      { word: 'tokensOfPeriod' as const, of: period, value: mTok, unit: 'Mtok' },
      { word: 'served' as const, of: period, value: tokS, unit: 'tok/s' },
    ],
  }
}
