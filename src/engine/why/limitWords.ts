import type { Plan } from '../../plan/schema/plan.ts'
import type { LimitFamily } from './limits.ts'

/** The limit in a planner's words, for the command line and files; the screens have their own in both languages. */
const WORDS: Readonly<Record<LimitFamily, (owner: string) => string>> = {
  grid: (site) => `grid service at ${site}`,
  'flexible-grid': (site) => `curtailable grid service at ${site}`,
  rooms: (site) => `room for more phases at ${site}`,
  crews: (site) => `crews that bring phases into service at ${site}`,
  hall: (site) => `IT power of the halls at ${site}`,
  cooling: (site) => `cooling at ${site}`,
  plant: (plant) => `on-site plant ${plant}`,
  contract: (contract) => `electricity contract ${contract}`,
  'firm-power': (site) => `firm power against the peak at ${site}`,
  'run-hours': (plant) => `permitted running hours of ${plant}`,
  fuel: (plant) => `fuel of ${plant}`,
  supply: (accelerator) => `supply of ${accelerator}`,
  link: (link) => `network link ${link}`,
  api: (offer) => `tokens bought of ${offer}`,
  lease: (lease) => `accelerators on lease, ${lease}`,
  carbon: (site) => `carbon permit of ${site}`,
  water: (site) => `water permit of ${site}`,
  'clean-energy': (site) => `clean energy asked for at ${site}`,
  'locked-energy': (site) => `locked energy asked for at ${site}`,
  capex: () => 'capital budget of the horizon',
  'capex-year': () => 'capital budget of the year',
  'carbon-budget': () => 'carbon budget of all sites',
  'water-budget': () => 'water budget of all sites',
  demand: (group) => `demand for ${group}`,
}

/** What a limit belongs to, by name instead of id. */
export function ownerName(plan: Plan, family: LimitFamily, ownerId: string): string {
  const siteName = (id: string) => plan.sites.find((site) => site.id === id)?.name ?? id
  switch (family) {
    case 'api':
    case 'supply':
      return ownerId
    case 'lease':
      return plan.distribution.leases.find((lease) => lease.id === ownerId)?.name ?? ownerId
    case 'demand': {
      const [taskClass, regions = ''] = split(ownerId, '.')
      const names = regions.split('+').map((id) => plan.regions.find((own) => own.id === id)?.name ?? id)
      return `${taskClass} from ${names.join(', ')}`
    }
    case 'link': {
      const [region, site = ''] = split(ownerId, '>')
      return `${plan.regions.find((own) => own.id === region)?.name ?? region} to ${siteName(site)}`
    }
    default: {
      const [site, own] = split(ownerId, '/')
      return own === undefined ? siteName(site) : `${own} at ${siteName(site)}`
    }
  }
}

/** As in `grid service at Ashburn`. */
export function limitName(plan: Plan, { family, ownerId }: { family: LimitFamily; ownerId: string }): string {
  return WORDS[family](ownerName(plan, family, ownerId))
}

function split(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
