import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { fleetRules } from './accelerators/fleetRules.ts'
import { groupDemand, listEligibility } from './agents/groups.ts'
import { classCalls, listClasses, listWorkloads, tokenMix } from './agents/workloads.ts'
import { apiPrices } from './distribution/apiPrices.ts'
import { leasePrice, salePrice } from './distribution/marketPrice.ts'
import type { Inputs } from './inputs.ts'
import { servingSpeeds } from './models/servingSpeeds.ts'
import { listPeriods } from './periods.ts'
import { sitePower } from './power/sitePower.ts'
import { roundTripsMs } from './scheduling/eligibility.ts'
import { classesByModel } from './scheduling/qualityRule.ts'
import { listSlices } from './slices.ts'

/**
 * Turns a plan and the catalog into the constants of its problem: demand by group and slice, eligibility, speeds,
 * overheads by slice, energy. Unknown catalog rows are faults that name the row.
 */
export function deriveInputs(plan: Plan, shipped: Catalog): Inputs {
  const catalog = planCatalog(plan, shipped)
  const periods = listPeriods(plan)
  const slices = listSlices(plan)
  const workloads = listWorkloads(plan, catalog)
  const asked = listClasses(workloads)
  const classes = [...asked, ...classesByModel(plan, asked)]
  const { owned, leased } = servingSpeeds(plan, catalog, classes, workloads)
  const rttMs = roundTripsMs(plan, catalog)
  const fleet = fleetRules(plan, catalog)
  const { refusals, leaseRefusals } = fleet
  const speeds = { speed: owned, leaseSpeed: leased }
  const grouping = { plan, classes, workloads, slices, rttMs, ...speeds, refusals, leaseRefusals }
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
    leaseUsdPerAccelH: plan.distribution.leases.map((own) =>
      periods.map((period) => leasePrice(plan, own, period).usd),
    ),
    saleUsd: plan.distribution.sales.map((own) => periods.map((period) => salePrice(plan, own, period).usd)),
    fleet,
    tokenMix: classes.map((taskClass) => tokenMix(workloads, taskClass)),
    classCalls: classes.map((taskClass) => classCalls(workloads, taskClass)),
    ...sitePower(plan, catalog, periods, slices),
    eligibility,
    rttMs,
  }
}
