import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { AuditLine, AuditReport } from '../../plan/result/audit.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { type Audited, type Check, toAudited } from './audited.ts'
import { checkOutages } from './checks/accelerators/outages.ts'
import { checkOwnership } from './checks/accelerators/ownership.ts'
import { checkProcurement } from './checks/accelerators/procurement.ts'
import { checkRetirements } from './checks/accelerators/retirements.ts'
import { checkTraining } from './checks/accelerators/training.ts'
import { checkUnits } from './checks/accelerators/units.ts'
import { checkSlices } from './checks/agents/slices.ts'
import { checkTokenBalance } from './checks/agents/tokenBalance.ts'
import { checkCooling } from './checks/aidc/cooling.ts'
import { checkEnvironment } from './checks/aidc/environment.ts'
import { checkPermits } from './checks/aidc/permits.ts'
import { checkRedundancy } from './checks/aidc/redundancy.ts'
import { checkRooms } from './checks/aidc/rooms.ts'
import { checkLatency } from './checks/distribution/latency.ts'
import { checkLeases } from './checks/distribution/leases.ts'
import { checkLinks } from './checks/distribution/links.ts'
import { checkPurchases } from './checks/distribution/purchases.ts'
import { checkSales } from './checks/distribution/sales.ts'
import { checkDeployments } from './checks/models/deployments.ts'
import { checkPairs } from './checks/models/pairs.ts'
import { checkPlacements } from './checks/models/placements.ts'
import { checkServing } from './checks/models/serving.ts'
import { checkBill } from './checks/power/bill.ts'
import { checkDays } from './checks/power/days.ts'
import { checkGrid } from './checks/power/grid.ts'
import { checkLargestUnit } from './checks/power/largestUnit.ts'
import { checkPlant } from './checks/power/plant.ts'
import { checkPower } from './checks/power/power.ts'
import { checkPowerOutages } from './checks/power/powerOutages.ts'
import { checkRunLimits } from './checks/power/runLimits.ts'
import { checkStorage } from './checks/power/storage.ts'
import { checkStress } from './checks/power/stress.ts'
import { checkEligibility } from './checks/scheduling/eligibility.ts'
import { checkQuality } from './checks/scheduling/quality.ts'
import { checkQueueing } from './checks/scheduling/queueing.ts'
import { checkWaiting } from './checks/scheduling/waiting.ts'
import { checkAfterTax } from './checks/wholePlan/afterTax.ts'
import { checkBinding } from './checks/wholePlan/binding.ts'
import { checkBudget } from './checks/wholePlan/budget.ts'
import { checkCake } from './checks/wholePlan/cake.ts'
import { checkCakeNeed } from './checks/wholePlan/cakeNeed.ts'
import { checkCash } from './checks/wholePlan/cash.ts'
import { checkCosts } from './checks/wholePlan/costs.ts'
import { checkDocument } from './checks/wholePlan/document.ts'
import { checkKept } from './checks/wholePlan/kept.ts'
import { checkNames } from './checks/wholePlan/names.ts'
import { checkProof } from './checks/wholePlan/proof.ts'
import { checkSigns } from './checks/wholePlan/signs.ts'
import { checkSummary } from './checks/wholePlan/summary.ts'
import { type Simulation, simulate } from './year/siteYear.ts'

/** Checks of what the result says of itself. */
const CHECKS: readonly Check[] = [
  checkDocument,
  checkNames,
  checkSigns,
  checkKept,
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
  checkRedundancy,
  checkGrid,
  checkDays,
  checkPlant,
  checkStorage,
  checkRunLimits,
  checkLargestUnit,
  checkStress,
  checkPermits,
  checkBudget,
  checkBill,
  checkCosts,
  checkSummary,
  checkCash,
  checkAfterTax,
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
  const steps = auditInSteps(plan, catalog, result, inputsHash)
  let step = steps.next()
  for (; !step.done; step = steps.next()) onProgress(step.value.done, step.value.all)
  return step.value
}

/** The same a check at a time, for who has other work between the checks; each step says how many are done. */
export function* auditInSteps(
  plan: Plan,
  catalog: Catalog,
  result: PlanResult,
  inputsHash: string,
): Generator<{ readonly done: number; readonly all: number }, AuditReport> {
  const audited = toAudited(plan, planCatalog(plan, catalog), result, inputsHash)
  const all = CHECKS.length + (result.slices.length > 0 ? YEAR_CHECKS.length : 0)
  const lines: AuditLine[] = []
  for (const [done, check] of CHECKS.entries()) {
    yield { done, all }
    lines.push(...check(audited))
  }
  if (result.slices.length > 0) {
    yield { done: CHECKS.length, all }
    const simulation = simulate(audited)
    for (const [done, check] of YEAR_CHECKS.entries()) {
      yield { done: CHECKS.length + done, all }
      lines.push(...check(audited, simulation))
    }
  }
  return { lines, isOk: lines.every((line) => line.isOk) }
}
