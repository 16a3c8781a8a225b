import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'

/** One side of a comparison; without a result where there is none of the plan as it stands. */
export interface Compared {
  readonly plan: Plan
  readonly result: PlanResult | null
}
