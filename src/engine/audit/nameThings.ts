import { type ProductNames, productNames } from '../../catalog/productNames.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { NamedThing } from '../../plan/result/audit.ts'
import type { Plan } from '../../plan/schema/plan.ts'

/** How findings name what a result has by id; what the plan does not have keeps its id. */
export interface Names extends ProductNames {
  /** A site, a lease or an API. */
  readonly place: (id: string) => NamedThing
  readonly region: (id: string) => NamedThing
}

export function nameThings(plan: Plan, catalog: Catalog): Names {
  const { leases, apis } = plan.distribution
  const among = (things: readonly NamedThing[]) => {
    const byId = new Map(things.map((own) => [own.id, own]))
    return (id: string): NamedThing => byId.get(id) ?? { id, name: id }
  }
  return {
    ...productNames(plan, catalog),
    place: among([...leases, ...apis, ...plan.sites]),
    region: among(plan.regions),
  }
}
