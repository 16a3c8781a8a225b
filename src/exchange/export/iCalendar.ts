import type { Order } from '../../report/orders.ts'
import { type Source, siteName } from '../../report/source.ts'

const LINE_BYTES = 73
const MS_PER_DAY = 24 * 3600 * 1000

/** Order-by dates as all-day events (RFC 5545), one for all orders of a site, a step and a day. */
export function toICalendar(source: Source, orders: readonly Order[], stamp: Date): string {
  const groups = Map.groupBy(orders, (order) => `${order.orderBy} ${order.siteId} ${order.period}`)
  const events = [...groups.values()]
    .toSorted((a, b) => (a[0]!.orderBy < b[0]!.orderBy ? -1 : 1))
    .flatMap((own, index) => eventOf(source, own, index, stamp))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tokenworks//order-by dates//EN',
    `X-WR-CALNAME:${escapeText(source.plan.name)}`,
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function eventOf(source: Source, own: readonly Order[], index: number, stamp: Date): string[] {
  const { siteId, period, orderBy } = own[0]!
  const site = siteId === null ? source.words.frame.leased : siteName(source, siteId)
  const things = own.map(({ what, quantity, unit }) => `${what}: ${Number(quantity.toPrecision(4))} ${unit}`)
  const next = new Date(Date.parse(`${orderBy}T00:00:00Z`) + MS_PER_DAY).toISOString().slice(0, 10)
  return [
    'BEGIN:VEVENT',
    `UID:${source.plan.id}-${orderBy}-${siteId ?? 'leased'}-${period}-${index}@tokenworks`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${orderBy.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${next.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(`${source.words.timeline.order}: ${site}, ${period}`)}`,
    `DESCRIPTION:${escapeText(things.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
}

/** Lines of at most 75 bytes; what goes on begins with a blank. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length
    if (bytes + size > LINE_BYTES) {
      parts.push(part)
      part = ''
      bytes = 1
    }
    part += sign
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}
