import { findAccelerator } from '../../catalog/find.ts'
import { productNames } from '../../catalog/productNames.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { type FleetRefusal, leaseObstacle, listObstacles } from '../derive/accelerators/fleetRules.ts'
import type { Problem, ProblemCode } from './problem.ts'

const CODES: Readonly<Record<Exclude<FleetRefusal, null>, ProblemCode>> = {
  export: 'no-export-licence',
  cooling: 'cannot-be-cooled',
  'rack-power': 'rack-too-dense',
}

/**
 * Accelerators that stand against the rules of a site. Dense racks are asked about only where the plan holds to its
 * rooms: else the result says so of what it buys.
 */
export function fleetProblems(plan: Plan, catalog: Catalog): Problem[] {
  return [...siteProblems(plan, catalog), ...leaseProblems(plan, catalog)]
}

function leaseProblems({ distribution }: Plan, catalog: Catalog): Problem[] {
  return distribution.leases.flatMap((lease, index): Problem[] => {
    if (findAccelerator(catalog, lease.acceleratorId) === undefined) return []
    const own = leaseObstacle(lease, catalog)
    if (!own) return []
    const code = CODES[own.reason]
    const path = ['distribution', 'leases', index, 'isLicensed']
    return [{ severity: 'warning', code, item: lease.name, path, values: own.values }]
  })
}

function siteProblems(plan: Plan, catalog: Catalog): Problem[] {
  const names = productNames(plan, catalog)
  return plan.sites.flatMap((site) =>
    plan.accelerators.flatMap((own, index) => {
      if (!isKnown(catalog, site, own.catalogAcceleratorId)) return []
      return listObstacles(site, own, catalog)
        .filter(({ reason }) => reason !== 'rack-power' || plan.procurement.coolingRule === 'refuse')
        .map(
          ({ reason, values }): Problem => ({
            severity: 'warning',
            code: CODES[reason],
            item: `${names.accelerator(own.id)}, ${site.name}`,
            path: ['accelerators', index, reason === 'export' ? 'licensedCountries' : 'cooling'],
            values,
          }),
        )
    }),
  )
}

/** Rows that are not there are a problem of their own. */
function isKnown(
  catalog: Catalog,
  { catalogRegionId, facility }: Plan['sites'][number],
  acceleratorId: string,
) {
  return (
    catalog.regions.some((row) => row.id === catalogRegionId) &&
    catalog.cooling.some((row) => row.id === facility.coolingTechnologyId) &&
    findAccelerator(catalog, acceleratorId) !== undefined
  )
}
