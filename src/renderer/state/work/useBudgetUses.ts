import { useMemo } from 'react'
import { type BudgetUse, budgetUses } from '../../../engine/results/money/budgetUse.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { derived } from '../plan/derived.ts'
import { inputsOf } from '../plan/inputsOf.ts'
import { useSession } from '../plan/session.ts'
import { usePlan } from '../plan/usePlan.ts'

/** What the result uses of each budget; none of a plan that cannot be solved as it stands. */
export function useBudgetUses(result: PlanResult): readonly BudgetUse[] {
  const { plan } = usePlan()
  const shipped = useSession((state) => state.catalog)!
  return useMemo(
    () => derived(() => budgetUses(inputsOf(plan, shipped), result)) ?? [],
    [plan, shipped, result],
  )
}
