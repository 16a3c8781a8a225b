import { firstDay } from '../../engine/facility/orderDate.ts'
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
import { listOrders, type Order } from '../orders.ts'
import { type Source, siteName } from '../source.ts'

const LATE = 'before the plan starts'

/** What must be ordered by when: every order, and for each step of each site the one that decides. */
export function timelineSection(source: Source): Section {
  const orders = listOrders(source)
  const start = firstDay(source.plan.horizon.start)
  const late = orders.filter((order) => order.orderBy < start)
  return section('timeline', 'Build-out timeline', {
    paragraphs: [
      [
        'An order-by date is the last day on which an order can go out at the longest lead time of its catalog row, or ',
        'at the lead time that the plan gives, for the thing to stand ready on the first day of its quarter. Time to ',
        'install and commission inside a room is part of the build time of the room, not of the equipment.',
      ],
      late.length > 0
        ? [
            figure(late.length),
            ` orders would have to go out before the plan starts on ${start}: check them with their suppliers first.`,
          ]
        : [`No order has to go out before the plan starts on ${start}.`],
    ],
    tables: [criticalTable(source, orders, start), ordersTable(source, orders, start)],
  })
}

/** The longest lead of each step is what the step waits for. */
function criticalTable(source: Source, orders: readonly Order[], start: string): Table {
  const steps = Map.groupBy(
    orders.filter((order) => order.siteId !== null),
    (order) => `${order.siteId} ${order.period}`,
  )
  const rows = [...steps.values()].map((own): Cell[] => {
    const first = own.reduce((best, order) => (order.orderBy < best.orderBy ? order : best))
    return [
      siteName(source, first.siteId),
      first.period,
      first.orderBy,
      first.what,
      first.leadWeeks,
      own.length,
      first.orderBy < start ? LATE : '',
    ]
  })
  return {
    id: 'critical-path',
    title: 'Critical path: what each step of each site waits for',
    columns: [
      words('Site'),
      quarter('Step'),
      day('Order by'),
      words('Longest lead'),
      number('Lead', 'weeks'),
      number('Orders of the step'),
      words('Late'),
    ],
    rows: rows.toSorted(byDay(2)),
  }
}

function ordersTable(source: Source, orders: readonly Order[], start: string): Table {
  const rows = orders.map((order): Cell[] => [
    order.orderBy,
    order.period,
    order.siteId === null ? 'Leased' : siteName(source, order.siteId),
    order.kind,
    order.what,
    figure(order.quantity, order.unit),
    order.leadWeeks,
    order.orderBy < start ? LATE : '',
  ])
  return {
    id: 'orders',
    title: 'Every order, earliest first',
    isAppendix: true,
    columns: [
      day('Order by'),
      quarter('Ready in'),
      words('Site'),
      words('Kind'),
      words('What'),
      figures('Quantity'),
      number('Lead', 'weeks'),
      words('Late'),
    ],
    rows: rows.toSorted(byDay(0)),
  }
}

const byDay = (column: number) => (a: readonly Cell[], b: readonly Cell[]) =>
  String(a[column]) < String(b[column]) ? -1 : String(a[column]) > String(b[column]) ? 1 : 0
