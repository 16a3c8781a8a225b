import { getCooling, getRegion } from '../../catalog/find.ts'
import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Site } from '../../plan/schema/site.ts'
import { climateBySlice } from '../climate/climateBySlice.ts'
import { apiPrices } from './apiPrices.ts'
import { roundTripsMs } from './eligibility.ts'
import { fleetRules } from './fleetRules.ts'
import { groupDemand, listEligibility } from './groups.ts'
import type { Inputs, SiteClimate } from './inputs.ts'
import { listPeriods, type Period, quarterNumber, quartersPerPeriod } from './periods.ts'
import { servingSpeeds } from './servingSpeeds.ts'
import { siteEnergy } from './siteEnergy.ts'
import { listSlices, type Slice } from './slices.ts'
import { listClasses, listWorkloads } from './workloads.ts'

const QUARTERS = 4

/**
 * Turns a plan and the catalog into the constants of its problem: demand by group and slice, eligibility, speeds,
 * overheads by slice, energy. Unknown catalog rows are faults that name the row.
 */
export function deriveInputs(plan: Plan, shipped: Catalog): Inputs {
  const catalog = planCatalog(plan, shipped)
  const periods = listPeriods(plan)
  const slices = listSlices(plan)
  const workloads = listWorkloads(plan, catalog)
  const classes = listClasses(workloads)
  const { owned, leased } = servingSpeeds(plan, catalog, classes, workloads)
  const rttMs = roundTripsMs(plan, catalog)
  const fleet = fleetRules(plan, catalog)
  const { refusals } = fleet
  const grouping = { plan, classes, workloads, slices, rttMs, speed: owned, leaseSpeed: leased, refusals }
  const eligibility = listEligibility(grouping)
  return {
    plan,
    periods,
    slices,
    classes,
    groups: groupDemand(grouping, eligibility),
    speed: owned,
    leaseSpeed: leased,
    apiUsdPerMTok: apiPrices(plan, catalog, classes, workloads, periods),
    fleet,
    climate: plan.sites.map((site) => siteClimate(site, catalog, periods, slices)),
    energy: plan.sites.map((site) => siteEnergy(site, catalog, slices, quartersPerPeriod(plan))),
    eligibility,
    rttMs,
  }
}

/** [period][slice] overhead of a site: as given, or by the technology's formula in synthetic weather. */
function siteClimate(
  site: Site,
  catalog: Catalog,
  periods: readonly Period[],
  slices: readonly Slice[],
): SiteClimate {
  const { givenPue, givenPueDesign, givenWueLPerKwh } = site.facility
  if (givenPue !== undefined) {
    const all = (value: number) => periods.map(() => slices.map(() => value))
    return {
      pue: all(givenPue),
      pueDesign: givenPueDesign ?? givenPue,
      wueLPerKwh: all(givenWueLPerKwh ?? 0),
    }
  }
  const region = getRegion(catalog, site.catalogRegionId)
  const year = climateBySlice({
    technologyId: getCooling(catalog, site.facility.coolingTechnologyId).id,
    region,
    electricalLossShare: site.facility.electricalLossShare,
    slices,
    utcOffsetH: Math.round(region.lon / 15),
  })
  const ofPeriod = (table: readonly (readonly number[])[]) =>
    periods.map((period) => {
      const first = quarterNumber(period.label)
      const quarters = Array.from({ length: period.lengthYears * QUARTERS }, (_, i) => (first + i) % QUARTERS)
      return slices.map((_, h) => quarters.reduce((sum, q) => sum + table[q]![h]!, 0) / quarters.length)
    })
  return { pue: ofPeriod(year.pue), pueDesign: year.pueDesign, wueLPerKwh: ofPeriod(year.wueLPerKwh) }
}
