import { firstDay } from '../../plan/calendar.ts'
import {
  type Cell,
  day,
  figure,
  figures,
  number,
  quarter,
  type Section,
  section,
  type Table,
  words,
} from '../document.ts'
import { listLeavings } from '../leavings.ts'
import { listOrders, type Order } from '../orders.ts'
import { listSchedule, type ScheduleBar } from '../schedule.ts'
import { type Source, siteName } from '../source.ts'
import { criticalCharts } from './criticalCharts.ts'

/** What must be ordered by when: every order, and for each step of each site the one that decides. */
export function timelineSection(source: Source): Section {
  const w = source.words.timeline
  const orders = listOrders(source)
  const schedule = listSchedule(source)
  const start = firstDay(source.plan.horizon.start)
  const late = orders.filter((order) => order.orderBy < start)
  return section('timeline', w.heading, {
    paragraphs: [
      w.orderBy,
      late.length > 0 ? w.late(figure(late.length), start) : w.noneLate(start),
      ...(listLeavings(source).length > 0 ? [w.leavings] : []),
    ],
    charts: criticalCharts(source, schedule, start),
    tables: [criticalTable(source, schedule), ordersTable(source, orders, start)],
  })
}

/** The longest lead of each step is what the step waits for. */
function criticalTable(source: Source, schedule: readonly ScheduleBar[]): Table {
  const w = source.words.timeline
  const stepOf = ({ siteId, step }: ScheduleBar) => `${siteId} ${step}`
  const counts = Map.groupBy(schedule, stepOf)
  const rows = schedule
    .filter((bar) => bar.decides)
    .map((bar): Cell[] => [
      siteName(source, bar.siteId),
      bar.step,
      bar.from,
      bar.what,
      bar.leadWeeks,
      counts.get(stepOf(bar))!.length,
      bar.isLate ? w.isLate : '',
    ])
  return {
    id: 'critical-path',
    title: w.critical,
    columns: [
      words(w.site),
      quarter(w.step),
      day(w.order),
      words(w.longest),
      number(w.lead, 'weeks'),
      number(w.ordersOfStep),
      words(w.lateColumn),
    ],
    rows: rows.toSorted(byDay(2)),
  }
}

function ordersTable(source: Source, orders: readonly Order[], start: string): Table {
  const w = source.words.timeline
  const rows = orders.map((order): Cell[] => [
    order.orderBy,
    order.period,
    order.siteId === null ? source.words.frame.leased : siteName(source, order.siteId),
    w.kinds[order.kind],
    order.what,
    figure(order.quantity, order.unit),
    order.leadWeeks,
    order.orderBy < start ? w.isLate : '',
  ])
  return {
    id: 'orders',
    title: w.every,
    isAppendix: true,
    columns: [
      day(w.order),
      quarter(w.ready),
      words(w.site),
      words(w.kind),
      words(w.what),
      figures(w.quantity),
      number(w.lead, 'weeks'),
      words(w.lateColumn),
    ],
    rows: rows.toSorted(byDay(0)),
  }
}

const byDay = (column: number) => (a: readonly Cell[], b: readonly Cell[]) =>
  String(a[column]) < String(b[column]) ? -1 : String(a[column]) > String(b[column]) ? 1 : 0
