import { getEnergySource } from '../../../catalog/find.ts'
import { countedMonths, firstDay, shiftLabel, WEEKS_PER_MONTH } from '../../../plan/calendar.ts'
import { MS_PER_WEEK } from '../../../plan/units.ts'
import { monthsBefore } from '../../facility/orderDate.ts'
import { leadMonthsAt } from '../../layers/accelerators/purchase.ts'
import { type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import type { FollowingBuilder, TraceBuilder, TraceContext } from '../traceContext.ts'

/** When what is added at a site has to be ordered: the lead time between that day and the first day of service. */
export const ORDER_DAY_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'order-day': (c, [kind = '', siteId = '', id = '', period = '']) => {
    const site = c.plan.sites.find((own) => own.id === siteId)
    if (!site) return null
    if (kind === 'queue') return queue(c, site)
    const found = isOrdered(kind) && c.labels.includes(period) ? LEADS[kind](c, site, id, period) : null
    return found && ordered([id, site.name, period].filter(Boolean).join(', '), period, found)
  },
}

/** How long an order may wait for the one that decides its step: the days of both, each by its own trace. */
export const ORDER_SLACK_TRACES: Readonly<Record<string, FollowingBuilder>> = {
  'order-slack': (follow, [own = '', deciding = '']) => slack(follow(own), follow(deciding)),
}

export function orderSlackRef(own: TraceRef, deciding: TraceRef): TraceRef {
  return toRef('order-slack', own, deciding)
}

type OrderedKind = keyof typeof LEADS
const isOrdered = (kind: string): kind is OrderedKind => Object.hasOwn(LEADS, kind)

/** Of rooms and of the queue of the grid there is one a site: their id is empty. */
export function orderDayRef(
  kind: OrderedKind | 'queue',
  siteId: string,
  id: string,
  period: string,
): TraceRef {
  return toRef('order-day', kind, siteId, id, period)
}

type Made = Omit<Trace, 'ref'>
type Site = TraceContext['plan']['sites'][number]
type Lead = Pick<TraceInput, 'path' | 'cell'> & { readonly months: number }

/** Months from order to service, and what says so. */
const LEADS = {
  rooms: (_c: TraceContext, site: Site): Lead => ({
    months: site.facility.buildMonths,
    path: `sites[${site.id}].facility.buildMonths`,
  }),
  racks: (c: TraceContext, _site: Site, id: string, period: string): Lead | null => {
    const own = c.plan.accelerators.find((one) => one.id === id)
    if (!own) return null
    return { months: leadMonthsAt(own, c.labels.indexOf(period)), path: `accelerators[${id}].leadMonths` }
  },
  plant: (c: TraceContext, site: Site, id: string): Lead | null => {
    const own = site.power.onSite.find((one) => one.id === id)
    if (!own) return null
    if (own.leadMonths !== undefined)
      return { months: own.leadMonths, path: `sites[${site.id}].power.onSite[${id}].leadMonths` }
    const row = getEnergySource(c.catalog, own.energySourceId)
    const cell = { table: 'energy_sources', rowId: row.id, column: 'lead_time_months' } as const
    return { months: row.leadTimeMonths ?? 0, cell }
  },
}

function ordered(of: string, period: string, { months, ...said }: Lead): Made {
  const value = months * WEEKS_PER_MONTH
  return {
    ...{ word: 'leadWeeks', of, value, unit: 'weeks', formula: 'order-date', isDecided: false },
    inputs: [
      { word: 'leadMonths', value: months, unit: 'months', ...said },
      { word: 'needed', value: firstDay(period), unit: '' },
      { word: 'orderBy', value: monthsBefore(period, months), unit: '' },
    ],
    recomputed: value,
  }
}

const weeksBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MS_PER_WEEK

/** The wait for the grid: from the application, or the start of the plan, to the day on which it energises. */
function queue(c: TraceContext, site: Site): Made {
  const { applyFrom, queueMonths, energised } = site.power
  const path = (field: string): string => `sites[${site.id}].power.${field}`
  const builds = c.result.builds.filter((own) => own.siteId === site.id)
  const applied = applyFrom === undefined ? undefined : builds.find((own) => own.hasApplied > 0.5)?.period
  const months = countedMonths(c.plan, queueMonths)
  const [from, to] =
    applied === undefined ? [c.plan.horizon.start, energised] : [applied, shiftLabel(applied, months)]
  const value = weeksBetween(firstDay(from), firstDay(to))
  return {
    ...{ word: 'leadWeeks', of: site.name, value, unit: 'weeks', formula: 'order-date' },
    isDecided: applied !== undefined,
    inputs: [
      ...(applied === undefined
        ? [{ word: 'before' as const, value: energised, unit: '', path: path('energised') }]
        : [{ word: 'leadMonths' as const, value: queueMonths, unit: 'months', path: path('queueMonths') }]),
      { word: 'needed', value: firstDay(to), unit: '' },
      {
        ...{ word: 'orderBy', value: firstDay(from), unit: '' },
        ...(applied === undefined && { path: 'horizon.start' }),
      },
    ],
    recomputed: value,
  }
}

function slack(own: Trace | null, deciding: Trace | null): Made | null {
  if (!own || !deciding) return null
  const input = (trace: Trace): TraceInput => ({
    ...{ word: 'orderBy', of: trace.of, unit: '', ref: trace.ref },
    value: trace.inputs.find(({ word }) => word === 'orderBy')?.value ?? null,
  })
  const inputs = [input(own), input(deciding)]
  const [mine, first] = inputs.map(({ value }) => String(value)) as [string, string]
  const value = weeksBetween(first, mine)
  return {
    ...{ word: 'slackWeeks', of: own.of, value, unit: 'weeks', formula: 'order-slack', isDecided: false },
    inputs,
    recomputed: value,
  }
}
