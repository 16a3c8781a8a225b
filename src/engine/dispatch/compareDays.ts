import { planCatalog } from '../../catalog/planCatalog.ts'
import { listPeriods } from '../derive/periods.ts'
import { siteEnergy } from '../derive/siteEnergy.ts'
import { type DayType, listSlices } from '../derive/slices.ts'
import { type DayDispatch, dispatchDay } from './dispatchDay.ts'
import { type DayQuestion, siteDay } from './siteDay.ts'

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
  /** Whether the days were imported; else they are the mean weekday and weekend of synthetic profiles. */
  readonly isImported: boolean
  /** Spot energy with carbon, fuel and penalty of the period: as dispatched day by day, and as the plan's blocks have it. */
  readonly daysMusd: number
  readonly blocksMusd: number
  /** Days over blocks - 1. */
  readonly differenceShare: number
}

const WEEKDAYS_PER_YEAR = (5 / 7) * 365
const DAYS_PER_YEAR = 365

/** Every representative day of a site in a period, dispatched with what is built, and its cost beside that of the blocks. */
export async function compareDays(
  question: Omit<DayQuestion, 'dayType' | 'representative'>,
): Promise<DaysOfPeriod> {
  const site = question.plan.sites.find((own) => own.id === question.siteId)
  const imported = site?.profiles?.days ?? []
  const list: Pick<DayOfPeriod, 'name' | 'weightDays' | 'dayType' | 'representative'>[] =
    imported.length > 0
      ? imported.map((own, representative) => ({
          name: `${own.kind}, day ${own.day + 1}`,
          weightDays: own.weightDays,
          dayType: 'weekday',
          representative,
        }))
      : [
          { name: 'weekday', weightDays: WEEKDAYS_PER_YEAR, dayType: 'weekday' },
          { name: 'weekend', weightDays: DAYS_PER_YEAR - WEEKDAYS_PER_YEAR, dayType: 'weekend' },
        ]
  const days: DayOfPeriod[] = []
  for (const own of list) {
    const day = siteDay({ ...question, dayType: own.dayType, representative: own.representative })
    days.push({ ...own, loadMw: day.loadMw, dispatch: await dispatchDay(day) })
  }
  const { lengthYears } = listPeriods(question.plan)[question.result.periods.indexOf(question.period)]!
  const daysUsd = days.reduce((sum, own) => sum + own.weightDays * own.dispatch.usd, 0) * lengthYears
  const blocksUsd = costOfBlocks(question)
  return {
    days,
    isImported: imported.length > 0,
    daysMusd: daysUsd / 1e6,
    blocksMusd: blocksUsd / 1e6,
    differenceShare: blocksUsd > 0 ? daysUsd / blocksUsd - 1 : 0,
  }
}

/** Spot energy with carbon, fuel and the penalty of a period as the result's blocks have them, USD. */
function costOfBlocks({ plan, catalog: shipped, result, siteId, period }: Parameters<typeof compareDays>[0]) {
  const catalog = planCatalog(plan, shipped)
  const site = plan.sites.find((own) => own.id === siteId)!
  const build = result.builds.find((own) => own.siteId === siteId && own.period === period)!
  const periods = listPeriods(plan)
  const t = result.periods.indexOf(period)
  const energy = siteEnergy(site, catalog, listSlices(plan), periods)
  const carbonUsd = plan.finance.carbonUsdPerTonne
  const change = (1 + site.power.energyPriceChangePerYear) ** periods[t]!.midYears
  return result.slices.reduce((sum, slice, h) => {
    const spot = energy.importedUsdPerMwh?.[t]?.[h] ?? energy.usdPerMwh * energy.priceShape[h]!
    const tco2 = energy.importedTco2PerMwh?.[t]?.[h] ?? energy.tco2PerMwh
    const fuel = energy.sources.reduce((usd, source) => {
      const usdPerMwh = source.variableUsdPerMwh + source.tco2PerMwh * carbonUsd
      return usd + usdPerMwh * (build.generatedMwBySlice[source.id]?.[h] ?? 0)
    }, 0)
    const bought = (spot * change + tco2 * carbonUsd) * (build.drawnMwBySlice[h] ?? 0)
    return sum + slice.hoursPerPeriod * (bought + fuel)
  }, 0)
}
