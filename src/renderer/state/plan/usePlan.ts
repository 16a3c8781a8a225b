import { catalogSeen } from '../../../catalog/planCatalog.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { perPlan } from './perPlan.ts'
import { useSession } from './session.ts'

/** The plan in view and the catalog as it sees it; for screens that stand only while both are there. */
export function usePlan(): { readonly plan: Plan; readonly catalog: Catalog } {
  const plan = useSession((state) => state.opened?.plan)
  const shipped = useSession((state) => state.catalog)
  if (!plan || !shipped) throw new Error('A plan screen was shown without a plan')
  return { plan, catalog: seenBy(plan, shipped) }
}

/** The catalog as the plan sees it, made once for a plan. */
export const seenBy = perPlan(catalogSeen)
