import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import type { PlanResult, SiteBuild } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { listPeriods } from '../derive/periods.ts'
import { siteEnergy } from '../derive/siteEnergy.ts'
import type { DayType, Slice } from '../derive/slices.ts'
import type { SiteDay } from './dispatchDay.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** Hours of a day as slices of their own, for constants by the hour. */
const HOURLY: readonly Slice[] = HOURS.map((hour) => ({
  index: hour,
  id: `hour${hour}`,
  dayType: 'weekday',
  hours: [hour],
  hoursPerPeriod: 1,
}))

interface Question {
  readonly plan: Plan
  readonly catalog: Catalog
  readonly result: PlanResult
  readonly siteId: string
  readonly period: string
  readonly dayType: DayType
}

/**
 * One day (by UTC hour) of a site in a solved plan: the load of the plan's blocks, with price, sun and contracts by the
 * hour and everything that the plan has built. Its dispatch shows what blocks average away.
 */
export function siteDay({ plan, catalog: shipped, result, siteId, period, dayType }: Question): SiteDay {
  const catalog = planCatalog(plan, shipped)
  const site = plan.sites.find((own) => own.id === siteId)
  const build = result.builds.find((own) => own.siteId === siteId && own.period === period)
  const t = result.periods.indexOf(period)
  if (!site || !build || t < 0) {
    throw new AppFault('not-found', 'The result has no such site and quarter', [
      { path: 'siteId, period', value: [siteId, period], expected: 'a site and a quarter of the result' },
    ])
  }
  const years = listPeriods(plan)[t]!.midYears
  const energy = siteEnergy(site, catalog, HOURLY, 1)
  const carbonUsd = plan.finance.carbonUsdPerTonne
  const spot = energy.usdPerMwh * (1 + site.power.energyPriceChangePerYear) ** years
  return {
    loadMw: HOURS.map((hour) => loadMw(result, build, dayType, hour)),
    gridMw: build.contractedMw + build.flexibleMw,
    usdPerMwh: energy.priceShape.map((factor) => spot * factor + energy.tco2PerMwh * carbonUsd),
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
