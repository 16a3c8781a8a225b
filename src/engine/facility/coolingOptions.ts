import { getRegion } from '../../catalog/find.ts'
import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Site } from '../../plan/schema/site.ts'
import { HOURS_PER_YEAR, KG_PER_TONNE, KW_PER_MW, LITRES_PER_M3 } from '../../plan/units.ts'
import { coolingOverhead } from '../climate/coolingOverhead.ts'
import { designDay } from '../climate/designDay.ts'
import { siteOverheads } from '../climate/siteOverheads.ts'
import { listObstacles, type Obstacle } from '../derive/accelerators/fleetRules.ts'
import { recoveryFactor } from '../tariff/recoveryFactor.ts'

/** A cooling technology at a site: what it needs, what a kW of IT costs a year with it, and what stands against it. */
export interface CoolingOption {
  readonly technologyId: string
  readonly technology: string
  readonly maxRackKw: number
  readonly meanPue: number
  /** At the design day. */
  readonly designPue: number
  readonly meanWueLPerKwh: number
  readonly capexUsdPerKwIt: number
  /** Energy with its carbon, water, capital: USD per kW of IT and year. */
  readonly energyUsd: number
  readonly waterUsd: number
  readonly capitalUsd: number
  readonly totalUsd: number
  /** Accelerators of the plan that it cannot carry, and why. */
  readonly refused: readonly (Pick<Obstacle, 'detail' | 'values'> & { readonly acceleratorId: string })[]
  /** Whether the site's water permit falls short with all its rooms full. */
  readonly isOverWater: boolean
  readonly isChosen: boolean
}

/**
 * Every cooling technology at a site, cheapest first: IT at full load all year, in the site's weather and at its mean
 * price.
 *
 *   energy   PUE x 8,760 h x (price + carbon);  water  WUE x 8,760 h x price of water
 *   capital  capex x CRF(discount rate, life of the building)
 */
export function coolingOptions(plan: Plan, shipped: Catalog, siteId: string): CoolingOption[] {
  const catalog = planCatalog(plan, shipped)
  const site = plan.sites.find((own) => own.id === siteId)
  if (!site) {
    const expected = plan.sites.map((own) => own.id).join(', ')
    throw new AppFault('not-found', 'The plan has no such site', [
      { path: '--site', value: siteId, expected },
    ])
  }
  const usdPerMwh = meanUsdPerMwh(plan, catalog, site)
  return catalog.cooling
    .map((row): CoolingOption => {
      const facility = { ...site.facility, coolingTechnologyId: row.id, coolingBlocks: [] }
      const { meanPue, meanWueLPerKwh, designPue } = overheadOf({ ...site, facility }, catalog)
      const waterM3PerKw = (meanWueLPerKwh * HOURS_PER_YEAR) / LITRES_PER_M3
      const energyUsd = (meanPue * HOURS_PER_YEAR * usdPerMwh) / KW_PER_MW
      const waterUsd = waterM3PerKw * facility.waterUsdPerM3
      const { discountRatePerYear, facilityLifeYears } = plan.finance
      const capitalUsd = row.capexUsdPerKwIt * recoveryFactor(discountRatePerYear, facilityLifeYears)
      return {
        technologyId: row.id,
        technology: row.technology,
        maxRackKw: row.maxRackKw,
        ...{ meanPue, designPue, meanWueLPerKwh, energyUsd, waterUsd, capitalUsd },
        capexUsdPerKwIt: row.capexUsdPerKwIt,
        totalUsd: energyUsd + waterUsd + capitalUsd,
        refused: plan.accelerators.flatMap((own) =>
          listObstacles({ ...site, facility }, own, catalog)
            .filter(({ reason }) => reason !== 'export')
            .map(({ detail, values }) => ({ acceleratorId: own.id, detail, values })),
        ),
        isOverWater:
          waterM3PerKw * KW_PER_MW * facility.maxItMw > (facility.waterLimitM3PerYear ?? Number.MAX_VALUE),
        isChosen: row.id === site.facility.coolingTechnologyId && site.facility.coolingBlocks.length === 0,
      }
    })
    .sort((a, b) => a.totalUsd - b.totalUsd)
}

function overheadOf(site: Site, catalog: Catalog) {
  const region = getRegion(catalog, site.catalogRegionId)
  const points = siteOverheads(site, region)
  const mean = (pick: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const { dryC, wetC } = designDay(site.profiles?.weather, region)
  const design = coolingOverhead(site.facility.coolingTechnologyId, dryC, wetC)
  return {
    meanPue: mean((point) => point.pue),
    meanWueLPerKwh: mean((point) => point.wueLPerKwh),
    designPue: 1 + site.facility.electricalLossShare + design.kwPerKwIt,
  }
}

/** Mean price of a site's energy with its carbon, USD/MWh. */
export function meanUsdPerMwh(
  plan: Plan,
  catalog: Catalog,
  { power, profiles, catalogRegionId }: Site,
): number {
  const region = getRegion(catalog, catalogRegionId)
  const meanOf = (profile: {
    readonly weekday: readonly (readonly number[])[]
    readonly weekend: readonly (readonly number[])[]
  }) => {
    const [week, end] = [profile.weekday.flat(), profile.weekend.flat()]
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    return (5 * mean(week) + 2 * mean(end)) / 7
  }
  const spot = profiles?.usdPerMwh
    ? meanOf(profiles.usdPerMwh)
    : (power.energyUsdPerMwh ?? region.priceUsdMwh)
  const kg = profiles?.kgCo2PerMwh ? meanOf(profiles.kgCo2PerMwh) : region.gco2KwhDirect
  return spot + (kg / KG_PER_TONNE) * plan.finance.carbonUsdPerTonne
}
