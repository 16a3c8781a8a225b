import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Problem } from './problem.ts'
import { demandProblems, servingProblems } from './servingRules.ts'
import { siteProblems } from './siteRules.ts'
import { oldSources } from './sourceAge.ts'

/** Everything that a careful colleague would ask about a plan, errors first. `today` as in 2026-11-25. */
export function findProblems(plan: Plan, shipped: Catalog, today: string): Problem[] {
  const catalog = planCatalog(plan, shipped)
  const found = [
    ...demandProblems(plan, catalog),
    ...servingProblems(plan, catalog),
    ...siteProblems(plan, catalog),
    ...financeProblems(plan),
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
