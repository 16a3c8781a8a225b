import type { Trace, TraceRequest } from '../../catalog/import/parseTrace.ts'
import type { OwnProfile } from '../../plan/schema/agents.ts'
import { HOURS_PER_DAY, SECONDS_PER_DAY, SECONDS_PER_HOUR } from '../../plan/units.ts'
import { utcOffsetAt } from './clock.ts'

export interface TraceRules {
  /** Clock by which days and hours are told. */
  readonly timeZone: string
  /** A time without requests longer than this is missing from the trace, not quiet. */
  readonly gapMinutes: number
}

/** What a trace says of its demand. */
export interface TraceProfile {
  readonly requests: number
  readonly from: string
  readonly to: string
  /** Hours watched, without gaps. */
  readonly hours: number
  readonly requestsPerS: number
  readonly tokensPerDay: number
  readonly input: Sizes
  readonly output: Sizes
  /** [hour of the day] tokens per second watched; null: never watched. */
  readonly tokSByHour: readonly (number | null)[]
  /** Busiest hour over the mean of all time watched. */
  readonly peakHourOverMean: number
  /** Busiest minute over the busiest hour: the within-hour burst of a plan. */
  readonly burstFactor: number
  readonly repairs: readonly string[]
  /** Overrides of a line of demand; without a profile where not all hours of the day were watched. */
  readonly demand: {
    readonly inputTokensPerCall: number
    readonly outputTokensPerCall: number
    readonly intrahourPeak: number
    readonly profile?: OwnProfile
  }
}

/** Sizes of calls, tokens; scv is the squared coefficient of variation. */
interface Sizes {
  readonly mean: number
  readonly median: number
  readonly p95: number
  readonly scv: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const HOURS_PER_WEEK = 168

/**
 * Sizes, shape and burst of a trace. Rates are tokens over the time that was watched: an hour that the trace only
 * touches counts as far as it does, and gaps do not count.
 *
 *   profile[hour] = tokens in that hour of the week / seconds of it that were watched
 *   burst         = max over minutes of tokens per minute / max over hours of mean tokens per minute
 */
export function traceProfile(trace: Trace, rules: TraceRules): TraceProfile {
  const { requests } = trace
  const watch = new Watch(requests, rules)
  const tokens = sum(requests, tokensOf)
  const watchedS = watch.watchedMs / 1000
  const mean = tokens / watchedS
  const input = sizesOf(requests.map((own) => own.inputTokens))
  const output = sizesOf(requests.map((own) => own.outputTokens))
  const profile = watch.profile()
  const peakHour = Math.max(...watch.hourly.map((own) => own.tokS))
  const burstFactor = Math.max(1, watch.busiestMinuteTokS() / peakHour)
  const missing = watch.byHour.filter((own) => own === null).length
  const repairs = [...trace.repairs, ...watch.repairs]
  if (!profile) repairs.push(`${missing} of the 24 hours were not watched: no profile can be made of it.`)
  return {
    requests: requests.length,
    from: new Date(requests[0]!.atMs).toISOString(),
    to: new Date(requests.at(-1)!.atMs).toISOString(),
    hours: watchedS / SECONDS_PER_HOUR,
    requestsPerS: requests.length / watchedS,
    tokensPerDay: mean * SECONDS_PER_DAY,
    input,
    output,
    tokSByHour: watch.byHour,
    peakHourOverMean: peakHour / mean,
    burstFactor,
    repairs,
    demand: {
      inputTokensPerCall: input.mean,
      outputTokensPerCall: output.mean,
      intrahourPeak: burstFactor,
      ...(profile ? { profile } : {}),
    },
  }
}

interface Bin {
  tokens: number
  watchedMs: number
}

/** Requests by which the pace at the end of a trace is told. */
const LAST_REQUESTS = 20
/** An hour that was watched for less than this says little of its rate. */
const SHORTEST_HOUR_MS = 10 * MINUTE_MS

/** The time that a trace covers, in minutes and hours of one clock. */
class Watch {
  readonly watchedMs: number
  readonly repairs: string[] = []
  /** Hours on the clock that were watched long enough, with their rates. */
  readonly hourly: readonly { readonly hourOfWeek: number; readonly tokS: number }[]
  readonly byHour: readonly (number | null)[]
  readonly #minutes = new Map<number, number>()
  readonly #week: readonly Bin[]

  constructor(requests: readonly TraceRequest[], { timeZone, gapMinutes }: TraceRules) {
    const stretches = stretchesOf(requests, gapMinutes * MINUTE_MS, this.repairs)
    this.watchedMs = sum(stretches, ([from, to]) => to - from)
    const hours = new Map<number, Bin>()
    const binAt = (ms: number) => {
      const key = Math.floor(ms / HOUR_MS)
      const bin = hours.get(key) ?? { tokens: 0, watchedMs: 0 }
      hours.set(key, bin)
      return bin
    }
    for (const [from, to] of stretches)
      for (let at = from; at < to; ) {
        const next = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS)
        binAt(at).watchedMs += next - at
        at = next
      }
    for (const request of requests) {
      const minute = Math.floor(request.atMs / MINUTE_MS)
      this.#minutes.set(minute, (this.#minutes.get(minute) ?? 0) + tokensOf(request))
      binAt(request.atMs).tokens += tokensOf(request)
    }
    const week = Array.from({ length: HOURS_PER_WEEK }, (): Bin => ({ tokens: 0, watchedMs: 0 }))
    const clocked = [...hours].map(([key, bin]) => ({ bin, hourOfWeek: hourOfWeek(key * HOUR_MS, timeZone) }))
    for (const { bin, hourOfWeek: hour } of clocked) addTo(week[hour]!, bin)
    this.#week = week
    const longest = Math.max(...clocked.map(({ bin }) => bin.watchedMs))
    this.hourly = clocked
      .filter(({ bin }) => bin.watchedMs >= Math.min(SHORTEST_HOUR_MS, longest))
      .map(({ bin, hourOfWeek: hour }) => ({ hourOfWeek: hour, tokS: rateOf(bin)! }))
    this.byHour = Array.from({ length: HOURS_PER_DAY }, (_, hour) =>
      rateOf(merge(week.filter((_bin, at) => at % HOURS_PER_DAY === hour))),
    )
  }

  busiestMinuteTokS(): number {
    return Math.max(...this.#minutes.values()) / 60
  }

  /** A week where all its hours were watched; else the hours of a day with the level of weekends, where both were. */
  profile(): OwnProfile | undefined {
    const week = this.#week.map(rateOf)
    if (week.every((rate) => rate !== null)) return toProfile(week)
    const days = this.byHour
    if (days.some((rate) => rate === null)) return undefined
    const weekdays = rateOf(merge(this.#week.slice(0, 5 * HOURS_PER_DAY)))
    const weekend = this.#week.slice(5 * HOURS_PER_DAY)
    const isLevelKnown = weekend.every((bin) => bin.watchedMs > 0) && weekdays !== null && weekdays > 0
    return {
      ...toProfile(days as number[]),
      weekendLevel: isLevelKnown ? rateOf(merge(weekend))! / weekdays : 1,
    }
  }
}

function toProfile(rates: readonly number[]): OwnProfile {
  const mean = rates.reduce((total, rate) => total + rate, 0) / rates.length
  return { hours: rates.map((rate) => rate / mean), weekendLevel: 1, timeBasis: 'local' }
}

/**
 * Stretches of time without a gap; a gap is said. Each goes on past its last request for the mean time between its last
 * ones, so that every request has its share of the time: a trace that ends at night ends later than one at noon.
 */
function stretchesOf(
  requests: readonly TraceRequest[],
  gapMs: number,
  repairs: string[],
): [number, number][] {
  const ends: { from: number; to: number; readonly times: number[] }[] = []
  let gapsMs = 0
  for (const { atMs } of requests) {
    const open = ends.at(-1)
    if (open && atMs - open.to <= gapMs) {
      open.to = atMs
      open.times.push(atMs)
    } else {
      if (open) gapsMs += atMs - open.to
      ends.push({ from: atMs, to: atMs, times: [atMs] })
    }
  }
  if (ends.length > 1)
    repairs.push(
      `${ends.length - 1} ${ends.length === 2 ? 'gap' : 'gaps'} of ${(gapsMs / HOUR_MS).toPrecision(3)} h in all, the first after ${new Date(ends[0]!.to).toISOString()}: taken as missing, not as quiet.`,
    )
  const meanMs = sum(ends, (own) => own.to - own.from) / Math.max(1, requests.length - ends.length)
  return ends.map(({ from, to, times }) => {
    const last = times.slice(-LAST_REQUESTS)
    const ownMs = last.length > 1 ? (to - last[0]!) / (last.length - 1) : meanMs
    return [from, to + Math.max(1, ownMs)]
  })
}

/** 0 for Monday, 0 h, on the clock of a time zone. */
function hourOfWeek(ms: number, timeZone: string): number {
  const local = new Date(ms + utcOffsetAt(timeZone, new Date(ms)) * HOUR_MS)
  return ((local.getUTCDay() + 6) % 7) * HOURS_PER_DAY + local.getUTCHours()
}

function sizesOf(values: readonly number[]): Sizes {
  const sorted = values.toSorted((a, b) => a - b)
  const mean = sum(values, (value) => value) / values.length
  const variance = sum(values, (value) => (value - mean) ** 2) / values.length
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  return { mean, median: at(0.5), p95: at(0.95), scv: variance / mean ** 2 }
}

function addTo(bin: Bin, other: Bin): void {
  bin.tokens += other.tokens
  bin.watchedMs += other.watchedMs
}

function merge(bins: readonly Bin[]): Bin {
  return { tokens: sum(bins, (bin) => bin.tokens), watchedMs: sum(bins, (bin) => bin.watchedMs) }
}

/** Tokens per second; null: not watched. */
function rateOf({ tokens, watchedMs }: Bin): number | null {
  return watchedMs > 0 ? tokens / (watchedMs / 1000) : null
}

function tokensOf({ inputTokens, outputTokens }: TraceRequest): number {
  return inputTokens + outputTokens
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  let total = 0
  for (const item of items) total += pick(item)
  return total
}
