import type { DayBlock, SiteBuild } from '../../plan/result/siteBuild.ts'
import type { ResultSlice } from '../../plan/result/slices.ts'
import type { RepresentativeDay } from '../../plan/schema/profiles.ts'
import { DAYS_PER_YEAR, HOURS_PER_DAY, USD_PER_MUSD } from '../../plan/units.ts'
import { listPeriods } from '../derive/periods.ts'
import type { DayType } from '../derive/slices.ts'
import { costsOfBlocks } from './costsOfBlocks.ts'
import { type DayDispatch, dispatchDay } from './dispatchDay.ts'
import { type DayQuestion, listSiteDays, siteDay } from './siteDay.ts'

export interface DayOfPeriod {
  /** As in `typical, day 12`, or the type of the day where nothing was imported. */
  readonly name: string
  /** Days of a year that it stands for. */
  readonly weightDays: number
  readonly dayType: DayType
  readonly representative?: number
  readonly loadMw: readonly number[]
  readonly dispatch: DayDispatch
}

export interface DaysOfPeriod {
  readonly days: readonly DayOfPeriod[]
  /** Years of the period. */
  readonly lengthYears: number
  /** Whether the days were imported; else they are the mean weekday and weekend of synthetic profiles. */
  readonly isImported: boolean
  /** Spot energy with carbon, fuel and penalty of the period: as dispatched day by day, and as the plan's blocks have it. */
  readonly daysMusd: number
  readonly blocksMusd: number
  /** Days over blocks - 1. */
  readonly differenceShare: number
}

const WEEKDAYS_PER_YEAR = (5 / 7) * 365

/** Every representative day of a site in a period, dispatched with what is built, and its cost beside that of the blocks. */
export async function compareDays(
  question: Omit<DayQuestion, 'dayType' | 'representative'>,
): Promise<DaysOfPeriod> {
  const site = question.plan.sites.find((own) => own.id === question.siteId)
  const siteDays = site ? listSiteDays(question.result, site) : []
  const { lengthYears } = listPeriods(question.plan)[question.result.periods.indexOf(question.period)] ?? {
    lengthYears: 1,
  }
  const build = question.result.builds.find(
    (own) => own.siteId === question.siteId && own.period === question.period,
  )
  const list =
    build && build.dayBlocks.length > 0
      ? daysOfBlocks(build, question.result.slices, siteDays, lengthYears)
      : daysOfYear(siteDays)
  const days: DayOfPeriod[] = []
  for (const own of list) {
    const day = siteDay({ ...question, dayType: own.dayType, representative: own.representative })
    days.push({ ...own, loadMw: day.loadMw, dispatch: await dispatchDay(day) })
  }
  const daysUsd = days.reduce((sum, own) => sum + own.weightDays * own.dispatch.usd, 0) * lengthYears
  const blocksUsd = costsOfBlocks(question).reduce(
    (sum, { drawnUsd, fuelUsd }) => sum + drawnUsd + fuelUsd,
    0,
  )
  return {
    days,
    lengthYears,
    isImported: (site?.profiles?.days.length ?? 0) > 0,
    daysMusd: daysUsd / USD_PER_MUSD,
    blocksMusd: blocksUsd / USD_PER_MUSD,
    differenceShare: blocksUsd > 0 ? beyondNoise(daysUsd / blocksUsd - 1) : 0,
  }
}

/** Of two sums of the same hours in another order. */
const NOISE = 1e-12
const beyondNoise = (share: number): number => (Math.abs(share) < NOISE ? 0 : share)

type Listed = Pick<DayOfPeriod, 'name' | 'weightDays' | 'dayType' | 'representative'>

/** Imported days beside a plan that balances mean days; else those mean days themselves. */
function daysOfYear(siteDays: readonly RepresentativeDay[]): Listed[] {
  if (siteDays.length === 0) {
    return [
      { name: 'weekday', weightDays: WEEKDAYS_PER_YEAR, dayType: 'weekday' },
      { name: 'weekend', weightDays: DAYS_PER_YEAR - WEEKDAYS_PER_YEAR, dayType: 'weekend' },
    ]
  }
  return siteDays.map((own, representative) => ({
    name: `${own.kind}, day ${own.day + 1}`,
    weightDays: own.weightDays,
    dayType: 'weekday',
    representative,
  }))
}

/** The days of the plan itself, as weekdays and as days of the weekend, with the days a year that each stands for. */
function daysOfBlocks(
  { dayBlocks }: SiteBuild,
  slices: readonly ResultSlice[],
  days: readonly RepresentativeDay[],
  lengthYears: number,
): Listed[] {
  const byDay = Map.groupBy(dayBlocks, ({ day, slice }) => `${day} ${slices[slice]!.dayType}`)
  return [...byDay.values()].map((blocks): Listed => {
    const [{ day, slice }] = blocks as [DayBlock]
    const { dayType } = slices[slice]!
    return {
      name: `${days[day]!.kind}, day ${days[day]!.day + 1}, ${dayType}`,
      weightDays: blocks.reduce((sum, own) => sum + own.hours, 0) / HOURS_PER_DAY / lengthYears,
      dayType,
      representative: day,
    }
  })
}
