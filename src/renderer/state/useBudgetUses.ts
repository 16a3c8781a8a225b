import { useMemo } from 'react'
import { type BudgetUse, budgetUses } from '../../engine/results/money/budgetUse.ts'
import { AppFault } from '../../plan/fault.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import { inputsOf } from './inputsOf.ts'
import { useSession } from './session.ts'
import { usePlan } from './usePlan.ts'

/** What the result uses of each budget; none of a plan that cannot be solved as it stands. */
export function useBudgetUses(result: PlanResult): readonly BudgetUse[] {
  const { plan } = usePlan()
  const shipped = useSession((state) => state.catalog)!
  return useMemo(() => {
    try {
      return budgetUses(inputsOf(plan, shipped), result)
    } catch (error) {
      if (error instanceof AppFault) return []
      throw error
    }
  }, [plan, shipped, result])
}
