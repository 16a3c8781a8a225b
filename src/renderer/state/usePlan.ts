import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { useSession } from './session.ts'

/** The plan in view and the catalog as it sees it; for screens that stand only while both are there. */
export function usePlan(): { readonly plan: Plan; readonly catalog: Catalog } {
  const plan = useSession((state) => state.opened?.plan)
  const shipped = useSession((state) => state.catalog)
  if (!plan || !shipped) throw new Error('A plan screen was shown without a plan')
  return { plan, catalog: seenBy(plan, shipped) }
}

const seen = new WeakMap<Plan, { readonly shipped: Catalog; readonly catalog: Catalog }>()

/** The same catalog for the same plan, so that what is derived of it is kept; the shipped one where they clash. */
export function seenBy(plan: Plan, shipped: Catalog): Catalog {
  const known = seen.get(plan)
  if (known?.shipped === shipped) return known.catalog
  const catalog = seenOrShipped(plan, shipped)
  seen.set(plan, { shipped, catalog })
  return catalog
}

/** A plan may hold an override that does not fit: its screens must stand so that it can be mended. */
function seenOrShipped(plan: Plan, shipped: Catalog): Catalog {
  try {
    return planCatalog(plan, shipped)
  } catch (error) {
    if (error instanceof AppFault) return shipped
    throw error
  }
}
