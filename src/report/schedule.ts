import { firstDay } from '../plan/calendar.ts'
import { listOrders, type Order } from './orders.ts'
import type { Source } from './source.ts'

/** One bar of a Gantt chart: from the last day to order to the first day of service. */
export interface ScheduleBar {
  readonly siteId: string
  readonly kind: Order['kind'] | 'queue'
  readonly what: string
  readonly quantity: number
  readonly unit: string
  /** Days as `2027-04-01`. */
  readonly from: string
  readonly to: string
  /** Nothing that the site's first load waits for must be ordered earlier. */
  readonly isCritical: boolean
  /** Weeks that the order may wait until it is the critical one; null for later steps. */
  readonly slackWeeks: number | null
  /** The order would have had to go out before the plan starts. */
  readonly isLate: boolean
}

const MS_PER_WEEK = 7 * 24 * 3600 * 1000
/** A step that serves first counts all that is ready by its quarter. */
const LEAST_MW = 1e-6

/**
 * What each site waits for, with the critical path to its first load: of everything that must stand by the quarter in
 * which the site first carries load (queue of the grid, rooms, equipment, plant, racks), what has to begin first.
 */
export function listSchedule(source: Source): ScheduleBar[] {
  const start = firstDay(source.plan.horizon.start)
  const orders = listOrders(source)
  return source.plan.sites.flatMap((site) => {
    const builds = source.result.builds.filter((build) => build.siteId === site.id)
    const first = builds.find((build) => build.usedItMw > LEAST_MW)?.period
    if (first === undefined) return []
    const own = [
      ...queueOf(source, site.id, start),
      ...orders.filter((order) => order.siteId === site.id).map((order) => toBar(order, site.id)),
    ].filter((bar) => bar.from < bar.to)
    const isFirst = (bar: Draft) => bar.to <= firstDay(first)
    const earliest =
      own
        .filter(isFirst)
        .map((bar) => bar.from)
        .sort()[0] ?? ''
    return own
      .map((bar): ScheduleBar => {
        const weeks = (Date.parse(bar.from) - Date.parse(earliest)) / MS_PER_WEEK
        return {
          ...bar,
          isCritical: isFirst(bar) && bar.from === earliest,
          slackWeeks: isFirst(bar) ? weeks : null,
          isLate: bar.from < start,
        }
      })
      .sort((a, b) => a.to.localeCompare(b.to) || a.from.localeCompare(b.from))
  })
}

type Draft = Omit<ScheduleBar, 'isCritical' | 'slackWeeks' | 'isLate'>

function toBar({ kind, what, quantity, unit, orderBy, period }: Order, siteId: string): Draft {
  return { siteId, kind, what, quantity, unit, from: orderBy, to: firstDay(period) }
}

/** The wait for the grid, from the start of the plan to the quarter in which it energises. */
function queueOf({ plan, result }: Source, siteId: string, start: string): Draft[] {
  const { energised } = plan.sites.find((site) => site.id === siteId)!.power
  const most = Math.max(
    0,
    ...result.builds.filter((own) => own.siteId === siteId).map((own) => own.contractedMw),
  )
  if (most <= LEAST_MW) return []
  const bar = { siteId, kind: 'queue' as const, what: 'Interconnection', quantity: most, unit: 'MW' }
  return [{ ...bar, from: start, to: firstDay(energised) }]
}
