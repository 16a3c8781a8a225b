import type { RepresentativeDay, SiteProfiles } from '../../plan/schema/profiles.ts'
import { representativeDays, type YearSeries } from './representativeDays.ts'

/** Hours of a year from 1 January, local time; what is not known is absent. */
export interface SiteYear {
  readonly load?: readonly number[] | undefined
  readonly usdPerMwh?: readonly number[] | undefined
  readonly kgCo2PerMwh?: readonly number[] | undefined
  /** Output of sun or wind per MW: with the load it says which day is worst. */
  readonly supply?: readonly number[] | undefined
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
const QUARTERS = 4
const FIFTHS = 5
/** The 0.4 % condition is exceeded in so many hours. */
const DESIGN_HOURS = 35
const DIGITS = 5

/** A year of hours as means by season, day type and hour, and as representative days: small enough for a plan. */
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
    days: listDays(year, choice.typicalDays),
  }
}

/** Quarter of the year that a day falls into: four of equal length, as the plan's year has them. */
function quarterOf(day: number): number {
  return Math.min(QUARTERS - 1, Math.floor((day * QUARTERS) / DAYS))
}

/** Saturdays and Sundays of a year; of an unknown one none is known. */
function weekendOf(year: number | undefined): ((day: number) => boolean) | null {
  if (year === undefined) return null
  return (day) => [0, 6].includes(new Date(Date.UTC(year, 0, day + 1)).getUTCDay())
}

type IsWeekend = ((day: number) => boolean) | null

const days = Array.from({ length: DAYS }, (_, day) => day)
const hours = Array.from({ length: HOURS }, (_, hour) => hour)

function byDayType(values: readonly number[], isWeekend: IsWeekend) {
  const of = (weekend: boolean) =>
    Array.from({ length: QUARTERS }, (_, quarter) => {
      const own = days.filter((day) => {
        return quarterOf(day) === quarter && (isWeekend === null || isWeekend(day) === weekend)
      })
      return hours.map((hour) => round(meanOf(own.map((day) => values[day * HOURS + hour]!))))
    })
  return { weekday: of(false), weekend: of(true) }
}

function loadShares(load: readonly number[], isWeekend: IsWeekend) {
  const most = highest(load)
  const of = (weekend: boolean, pick: (values: readonly number[]) => number) => {
    const own = days.filter((day) => isWeekend === null || isWeekend(day) === weekend)
    return hours.map((hour) => round(pick(own.map((day) => load[day * HOURS + hour]! / most))))
  }
  const both = (pick: (values: readonly number[]) => number) => {
    return { weekday: of(false, pick), weekend: of(true, pick) }
  }
  return { mean: both(meanOf), highest: both(highest) }
}

function weatherFifths({ place, dryBulbC, wetBulbC }: NonNullable<SiteYear['weather']>) {
  const fifths = Array.from({ length: QUARTERS }, (_, quarter) => {
    const own = days.filter((day) => quarterOf(day) === quarter)
    return hours.map((hour) => {
      const sorted = own.map((day) => day * HOURS + hour).sort((a, b) => dryBulbC[a]! - dryBulbC[b]!)
      return Array.from({ length: FIFTHS }, (_part, fifth) => {
        const cut = (k: number) => Math.round((k * sorted.length) / FIFTHS)
        const part = sorted.slice(cut(fifth), cut(fifth + 1))
        const mean = (values: readonly number[]) => round(meanOf(part.map((at) => values[at]!)))
        return { dry: mean(dryBulbC), wet: mean(wetBulbC) }
      })
    })
  })
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

/** Typical days, the peak and the stress day over all that is known; a year without a load has an even one. */
function listDays(year: SiteYear, typicalDays: number): RepresentativeDay[] {
  const { load, supply, usdPerMwh, kgCo2PerMwh, weather } = year
  const most = load ? highest(load) : 1
  const series: YearSeries[] = [
    {
      name: 'load',
      role: 'load',
      values: load ? load.map((value) => value / most) : days.flatMap(() => hours.map(() => 1)),
    },
  ]
  const add = (name: string, values: readonly number[] | undefined, role: YearSeries['role'] = 'other') => {
    if (values) series.push({ name, role, values })
  }
  add('supply', supply, 'supply')
  add('usdPerMwh', usdPerMwh)
  add('kgCo2PerMwh', kgCo2PerMwh)
  add('dryBulbC', weather?.dryBulbC)
  return representativeDays(series, typicalDays).map(({ day, kind, weightDays, values }) => {
    const of = (name: string) => values[series.findIndex((own) => own.name === name)]?.map(round)
    const local = (list: readonly number[] | undefined) =>
      list?.slice(day * HOURS, (day + 1) * HOURS).map(round)
    const [loadShare, price, carbon] = [of('load'), of('usdPerMwh'), of('kgCo2PerMwh')]
    const [dry, wet] = [local(weather?.dryBulbC), local(weather?.wetBulbC)]
    return {
      ...{ day, kind, weightDays },
      ...(load && loadShare ? { loadShare: loadShare.map((share) => Math.min(1, share)) } : {}),
      ...(price ? { usdPerMwh: price } : {}),
      ...(carbon ? { kgCo2PerMwh: carbon } : {}),
      ...(dry && wet ? { dryBulbC: dry, wetBulbC: wet } : {}),
    }
  })
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
