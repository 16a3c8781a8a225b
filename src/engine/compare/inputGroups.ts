import { canonicalPlanText } from '../../plan/canonicalPlan.ts'
import { readPlan } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'

/** Inputs that change together when the difference of two plans is explained, in the order in which they are changed. */
export const INPUT_GROUPS = [
  'agents',
  'scheduling',
  'models',
  'accelerators',
  'distribution',
  'sites',
  'facility',
  'power',
  'catalog',
  'finance',
] as const
export type InputGroup = (typeof INPUT_GROUPS)[number]

/** Plan `a` with the named groups as plan `b` has them; a link whose region or site is gone goes with it. */
export function mixPlans(a: Plan, b: Plan, groups: ReadonlySet<InputGroup>): Plan {
  const pick = (group: InputGroup): Plan => (groups.has(group) ? b : a)
  const regions = pick('agents').regions
  const sites = mixSites(a, b, groups)
  const isThere = (items: readonly { readonly id: string }[], id: string) =>
    items.some((own) => own.id === id)
  const { distribution } = pick('distribution')
  return readPlan({
    ...pick('finance'),
    ...{ id: a.id, name: a.name, description: a.description },
    ...{ regions, demand: pick('agents').demand, sites },
    routing: pick('scheduling').routing,
    models: pick('models').models,
    customModels: pick('models').customModels,
    measurements: pick('models').measurements,
    accelerators: pick('accelerators').accelerators,
    customAccelerators: pick('accelerators').customAccelerators,
    catalogOverrides: pick('catalog').catalogOverrides,
    distribution: {
      ...distribution,
      links: distribution.links.filter((own) => isThere(regions, own.regionId) && isThere(sites, own.siteId)),
    },
  })
}

/** Which sites there are is a group of its own; of a site that both have, building and power are groups too. */
function mixSites(a: Plan, b: Plan, groups: ReadonlySet<InputGroup>): Plan['sites'] {
  const base = groups.has('sites') ? b : a
  return base.sites.map((own) => {
    const inA = a.sites.find((site) => site.id === own.id)
    const inB = b.sites.find((site) => site.id === own.id)
    if (!inA || !inB) return own
    return {
      ...own,
      facility: (groups.has('facility') ? inB : inA).facility,
      power: (groups.has('power') ? inB : inA).power,
    }
  })
}

/** The groups in which two plans differ. */
export function differingGroups(a: Plan, b: Plan): InputGroup[] {
  const own = canonicalPlanText(mixPlans(a, b, new Set()))
  return INPUT_GROUPS.filter((group) => canonicalPlanText(mixPlans(a, b, new Set([group]))) !== own)
}
