import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { AuditReport } from '../../plan/result/audit.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { type Check, toAudited } from './audited.ts'
import { checkCosts } from './checks/costs.ts'
import { checkDocument } from './checks/document.ts'
import { checkEligibility } from './checks/eligibility.ts'
import { checkGrid } from './checks/grid.ts'
import { checkLatency } from './checks/latency.ts'
import { checkOwnership } from './checks/ownership.ts'
import { checkProof } from './checks/proof.ts'
import { checkRooms } from './checks/rooms.ts'
import { checkSummary } from './checks/summary.ts'
import { checkTokenBalance } from './checks/tokenBalance.ts'
import { checkUnits } from './checks/units.ts'

const CHECKS: readonly Check[] = [
  checkDocument,
  checkTokenBalance,
  checkEligibility,
  checkLatency,
  checkUnits,
  checkOwnership,
  checkRooms,
  checkGrid,
  checkCosts,
  checkSummary,
  checkProof,
]

/**
 * Re-checks what a result claims, from the plan and the catalog alone. Nothing here is shared with the layers that
 * the solver optimises nor with the code that writes results: a mistake there shows as a difference here.
 * `inputsHash` is the plan's own, to tell whether the result is of this plan.
 */
export function auditResult(
  plan: Plan,
  catalog: Catalog,
  result: PlanResult,
  inputsHash: string,
): AuditReport {
  const audited = toAudited(plan, catalog, result, inputsHash)
  const lines = CHECKS.flatMap((check) => check(audited))
  return { lines, isOk: lines.every((line) => line.isOk) }
}
