import type { Plan } from '../../plan/schema/plan.ts'
import type { CoolingOption } from './coolingOptions.ts'

/** The plan with another technology at one site; its rooms cost as much more or less as the machines do. */
export function withCooling(
  plan: Plan,
  siteId: string,
  option: CoolingOption,
  options: readonly CoolingOption[],
): Plan {
  const now = options.find((own) => own.isChosen)?.capexUsdPerKwIt ?? option.capexUsdPerKwIt
  const sites = plan.sites.map((site) => {
    if (site.id !== siteId) return site
    const capexMusdPerMw = Math.max(0, site.facility.capexMusdPerMw + (option.capexUsdPerKwIt - now) / 1000)
    return {
      ...site,
      facility: { ...site.facility, coolingTechnologyId: option.technologyId, capexMusdPerMw },
    }
  })
  return { ...plan, sites }
}
