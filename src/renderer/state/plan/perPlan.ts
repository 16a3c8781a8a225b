import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'

/** What is made of a plan and the shipped catalog: made once, and the same as long as both of them are. */
export function perPlan<T>(make: (plan: Plan, shipped: Catalog) => T): (plan: Plan, shipped: Catalog) => T {
  const known = new WeakMap<Plan, { readonly shipped: Catalog; readonly made: T }>()
  return (plan, shipped) => {
    const found = known.get(plan)
    if (found?.shipped === shipped) return found.made
    const made = make(plan, shipped)
    known.set(plan, { shipped, made })
    return made
  }
}
