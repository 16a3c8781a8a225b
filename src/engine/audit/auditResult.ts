import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { AuditLine, AuditReport } from '../../plan/result/audit.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { type Audited, type Check, toAudited } from './audited.ts'
import { checkBill } from './checks/bill.ts'
import { checkBinding } from './checks/binding.ts'
import { checkBudget } from './checks/budget.ts'
import { checkCake } from './checks/cake.ts'
import { checkCakeNeed } from './checks/cakeNeed.ts'
import { checkCash } from './checks/cash.ts'
import { checkCooling } from './checks/cooling.ts'
import { checkCosts } from './checks/costs.ts'
import { checkDays } from './checks/days.ts'
import { checkDeployments } from './checks/deployments.ts'
import { checkDocument } from './checks/document.ts'
import { checkEligibility } from './checks/eligibility.ts'
import { checkEnvironment } from './checks/environment.ts'
import { checkGrid } from './checks/grid.ts'
import { checkLatency } from './checks/latency.ts'
import { checkLeases } from './checks/leases.ts'
import { checkLinks } from './checks/links.ts'
import { checkNames } from './checks/names.ts'
import { checkOutages } from './checks/outages.ts'
import { checkOwnership } from './checks/ownership.ts'
import { checkPairs } from './checks/pairs.ts'
import { checkPermits } from './checks/permits.ts'
import { checkPlacements } from './checks/placements.ts'
import { checkPlant } from './checks/plant.ts'
import { checkPower } from './checks/power.ts'
import { checkPowerOutages } from './checks/powerOutages.ts'
import { checkProcurement } from './checks/procurement.ts'
import { checkProof } from './checks/proof.ts'
import { checkPurchases } from './checks/purchases.ts'
import { checkQuality } from './checks/quality.ts'
import { checkQueueing } from './checks/queueing.ts'
import { checkRetirements } from './checks/retirements.ts'
import { checkRooms } from './checks/rooms.ts'
import { checkSales } from './checks/sales.ts'
import { checkServing } from './checks/serving.ts'
import { checkSigns } from './checks/signs.ts'
import { checkSlices } from './checks/slices.ts'
import { checkSummary } from './checks/summary.ts'
import { checkTokenBalance } from './checks/tokenBalance.ts'
import { checkTraining } from './checks/training.ts'
import { checkUnits } from './checks/units.ts'
import { checkWaiting } from './checks/waiting.ts'
import { type Simulation, simulate } from './year/siteYear.ts'

/** Checks of what the result says of itself. */
const CHECKS: readonly Check[] = [
  checkDocument,
  checkNames,
  checkSigns,
  checkPairs,
  checkTokenBalance,
  checkEligibility,
  checkQuality,
  checkSales,
  checkLatency,
  checkUnits,
  checkOwnership,
  checkRetirements,
  checkProcurement,
  checkDeployments,
  checkTraining,
  checkRooms,
  checkCooling,
  checkGrid,
  checkDays,
  checkPlant,
  checkPermits,
  checkBudget,
  checkBill,
  checkCosts,
  checkSummary,
  checkCash,
  checkCake,
  checkBinding,
  checkProof,
]

/** Checks of the dispatch by slice, and against the result run hour by hour. */
const YEAR_CHECKS: readonly ((audited: Audited, simulation: Simulation) => AuditLine[])[] = [
  checkSlices,
  checkPlacements,
  checkServing,
  checkQueueing,
  checkOutages,
  checkPowerOutages,
  checkLinks,
  checkLeases,
  checkPurchases,
  checkWaiting,
  checkPower,
  checkEnvironment,
  checkCakeNeed,
]

/**
 * Re-checks what a result claims, from the plan and the catalog alone. Nothing here is shared with the layers that
 * the solver optimises nor with the code that writes results: a mistake there shows as a difference here.
 * `inputsHash` is the plan's own, to tell whether the result is of this plan; `onProgress` hears how many checks are done.
 */
export function auditResult(
  plan: Plan,
  catalog: Catalog,
  result: PlanResult,
  inputsHash: string,
  onProgress: (done: number, all: number) => void = () => undefined,
): AuditReport {
  const audited = toAudited(plan, planCatalog(plan, catalog), result, inputsHash)
  const all = CHECKS.length + (result.slices.length > 0 ? YEAR_CHECKS.length : 0)
  const lines = CHECKS.flatMap((check, done) => {
    onProgress(done, all)
    return check(audited)
  })
  if (result.slices.length > 0) {
    onProgress(CHECKS.length, all)
    const simulation = simulate(audited)
    lines.push(
      ...YEAR_CHECKS.flatMap((check, done) => {
        onProgress(CHECKS.length + done, all)
        return check(audited, simulation)
      }),
    )
  }
  return { lines, isOk: lines.every((line) => line.isOk) }
}
