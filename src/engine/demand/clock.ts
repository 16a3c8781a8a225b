import { firstDay, monthsIn, shiftLabel } from '../../plan/calendar.ts'
import type { Region } from '../../plan/schema/agents.ts'
import { MS_PER_DAY } from '../../plan/units.ts'

const HOUR_MS = 3_600_000

const known = new Map<string, number>()

/**
 * Hours that a region's clock is ahead of UTC in a quarter or month: those of most of its days where the region names a time
 * zone (summer time begins and ends within one), else `utcOffsetH` all year.
 */
export function utcOffsetIn(region: Pick<Region, 'timeZone' | 'utcOffsetH'>, label: string): number {
  const { timeZone } = region
  if (timeZone === undefined) return region.utcOffsetH
  const key = `${timeZone} ${label}`
  const found = known.get(key) ?? prevailingOffsetH(timeZone, label)
  known.set(key, found)
  return found
}

function prevailingOffsetH(timeZone: string, label: string): number {
  const from = Date.parse(`${firstDay(label)}T12:00Z`)
  const until = Date.parse(firstDay(shiftLabel(label, monthsIn(label))))
  const days = new Map<number, number>()
  for (let noon = from; noon < until; noon += MS_PER_DAY) {
    const offset = utcOffsetAt(timeZone, new Date(noon))
    days.set(offset, (days.get(offset) ?? 0) + 1)
  }
  return [...days].reduce((best, own) => (own[1] > best[1] ? own : best))[0]
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Hours that the clocks of a time zone are ahead of UTC at a moment. */
export function utcOffsetAt(timeZone: string, moment: Date): number {
  const format = formats.get(timeZone) ?? clockOf(timeZone)
  formats.set(timeZone, format)
  const part = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  )
  const shown = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!)
  return (shown - Math.floor(moment.getTime() / 1000) * 1000) / HOUR_MS
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
}
