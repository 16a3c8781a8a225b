import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { findFaults } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { planAnchors } from '../derive/models/planAnchors.ts'
import { emptyLayers } from './emptyLayers.ts'
import { fleetProblems } from './fleetProblems.ts'
import { marketProblems } from './marketRules.ts'
import type { Problem } from './problem.ts'
import { demandProblems, servingProblems } from './servingRules.ts'
import { siteProblems } from './siteRules.ts'
import { oldSources } from './sourceAge.ts'

/** Everything that a careful colleague would ask about a plan, errors first. `today` as in 2026-11-25. */
export function findProblems(plan: Plan, shipped: Catalog, today: string): Problem[] {
  const clashes = clashesWithCatalog(plan, shipped)
  const catalog = clashes.length > 0 ? shipped : planCatalog(plan, shipped)
  const found = [
    ...clashes,
    ...emptyLayers(plan),
    ...demandProblems(plan, catalog),
    ...servingProblems(plan, catalog),
    ...siteProblems(plan, catalog),
    ...fleetProblems(plan, catalog),
    ...financeProblems(plan),
    ...marketProblems(plan),
    ...oldSources(plan, today),
  ]
  return found.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
}

function financeProblems(plan: Plan): Problem[] {
  const { discountRatePerYear } = plan.finance
  if (discountRatePerYear <= 0.25) return []
  return [
    {
      ...{ severity: 'warning', code: 'unusual', item: plan.name },
      path: ['finance', 'discountRatePerYear'],
      values: [discountRatePerYear * 100, '%', 4, 25],
    },
  ]
}

/** Overrides, own rows and measured runs that the catalog cannot take or does not know. */
function clashesWithCatalog(plan: Plan, shipped: Catalog): Problem[] {
  const faults = findFaults(() => planAnchors(plan, planCatalog(plan, shipped)))
  return faults.map((fault) => ({
    ...{ severity: 'error', code: 'clashes-with-catalog', item: '' },
    path: fault.path.split(/[.[\]]+/).map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
    values: [String(fault.value), fault.expected],
  }))
}
