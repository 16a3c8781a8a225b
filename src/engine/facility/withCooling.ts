import { overCooling } from '../../plan/coolingParts.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Facility } from '../../plan/schema/site.ts'
import { USD_PER_KW_OF_MUSD_PER_MW } from '../../plan/units.ts'
import type { CoolingOption } from './coolingOptions.ts'

/** The plan with another technology at one site; its rooms cost as much more or less as the machines do. */
export function withCooling(
  plan: Plan,
  siteId: string,
  option: CoolingOption,
  options: readonly CoolingOption[],
): Plan {
  const sites = plan.sites.map((site) => {
    if (site.id !== siteId) return site
    const { technologyId } = option
    const capexMusdPerMw = capexWith(site.facility, { coolingTechnologyId: technologyId }, options)
    return {
      ...site,
      facility: { ...site.facility, coolingTechnologyId: technologyId, coolingBlocks: [], capexMusdPerMw },
    }
  })
  return { ...plan, sites }
}

/** Capex of a site's rooms, M$ per MW of IT, with other machines in the place of those that they have. */
export function capexWith(
  facility: Facility,
  other: Parameters<typeof overCooling>[0],
  options: readonly CoolingOption[],
): number {
  const usdOf = (id: string) => options.find((own) => own.technologyId === id)?.capexUsdPerKwIt ?? 0
  const more = overCooling(other, usdOf) - overCooling(facility, usdOf)
  return Math.max(0, facility.capexMusdPerMw + more / USD_PER_KW_OF_MUSD_PER_MW)
}
