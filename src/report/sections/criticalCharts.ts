import { firstDay } from '../../plan/calendar.ts'
import type { Gantt } from '../document.ts'
import type { Order } from '../orders.ts'
import { type Source, siteName } from '../source.ts'

/** Steps of each site with the order that each waits for, as `Ashburn 2027Q2`; leases and grid contracts have none. */
export function longestOrders(orders: readonly Order[]): { readonly first: Order; readonly count: number }[] {
  const steps = Map.groupBy(
    orders.filter((order) => order.siteId !== null),
    (order) => `${order.siteId} ${order.period}`,
  )
  return [...steps.values()].map((own) => ({
    first: own.reduce((best, order) => (order.orderBy < best.orderBy ? order : best)),
    count: own.length,
  }))
}

/** One bar a step, from the day its longest order must go out to the first day of its quarter. */
export function criticalCharts(source: Source, orders: readonly Order[], start: string): Gantt[] {
  const w = source.words.timeline
  const bars = longestOrders(orders)
    .filter(({ first }) => first.orderBy < firstDay(first.period))
    .map(({ first }) => ({
      name: `${siteName(source, first.siteId)}, ${first.period}`,
      detail: first.what,
      from: first.orderBy,
      to: firstDay(first.period),
      isLate: first.orderBy < start,
    }))
    .toSorted((a, b) => (a.to + a.from < b.to + b.from ? -1 : 1))
  return bars.length === 0
    ? []
    : [{ title: w.chart, kind: 'gantt', mark: { day: start, name: w.start }, bars }]
}
