import type { Region } from '../../plan/schema/agents.ts'

const MONTHS_PER_QUARTER = 3
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

const known = new Map<string, number>()

/**
 * Hours that a region's clock is ahead of UTC in a quarter: those of most of its days where the region names a time
 * zone (summer time begins and ends within a quarter), else `utcOffsetH` all year.
 */
export function utcOffsetInQuarter(region: Pick<Region, 'timeZone' | 'utcOffsetH'>, quarter: string): number {
  const { timeZone } = region
  if (timeZone === undefined) return region.utcOffsetH
  const key = `${timeZone} ${quarter}`
  const found = known.get(key) ?? prevailingOffsetH(timeZone, quarter)
  known.set(key, found)
  return found
}

function prevailingOffsetH(timeZone: string, quarter: string): number {
  const year = Number(quarter.slice(0, 4))
  const month = (Number(quarter.slice(5)) - 1) * MONTHS_PER_QUARTER
  const from = Date.UTC(year, month, 1, 12)
  const until = Date.UTC(year, month + MONTHS_PER_QUARTER, 1)
  const days = new Map<number, number>()
  for (let noon = from; noon < until; noon += DAY_MS) {
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
