import { createHash } from 'node:crypto'
import { canonicalPlanText } from '../plan/canonicalPlan.ts'
import type { Plan } from '../plan/schema/plan.ts'

/** SHA-256 of the canonical plan: equal plans have equal hashes, whatever their layout. */
export function hashPlan(plan: Plan): string {
  return createHash('sha256').update(canonicalPlanText(plan)).digest('hex')
}
