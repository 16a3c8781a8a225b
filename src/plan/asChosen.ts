import type { PlanResult } from './result/result.ts'
import type { Plan } from './schema/plan.ts'

/** The plan with the cooling that its solve chose; the plan itself where it chose none or is so already. */
export function asChosen(plan: Plan, { coolingChoices }: Pick<PlanResult, 'coolingChoices'>): Plan {
  if (coolingChoices.length === 0) return plan
  const sites = plan.sites.map((site) => {
    const chosen = coolingChoices.find(({ siteId }) => siteId === site.id)
    if (!chosen || site.facility.coolingChoice !== 'solve') return site
    const { coolingTechnologyId, coolingBlocks, capexMusdPerMw } = chosen
    return {
      ...site,
      facility: { ...site.facility, coolingTechnologyId, coolingBlocks: [...coolingBlocks], capexMusdPerMw },
    }
  })
  return { ...plan, sites }
}
