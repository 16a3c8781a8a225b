import type { RepresentativeDay, SiteProfiles } from '../../plan/schema/profiles.ts'
import { representativeDays, type YearSeries } from './representativeDays.ts'

/** Hours of a year from 1 January, local time; what is not known is absent. */
export interface SiteYear {
  readonly load?: readonly number[] | undefined
  readonly usdPerMwh?: readonly number[] | undefined
  readonly kgCo2PerMwh?: readonly number[] | undefined
  /** Output per MW of sun, of wind, or of both: with the load it says which day is worst. */
  readonly supply?: readonly number[] | undefined
  readonly solar?: readonly number[] | undefined
  readonly wind?: readonly number[] | undefined
  readonly weather?:
    | {
        readonly place: string
        readonly dryBulbC: readonly number[]
        readonly wetBulbC: readonly number[]
      }
    | undefined
}

interface Choice {
  readonly typicalDays: number
  /** Calendar year of the files, for the days of the week; without it all days are alike. */
  readonly year?: number | undefined
  readonly note: string
}

const DAYS = 365
const HOURS = 24
const MONTHS = 12
const FIFTHS = 5
/** The 0.4 % condition is exceeded in so many hours. */
const DESIGN_HOURS = 35
const DIGITS = 5

/** A year of hours as means by month, day type and hour, and as representative days: small enough for a plan. */
export function siteProfiles(year: SiteYear, choice: Choice): SiteProfiles {
  const isWeekend = weekendOf(choice.year)
  const means = (values: readonly number[]) => byDayType(values, isWeekend)
  const { load, usdPerMwh, kgCo2PerMwh, weather } = year
  return {
    note: choice.note,
    ...(usdPerMwh ? { usdPerMwh: means(usdPerMwh) } : {}),
    ...(kgCo2PerMwh ? { kgCo2PerMwh: means(kgCo2PerMwh) } : {}),
    ...(load ? { loadShare: loadShares(load, isWeekend) } : {}),
    ...(weather ? { weather: weatherFifths(weather) } : {}),
    days: listDays(year, choice.typicalDays, isWeekend),
    year: yearMeans(year),
  }
}

/** What the hours themselves say, before days are chosen from them. */
function yearMeans({ load, usdPerMwh, kgCo2PerMwh, weather }: SiteYear): NonNullable<SiteProfiles['year']> {
  const most = load ? highest(load) : 1
  const ofLoad = (values: readonly number[]) => {
    const all = load!.reduce((sum, value) => sum + value, 0)
    return round(values.reduce((sum, value, hour) => sum + value * load![hour]!, 0) / all)
  }
  return {
    ...(load ? { loadShare: round(meanOf(load) / most), loadDuration: durationOf(load, most) } : {}),
    ...(usdPerMwh ? { usdPerMwh: round(meanOf(usdPerMwh)) } : {}),
    ...(kgCo2PerMwh ? { kgCo2PerMwh: round(meanOf(kgCo2PerMwh)) } : {}),
    ...(weather ? { dryBulbC: round(meanOf(weather.dryBulbC)) } : {}),
    ...(load && usdPerMwh ? { usdPerMwhOfLoad: ofLoad(usdPerMwh) } : {}),
    ...(load && kgCo2PerMwh ? { kgCo2PerMwhOfLoad: ofLoad(kgCo2PerMwh) } : {}),
  }
}

/** Shares of the hours at which the load duration is kept: what a few days are held against. */
const DURATION_SHARES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95]

function durationOf(load: readonly number[], most: number) {
  const sorted = load.toSorted((a, b) => b - a)
  return DURATION_SHARES.map((hoursShare) => {
    return { hoursShare, loadShare: round(sorted[Math.floor(hoursShare * load.length)]! / most) }
  })
}

/** Month of the calendar that a day of a year of 365 falls into, 0 for January. */
const monthOf = Array.from({ length: DAYS }, (_, day) => new Date(Date.UTC(2025, 0, day + 1)).getUTCMonth())

/** Saturdays and Sundays of a year; of an unknown one none is known. */
function weekendOf(year: number | undefined): ((day: number) => boolean) | null {
  if (year === undefined) return null
  return (day) => [0, 6].includes(new Date(Date.UTC(year, 0, day + 1)).getUTCDay())
}

type IsWeekend = ((day: number) => boolean) | null

const days = Array.from({ length: DAYS }, (_, day) => day)
const hours = Array.from({ length: HOURS }, (_, hour) => hour)

/** What is made of each month's part of some days. */
function byMonth<T>(some: readonly number[], make: (days: readonly number[]) => T): T[] {
  return Array.from({ length: MONTHS }, (_, month) => make(some.filter((day) => monthOf[day] === month)))
}

/** What is made of the days of either type; where weekends are not known, of all days for both. */
function ofDayTypes<T>(isWeekend: IsWeekend, make: (days: readonly number[]) => T) {
  const of = (weekend: boolean) =>
    make(days.filter((day) => isWeekend === null || isWeekend(day) === weekend))
  return { weekday: of(false), weekend: of(true) }
}

type Pick = (values: readonly number[]) => number

/** [hour] of some days. */
const byHour = (values: readonly number[], some: readonly number[], pick: Pick): number[] =>
  hours.map((hour) => round(pick(some.map((day) => values[day * HOURS + hour]!))))

function byDayType(values: readonly number[], isWeekend: IsWeekend) {
  return ofDayTypes(isWeekend, (some) => byMonth(some, (own) => byHour(values, own, meanOf)))
}

function loadShares(load: readonly number[], isWeekend: IsWeekend) {
  const most = highest(load)
  const shares = load.map((value) => value / most)
  const ofYear = (pick: Pick) => ofDayTypes(isWeekend, (some) => byHour(shares, some, pick))
  const ofMonths = (pick: Pick) =>
    ofDayTypes(isWeekend, (some) => byMonth(some, (own) => byHour(shares, own, pick)))
  return {
    mean: ofYear(meanOf),
    highest: ofYear(highest),
    meanByMonth: ofMonths(meanOf),
    highestByMonth: ofMonths(highest),
  }
}

function weatherFifths({ place, dryBulbC, wetBulbC }: NonNullable<SiteYear['weather']>) {
  const fifths = byMonth(days, (own) =>
    hours.map((hour) => {
      const sorted = own.map((day) => day * HOURS + hour).sort((a, b) => dryBulbC[a]! - dryBulbC[b]!)
      return Array.from({ length: FIFTHS }, (_part, fifth) => {
        const cut = (k: number) => Math.round((k * sorted.length) / FIFTHS)
        const part = sorted.slice(cut(fifth), cut(fifth + 1))
        const mean = (values: readonly number[]) => round(meanOf(part.map((at) => values[at]!)))
        return { dry: mean(dryBulbC), wet: mean(wetBulbC) }
      })
    }),
  )
  const table = (pick: (part: { dry: number; wet: number }) => number) =>
    fifths.map((byHour) => byHour.map((parts) => parts.map(pick)))
  const design = (values: readonly number[]) => values.toSorted((a, b) => b - a)[DESIGN_HOURS]!
  return {
    place,
    dryBulbC: table((part) => part.dry),
    wetBulbC: table((part) => part.wet),
    designDryBulbC: design(dryBulbC),
    designWetBulbC: design(wetBulbC),
  }
}

/** Load grows by so much per kelvin above 10 deg C where it is not known: the cooling of its heat. */
const LOAD_PER_K = 0.01
const MILD_C = 10

/**
 * The load that days are chosen by where none was imported: the heat of the day, or else the price, says when the system
 * is strained.
 */
function strain({ usdPerMwh, weather }: SiteYear): number[] {
  if (weather) return weather.dryBulbC.map((dry) => 1 + LOAD_PER_K * Math.max(0, dry - MILD_C))
  return usdPerMwh ? usdPerMwh.map((usd) => Math.max(0, usd)) : days.flatMap(() => hours.map(() => 1))
}

/** Typical days, the peak and the stress day over all that is known. */
export function listDays(year: SiteYear, typicalDays: number, isWeekend: IsWeekend): RepresentativeDay[] {
  const { load, usdPerMwh, kgCo2PerMwh, weather } = year
  const most = load ? highest(load) : 1
  const series: YearSeries[] = []
  const add = (name: string, values: readonly number[] | undefined, role: YearSeries['role'] = 'other') => {
    if (values) series.push({ name, role, values })
  }
  add('load', load ? load.map((value) => value / most) : strain(year), 'load')
  for (const name of SUPPLIES) add(name, year[name], 'supply')
  add('usdPerMwh', usdPerMwh)
  add('kgCo2PerMwh', kgCo2PerMwh)
  add('dryBulbC', weather?.dryBulbC)
  return representativeDays(series, typicalDays).map(({ day, kind, weightDays, members, values }) => {
    const of = (name: string) => values[series.findIndex((own) => own.name === name)]?.map(round)
    const local = (list: readonly number[] | undefined) =>
      list?.slice(day * HOURS, (day + 1) * HOURS).map(round)
    const [loadShare, price, carbon] = [of('load'), of('usdPerMwh'), of('kgCo2PerMwh')]
    const [dry, wet] = [local(weather?.dryBulbC), local(weather?.wetBulbC)]
    const output = SUPPLIES.flatMap((name) => {
      const own = of(name)
      return own ? [[`${name}Share`, own] as const] : []
    })
    return {
      ...{ day, kind, weightDays },
      ...countDays(members, isWeekend),
      ...(load && loadShare ? { loadShare: loadShare.map((share) => Math.min(1, share)) } : {}),
      ...(price ? { usdPerMwh: price } : {}),
      ...(carbon ? { kgCo2PerMwh: carbon } : {}),
      ...Object.fromEntries(output),
      ...(dry && wet ? { dryBulbC: dry, wetBulbC: wet } : {}),
    }
  })
}

const SUPPLIES = ['supply', 'solar', 'wind'] as const
const WEEKDAYS = 5 / 7

/** Weekdays and weekend days of each month among some days; in an unknown year five sevenths of all are weekdays. */
function countDays(members: readonly number[], isWeekend: IsWeekend) {
  const count = (weekend: boolean) =>
    Array.from({ length: MONTHS }, (_, month) => {
      const own = members.filter((day) => monthOf[day] === month)
      const share = weekend ? 1 - WEEKDAYS : WEEKDAYS
      return isWeekend ? own.filter((day) => isWeekend(day) === weekend).length : round(own.length * share)
    })
  return { weekdaysByMonth: count(false), weekendsByMonth: count(true) }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function highest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}

function round(value: number): number {
  return Number(value.toFixed(DIGITS))
}
