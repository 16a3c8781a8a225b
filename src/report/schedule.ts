import { orderDayRef, orderSlackRef } from '../engine/trace/aidc/orderDayTraces.ts'
import { type TraceRef, toRef } from '../engine/trace/trace.ts'
import { countedMonths, firstDay, shiftLabel } from '../plan/calendar.ts'
import type { Site } from '../plan/schema/site.ts'
import { MS_PER_WEEK } from '../plan/units.ts'
import { listOrders, type Order } from './orders.ts'
import { buildsOf, type Source } from './source.ts'

/** One bar of a Gantt chart: from the last day to order to the first day of service. */
export interface ScheduleBar {
  readonly siteId: string
  readonly kind: Order['kind'] | 'queue'
  readonly what: string
  readonly quantity: number
  readonly unit: string
  /** Period that waits for it: that of the site's first load, or a later one in which it is added. */
  readonly step: string
  readonly leadWeeks: number
  /** Days as `2027-04-01`. */
  readonly from: string
  readonly to: string
  /** Nothing else that its step waits for must begin as early. */
  readonly decides: boolean
  /** Nothing that the site's first load waits for must be ordered earlier. */
  readonly isCritical: boolean
  /** Weeks that the order may wait until it is the critical one; null for later steps. */
  readonly slackWeeks: number | null
  /** The order would have had to go out before the plan starts. */
  readonly isLate: boolean
  /** How the quantity comes about. */
  readonly trace?: TraceRef
  /** The same of the day to order by, and of the weeks that it may wait. */
  readonly orderTrace?: TraceRef
  readonly slackTrace?: TraceRef
}

/** A step that serves first counts all that is ready by its period. */
const LEAST_MW = 1e-6

const weeksBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MS_PER_WEEK

/**
 * What each site waits for, with the critical path to its first load: of everything that must stand by the period in
 * which the site first carries load (queue of the grid, rooms, equipment, plant, racks), what has to begin first; and
 * the same of each later step. What has no lead is no bar. Screen and report draw from here.
 */
export function listSchedule(source: Source): ScheduleBar[] {
  const start = firstDay(source.plan.horizon.start)
  const orders = listOrders(source)
  return source.plan.sites.flatMap((site) => {
    const first = buildsOf(source, site.id).find((build) => build.usedItMw > LEAST_MW)?.period
    if (first === undefined) return []
    const stepOf = (to: string, period: string) => (to <= firstDay(first) ? first : period)
    const own = [
      ...queueOf(source, site, start),
      ...orders.filter((order) => order.siteId === site.id).map((order) => toBar(order, site.id)),
    ]
      .filter((bar) => bar.from < bar.to)
      .map((bar) => ({ ...bar, step: stepOf(bar.to, bar.step) }))
    const earliest = new Map(
      [...Map.groupBy(own, (bar) => bar.step)].map(([step, bars]) => [
        step,
        bars.reduce((best, bar) => (bar.from < best.from ? bar : best)),
      ]),
    )
    return own
      .map((bar): ScheduleBar => {
        const before = earliest.get(bar.step)!
        const isFirst = bar.step === first
        return {
          ...bar,
          decides: bar === before,
          isCritical: isFirst && bar.from === before.from,
          slackWeeks: isFirst ? weeksBetween(before.from, bar.from) : null,
          isLate: bar.from < start,
          ...(isFirst &&
            bar.orderTrace &&
            before.orderTrace && { slackTrace: orderSlackRef(bar.orderTrace, before.orderTrace) }),
        }
      })
      .sort((a, b) => a.to.localeCompare(b.to) || a.from.localeCompare(b.from))
  })
}

type Draft = Omit<ScheduleBar, 'decides' | 'isCritical' | 'slackWeeks' | 'slackTrace' | 'isLate'>

function toBar(order: Order, siteId: string): Draft {
  const { kind, what, quantity, unit, leadWeeks, orderBy: from, period, trace, orderTrace } = order
  return {
    ...{ siteId, kind, what, quantity, unit, step: period, leadWeeks, from, to: firstDay(period) },
    ...(trace !== undefined && { trace }),
    ...(orderTrace !== undefined && { orderTrace }),
  }
}

/** The wait for the grid: from the application, or the start of the plan, to the day on which it energises. */
function queueOf(source: Source, { id, power }: Site, start: string): Draft[] {
  const builds = buildsOf(source, id)
  const quantity = Math.max(0, ...builds.map((own) => own.contractedMw - power.standingMw))
  if (quantity <= LEAST_MW) return []
  const { applyFrom, queueMonths } = power
  const applied = applyFrom === undefined ? undefined : builds.find((own) => own.hasApplied > 0.5)?.period
  const months = countedMonths(source.plan, queueMonths)
  const energised = applied === undefined ? power.energised : shiftLabel(applied, months)
  const [from, to] = [applied === undefined ? start : firstDay(applied), firstDay(energised)]
  const { queue } = source.words.timeline
  return [
    {
      ...{ siteId: id, kind: 'queue', what: queue, quantity, unit: 'MW', step: energised },
      ...{ leadWeeks: weeksBetween(from, to), from, to },
      trace: toRef('build', 'contractedMw', id, builds.at(-1)!.period),
      orderTrace: orderDayRef('queue', id, '', energised),
    },
  ]
}
