import { firstDay } from '../../plan/calendar.ts'
import { MS_PER_DAY } from '../../plan/units.ts'
import type { Order } from '../../report/orders.ts'
import { type Source, siteName } from '../../report/source.ts'

const LINE_BYTES = 73

/**
 * Order-by dates as all-day events (RFC 5545), one for all orders of a site, a step and a day; and the day on which units
 * leave service, one for each site and period.
 */
export function toICalendar(source: Source, orders: readonly Order[], stamp: Date): string {
  const groups = Map.groupBy(orders, (order) => `${order.orderBy} ${order.siteId} ${order.period}`)
  const events = [...groups.values()]
    .toSorted((a, b) => (a[0]!.orderBy < b[0]!.orderBy ? -1 : 1))
    .flatMap((own, index) => orderEvent(source, own, index, stamp))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tokenworks//order-by dates//EN',
    `X-WR-CALNAME:${escapeText(source.plan.name)}`,
    ...events,
    ...retirementEvents(source, stamp),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

interface Event {
  readonly uid: string
  /** As `2027-04-01`. */
  readonly day: string
  readonly summary: string
  readonly things: readonly string[]
}

function orderEvent(source: Source, own: readonly Order[], index: number, stamp: Date): string[] {
  const { siteId, period, orderBy } = own[0]!
  const site = siteId === null ? source.words.frame.leased : siteName(source, siteId)
  return toEvent(
    {
      uid: `${source.plan.id}-${orderBy}-${siteId ?? 'leased'}-${period}-${index}`,
      day: orderBy,
      summary: `${source.words.timeline.order}: ${site}, ${period}`,
      things: own.map(({ what, quantity, unit }) => `${what}: ${figureOf(quantity)} ${unit}`),
    },
    stamp,
  )
}

function retirementEvents(source: Source, stamp: Date): string[] {
  const { plan, result, words, names } = source
  const groups = Map.groupBy(result.retirements, ({ siteId, period }) => `${siteId} ${period}`)
  return [...groups.values()].flatMap((own) => {
    const { siteId, period } = own[0]!
    const event = {
      uid: `${plan.id}-retire-${siteId}-${period}`,
      day: firstDay(period),
      summary: `${words.timeline.retire}: ${siteName(source, siteId)}, ${period}`,
      things: own.map(
        ({ acceleratorId, units, boughtPeriod }) =>
          `${names.accelerator(acceleratorId)} (${boughtPeriod}): ${figureOf(units)} units`,
      ),
    }
    return toEvent(event, stamp)
  })
}

const figureOf = (quantity: number): string => String(Number(quantity.toPrecision(4)))

function toEvent({ uid, day, summary, things }: Event, stamp: Date): string[] {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + MS_PER_DAY).toISOString().slice(0, 10)
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@tokenworks`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${next.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(summary)}`,
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
