import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { useSession } from './session.ts'

/** The plan in view and the catalog; for screens that stand only while both are there. */
export function usePlan(): { readonly plan: Plan; readonly catalog: Catalog } {
  const plan = useSession((state) => state.opened?.plan)
  const catalog = useSession((state) => state.catalog)
  if (!plan || !catalog) throw new Error('A plan screen was shown without a plan')
  return { plan, catalog }
}
