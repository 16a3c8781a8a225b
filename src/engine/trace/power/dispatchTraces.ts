import { type DurationOf, rankedHours } from '../../dispatch/loadDuration.ts'
import { siteDay } from '../../dispatch/siteDay.ts'
import type { AskedDays } from '../decisions/asked.ts'
import { type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'
import {
  type DispatchFlow,
  type DispatchHour,
  type Flow,
  limitsOf,
  load,
  price,
  WORDS,
  whenOf,
} from './dispatchParts.ts'

/** A site's day hour by hour: its load, what supplies it, the price; and hours of the load duration curve. */
export const DISPATCH_TRACES: Readonly<Record<string, TraceBuilder>> = {
  dispatch: (c, [flow = '', id = '', day = '', hour = '']) => {
    const at = find(c, day, hour)
    if (!at) return null
    return flow === 'load' ? load(at) : supplied(at, flow, id)
  },
  'dispatch-price': (c, [day = '', hour = '']) => {
    const at = find(c, day, hour)
    return at && price(at)
  },
  'dispatch-day': (c, [day = '']) => {
    const at = find(c, day, '0')
    return at && costOfDay(at)
  },
  duration: (c, [of = '', place = '']) =>
    c.asked.dispatch && (of === 'load' || of === 'drawn')
      ? duration(c, c.asked.dispatch, of, Number(place))
      : null,
}

type Made = Omit<Trace, 'ref'>

/** A flow of an hour of a day by the day's place; with the id of the plant, contract or storage. */
export function dispatchRef(flow: DispatchFlow, id: string, day: number, hour: number): TraceRef {
  return toRef('dispatch', flow, id, String(day), String(hour))
}

/** Where along the curve its point stands, by its place. */
export function durationRef(of: DurationOf, place: number): TraceRef {
  return toRef('duration', of, String(place))
}

function find(c: TraceContext, day: string, hour: string): DispatchHour | null {
  const asked = c.asked.dispatch
  const own = asked?.days[Number(day)]
  if (!asked || own?.loadMw[Number(hour)] === undefined) return null
  const { siteId, period } = asked
  const site = c.plan.sites.find(({ id }) => id === siteId)
  const build = c.build(siteId, period)
  if (!site || !build) return null
  const { dayType, representative } = own
  const question = {
    plan: c.plan,
    catalog: c.shipped,
    result: c.result,
    siteId,
    period,
    dayType,
    representative,
  }
  return { c, asked, site, build, own, question, day: Number(day), hour: Number(hour) }
}

/** Every flow of the hour that supplies the load. */
function flowsOf({ own: { dispatch }, hour }: DispatchHour): Flow[] {
  const lists = (['generated', 'taken', 'discharged', 'charged'] as const).flatMap((flow) =>
    Object.entries(dispatch[flow]).map(([id, mw]): Flow => {
      return { flow, id, mw: mw[hour]! * (flow === 'charged' ? -1 : 1) }
    }),
  )
  return [
    { flow: 'drawn', id: '', mw: dispatch.drawn[hour]! },
    ...lists,
    { flow: 'unserved', id: '', mw: dispatch.unserved[hour]! },
  ]
}

const inputOf = ({ flow, id, mw }: Flow, at: DispatchHour): TraceInput => ({
  ...{ word: flow === 'load' ? 'drawn' : WORDS[flow], of: id, value: mw, unit: 'MW' },
  ref: dispatchRef(flow, id, at.day, at.hour),
})

/** A supply of the hour: what the load leaves for it beside the others, within its own limit. */
function supplied(at: DispatchHour, flow: string, id: string): Made | null {
  const flows = flowsOf(at)
  const own = flows.find((one) => one.flow === flow && one.id === id)
  if (!own || own.flow === 'load') return null
  const others = flows.filter((one) => one !== own && Math.abs(one.mw) > 0)
  const loadMw = at.own.loadMw[at.hour]!
  const left = loadMw - others.reduce((sum, one) => sum + one.mw, 0)
  return {
    ...{ word: WORDS[own.flow], of: [id, whenOf(at)].filter(Boolean).join(', '), value: own.mw, unit: 'MW' },
    ...{ formula: 'day-dispatch', isDecided: true, recomputed: left },
    inputs: [
      { word: 'facilityLoad', value: loadMw, unit: 'MW', ref: dispatchRef('load', '', at.day, at.hour) },
      // Each beside the others: from here no circle is walked.
      ...others.map((one) => ({ ...inputOf(one, at), ref: undefined })),
      ...limitsOf(at, own),
    ],
  }
}

/** What the energy of a day costs: of the grid hour by hour, fuel of plant, the penalty for what is not served. */
function costOfDay(at: DispatchHour): Made {
  const { own, day, site, asked, question } = at
  const { dispatch } = own
  const given = siteDay(question)
  const drawn = dispatch.drawn.flatMap((mw, hour): TraceInput[] => [
    {
      ...{ word: 'fromGrid', of: `${hour}:00 UTC`, value: mw, unit: 'MWh' },
      ref: dispatchRef('drawn', '', day, hour),
    },
    {
      ...{ word: 'price', of: `${hour}:00 UTC`, value: given.usdPerMwh[hour]!, unit: '$/MWh' },
      ref: toRef('dispatch-price', String(day), String(hour)),
    },
  ])
  const sum = (mw: readonly number[] = []): number => mw.reduce((all, one) => all + one, 0)
  const fuel = given.sources.flatMap(({ id, usdPerMwh }): TraceInput[] => [
    { word: 'generated', of: id, value: sum(dispatch.generated[id]), unit: 'MWh' },
    { word: 'price', of: id, value: usdPerMwh, unit: '$/MWh' },
  ])
  const unserved: TraceInput[] = [
    { word: 'unserved', value: sum(dispatch.unserved), unit: 'MWh' },
    {
      ...{ word: 'price', of: site.name, value: given.unservedUsdPerMwh, unit: '$/MWh' },
      path: `sites[${site.id}].power.unservedEnergyUsdPerMwh`,
    },
  ]
  const inputs = [...drawn, ...fuel, ...(sum(dispatch.unserved) > 0 ? unserved : [])]
  // Each amount stands before its price.
  const recomputed = inputs.reduce(
    (usd, { value }, place) =>
      place % 2 === 0 ? usd + Number(value) * Number(inputs[place + 1]!.value) : usd,
    0,
  )
  return {
    ...{ word: 'energyCost', of: `${site.name}, ${asked.period}, ${own.name}`, value: dispatch.usd },
    ...{ unit: '$', formula: 'day-dispatch', isDecided: false, inputs, recomputed },
  }
}

/** Hours of a year that are at least so high, day by day. */
function duration(
  c: TraceContext,
  { siteId, period, days }: AskedDays,
  of: DurationOf,
  place: number,
): Made | null {
  const ranked = rankedHours(days, of)
  const last = ranked[Math.floor(place / 2)]
  const above = ranked.slice(0, Math.floor((place + 1) / 2))
  if (!last || above.length === 0) return null
  const inputs = days.flatMap((day, index): TraceInput[] => {
    const count = above.filter((own) => own.day === index).length
    if (count === 0) return []
    return [
      { word: 'dayWeight', of: day.name, value: day.weightDays, unit: 'days' },
      { word: 'hours', of: day.name, value: count, unit: 'h' },
    ]
  })
  const value = above.reduce((sum, own) => sum + own.weight, 0)
  const lowest = Math.min(...above.map(({ mw }) => mw))
  return {
    ...{ word: 'hours', of: `${c.siteName(siteId)}, ${period}, ≥ ${lowest.toPrecision(4)} MW`, value },
    ...{ unit: 'h', formula: 'load-duration', isDecided: false, inputs },
    recomputed: days.reduce(
      (sum, day, index) => sum + day.weightDays * above.filter((own) => own.day === index).length,
      0,
    ),
  }
}
