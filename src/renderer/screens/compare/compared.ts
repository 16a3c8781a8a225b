import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'

/** One side of a comparison; without a result where there is none of the plan as it stands. */
export interface Compared {
  /** As in `meridian` or, of a revision, `meridian@3`. */
  readonly key: string
  /** Name of the plan, and of the revision where it is one. */
  readonly name: string
  readonly plan: Plan
  readonly result: PlanResult | null
  /** Whether there is one of other inputs, from before the plan was changed. */
  readonly isStale?: boolean
}
