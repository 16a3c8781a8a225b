import { planCatalog } from '../../../catalog/planCatalog.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { deriveInputs } from '../../derive/deriveInputs.ts'
import { type AfterTax, hasTaxOrDebt, planAfterTax } from './afterTax.ts'
import { cashFlow } from './cashFlow.ts'

/** A solved plan after its tax and with its loans; null: it has neither, or no price for what it serves. */
export function resultAfterTax(plan: Plan, shipped: Catalog, result: PlanResult): AfterTax | null {
  if (!hasTaxOrDebt(plan)) return null
  return planAfterTax(plan, planCatalog(plan, shipped), cashFlow(deriveInputs(plan, shipped), result))
}
