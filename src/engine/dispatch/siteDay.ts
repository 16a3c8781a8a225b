import { getCooling, getRegion } from '../../catalog/find.ts'
import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { overCooling } from '../../plan/coolingParts.ts'
import { AppFault } from '../../plan/fault.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { DayBlock, SiteBuild } from '../../plan/result/siteBuild.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { RepresentativeDay } from '../../plan/schema/profiles.ts'
import type { Site } from '../../plan/schema/site.ts'
import { coolingOverhead } from '../climate/coolingOverhead.ts'
import { siteClimate } from '../derive/aidc/siteClimate.ts'
import { listPeriods, type Period, stepAt } from '../derive/periods.ts'
import type { SiteEnergy } from '../derive/power/energyInputs.ts'
import { energyOnDays } from '../derive/power/onDays.ts'
import { dayPowerSlices } from '../derive/power/powerSlices.ts'
import { siteEnergy } from '../derive/power/siteEnergy.ts'
import { solarOffsetH } from '../derive/profileBySlice.ts'
import { type DayType, listSlices, type Slice } from '../derive/slices.ts'
import type { SiteDay } from './dispatchDay.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** Hours of a day as slices of their own, for constants by the hour. */
const hourly = (dayType: DayType): Slice[] =>
  HOURS.map((hour) => ({ index: hour, id: `hour${hour}`, dayType, hours: [hour], hoursPerPeriod: 1 }))

export interface DayQuestion {
  readonly plan: Plan
  readonly catalog: Catalog
  readonly result: PlanResult
  readonly siteId: string
  readonly period: string
  readonly dayType: DayType
  /** Index of a representative day of the site's imported profiles; absent: the mean day of the type. */
  readonly representative?: number | undefined
}

/**
 * One day (by UTC hour) of a site in a solved plan: the load of the plan's blocks, with price, sun and contracts by the
 * hour and everything that the plan has built. Its dispatch shows what blocks average away. A representative day has
 * its own price, carbon, weather and share of the fixed load, as far as they were imported.
 */
export function siteDay(question: DayQuestion): SiteDay {
  const { plan, result } = question
  const catalog = planCatalog(plan, question.catalog)
  const { site, build } = find(question)
  const periods = listPeriods(plan)
  const own = findDay(listSiteDays(result, site), question.representative)
  const energy = energyOfDay(question)
  const carbonUsd = plan.finance.carbonUsdPerTonne
  const usdPerMwh = HOURS.map((hour) => {
    const { spot, change, tco2 } = priceParts(question, energy, hour)
    return spot * change + tco2 * carbonUsd
  })
  return {
    loadMw: loadOfDay(question, catalog, periods, own),
    gridMw: build.contractedMw + build.flexibleMw,
    usdPerMwh,
    sources: energy.sources
      .filter((source) => source.kind !== 'standby')
      .map((source) => ({
        id: source.id,
        mw: build.onSiteMw[source.id] ?? 0,
        usdPerMwh: source.variableUsdPerMwh + source.tco2PerMwh * carbonUsd,
        availability: source.availability,
      })),
    storages: energy.storages.map((storage) => {
      const mw = build.onSiteMw[storage.id] ?? 0
      return { id: storage.id, mw, mwh: mw * storage.durationH, roundTripShare: storage.roundTripShare }
    }),
    contracts: energy.contracts
      .filter((contract) => contract.kind !== 'virtual')
      .map((contract) => ({
        id: contract.id,
        mw: build.contractMw[contract.id] ?? 0,
        isDirect: contract.isDirect,
        profile: contract.profile,
      })),
    unservedUsdPerMwh: site.power.unservedEnergyUsdPerMwh,
  }
}

/** Price, carbon, plant and contracts of the day's hours. */
export function energyOfDay(question: DayQuestion): SiteEnergy {
  const { plan, result, dayType } = question
  const catalog = planCatalog(plan, question.catalog)
  const { site } = find(question)
  const periods = listPeriods(plan)
  const days = listSiteDays(result, site)
  return findDay(days, question.representative)
    ? hoursOfDay(question, site, catalog, periods, days)
    : siteEnergy(site, catalog, hourly(dayType), periods)
}

/** What the price of energy in an hour is made of: of today, its change to the period, tonnes of carbon. */
export function priceParts(
  question: DayQuestion,
  energy: SiteEnergy,
  hour: number,
): { readonly spot: number; readonly change: number; readonly tco2: number } {
  const { site, t } = find(question)
  return {
    spot: energy.importedUsdPerMwh?.[t]?.[hour] ?? energy.usdPerMwh * energy.priceShape[hour]!,
    change: (1 + site.power.energyPriceChangePerYear) ** listPeriods(question.plan)[t]!.midYears,
    tco2: energy.importedTco2PerMwh?.[t]?.[hour] ?? energy.tco2PerMwh,
  }
}

function find({ plan, result, siteId, period }: DayQuestion) {
  const site = plan.sites.find((own) => own.id === siteId)
  const build = result.builds.find((own) => own.siteId === siteId && own.period === period)
  const t = result.periods.indexOf(period)
  if (site && build && t >= 0) return { site, build, t }
  throw new AppFault('not-found', 'The result has no such site and quarter', [
    { path: 'siteId, period', value: [siteId, period], expected: 'a site and a quarter of the result' },
  ])
}

/** The days by which the result balanced the site's power, else those that came with its hours. */
export function listSiteDays({ siteDays }: PlanResult, { id, profiles }: Site): readonly RepresentativeDay[] {
  return siteDays.find((own) => own.siteId === id)?.days ?? profiles?.days ?? []
}

/** Price, carbon, sun and wind of a representative day by the hour, held to the months as the plan's blocks are. */
function hoursOfDay(
  { plan, dayType, representative }: DayQuestion,
  site: Site,
  catalog: Catalog,
  periods: readonly Period[],
  days: readonly RepresentativeDay[],
): SiteEnergy {
  const blocks = listSlices(plan)
  const slices = hourly(dayType).map((slice) => ({
    ...slice,
    loadIndex: blocks.findIndex((own) => own.dayType === dayType && own.hours.includes(slice.index)),
    ...{ hoursIn: periods.map(() => 1), cycle: dayType, day: representative ?? 0 },
  }))
  const own = { site, catalog, days, slices, periods }
  const ofPeriods = dayPowerSlices(days, blocks, periods)
  return energyOnDays(own, siteEnergy(site, catalog, slices, periods), {
    slices: ofPeriods,
    energy: siteEnergy(site, catalog, ofPeriods, periods),
  })
}

/** [hour] MW: the load of the plan's blocks, in the blocks of a representative day as its own hours shape it. */
function loadOfDay(
  question: DayQuestion,
  catalog: Catalog,
  periods: readonly Period[],
  own: RepresentativeDay | undefined,
): number[] {
  const { plan, result, dayType, representative } = question
  const { site, build, t } = find(question)
  if (!own) return HOURS.map((hour) => loadMw(result, build, dayType, hour))
  const offset = solarOffsetH(getRegion(catalog, site.catalogRegionId))
  const at = (list: readonly number[] | undefined, hour: number) => list?.[(((hour + offset) % 24) + 24) % 24]
  const factor = loadFactor({ site, catalog, plan, t, dayType, own, periods }, at)
  if (build.dayBlocks.length === 0)
    return HOURS.map((hour) => loadMw(result, build, dayType, hour) * factor(hour))
  return HOURS.map((hour) => {
    const h = result.slices.findIndex((slice) => slice.dayType === dayType && slice.hoursUtc.includes(hour))
    const block = build.dayBlocks.find((one) => one.day === representative && one.slice === h)
    const hours = result.slices[h]!.hoursUtc
    const mean = hours.reduce((sum, one) => sum + factor(one), 0) / hours.length
    return block ? (suppliedMw(block) * factor(hour)) / mean : 0
  })
}

function suppliedMw(block: DayBlock): number {
  const sum = (mw: Readonly<Record<string, number>>) => Object.values(mw).reduce((all, own) => all + own, 0)
  const own = sum(block.generatedMw) + sum(block.contractMw) + sum(block.dischargedMw) - sum(block.chargedMw)
  return Math.max(0, block.drawnMw + own)
}

function findDay(
  days: readonly RepresentativeDay[],
  index: number | undefined,
): RepresentativeDay | undefined {
  if (index === undefined) return undefined
  const day = days[index]
  if (day) return day
  throw new AppFault('not-found', 'The site has no such representative day', [
    { path: 'representative', value: index, expected: `a number below ${days.length}` },
  ])
}

interface DayLoad {
  readonly site: Site
  readonly catalog: Catalog
  readonly plan: Plan
  readonly t: number
  readonly dayType: DayType
  readonly own: RepresentativeDay
  readonly periods: readonly Period[]
}

/**
 * Load of an hour of a representative day over that of its block: the PUE of the hour's weather over the block's mean,
 * and, at sites that carry a fixed load alone, its share in the hour over the block's mean.
 */
function loadFactor(
  { site, catalog, plan, t, dayType, own, periods }: DayLoad,
  at: (list: readonly number[] | undefined, hour: number) => number | undefined,
): (hour: number) => number {
  const slices = listSlices(plan)
  const block = (hour: number) =>
    slices.findIndex((slice) => slice.dayType === dayType && slice.hours.includes(hour))
  const { pue } = siteClimate(site, catalog, periods, slices)
  const mean = siteEnergy(site, catalog, slices, periods).fixedShare.mean[t]!
  const { facility } = site
  const isFixedAlone =
    plan.accelerators.length === 0 && stepAt(facility.fixedItMwByPeriod, t, facility.fixedItMw) > 0
  return (hour) => {
    const h = block(hour)
    const [dry, wet] = [at(own.dryBulbC, hour), at(own.wetBulbC, hour)]
    const isWeathered = facility.givenPue === undefined && dry !== undefined && wet !== undefined
    const now = isWeathered
      ? 1 +
        facility.electricalLossShare +
        overCooling(facility, (id) => {
          return coolingOverhead(getCooling(catalog, id).id, dry, Math.min(dry, wet)).kwPerKwIt
        })
      : pue[t]![h]!
    const share = isFixedAlone ? (at(own.loadShare, hour) ?? mean[h]!) / mean[h]! : 1
    return (now / pue[t]![h]!) * share
  }
}

/** What the plan supplies in the block that an hour belongs to. */
function loadMw(result: PlanResult, build: SiteBuild, dayType: DayType, hour: number): number {
  const h = result.slices.findIndex((slice) => slice.dayType === dayType && slice.hoursUtc.includes(hour))
  const lists = [
    build.drawnMwBySlice,
    ...Object.values(build.generatedMwBySlice),
    ...Object.values(build.contractMwBySlice),
    ...Object.values(build.storageMwBySlice).map((own) => own.discharged),
  ]
  const charged = Object.values(build.storageMwBySlice).map((own) => own.charged[h] ?? 0)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return Math.max(0, sum(lists.map((own) => own[h] ?? 0)) - sum(charged))
}
