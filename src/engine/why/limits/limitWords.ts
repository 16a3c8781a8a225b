import type { Plan } from '../../../plan/schema/plan.ts'
import type { RuleName } from '../conflict/rules.ts'
import type { LimitFamily } from './limits.ts'

/** The limit in a planner's words, for the command line and files; the screens have their own in both languages. */
const WORDS: Readonly<Record<LimitFamily, (owner: string) => string>> = {
  grid: (site) => `grid service at ${site}`,
  'flexible-grid': (site) => `curtailable grid service at ${site}`,
  rooms: (site) => `room for more phases at ${site}`,
  crews: (site) => `crews that bring phases into service at ${site}`,
  hall: (site) => `IT power of the halls at ${site}`,
  cooling: (site) => `cooling at ${site}`,
  'air-cooling': (site) => `air cooling of the rooms at ${site}`,
  plant: (plant) => `on-site plant ${plant}`,
  contract: (contract) => `electricity contract ${contract}`,
  'ride-through': (site) => `storage kept for the minutes of ride-through at ${site}`,
  'firm-power': (site) => `firm power against the peak at ${site}`,
  'run-hours': (plant) => `permitted running hours of ${plant}`,
  fuel: (plant) => `fuel of ${plant}`,
  'home-share': (country) => `accelerators of makers at home in ${country}`,
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
  'carbon-total': () => 'carbon cap of the horizon',
  'unserved-total': () => 'cap on tokens unserved over the horizon',
  'leased-total': () => 'cap on tokens leased or bought over the horizon',
  'away-from-edge-total': () => 'cap on tokens served away from the edge over the horizon',
  'average-quality': (group) => `mean quality of ${group}`,
  demand: (group) => `demand for ${group}`,
}

/** How an owner of two names is called, in one language. */
export interface OwnerWords {
  readonly from: (taskClass: string, regions: readonly string[]) => string
  readonly to: (region: string, site: string) => string
  readonly at: (own: string, site: string) => string
}

export const OWNER_WORDS: OwnerWords = {
  from: (taskClass, regions) => `${taskClass} from ${regions.join(', ')}`,
  to: (region, site) => `${region} to ${site}`,
  at: (own, site) => `${own} at ${site}`,
}

/** What a limit belongs to, by name instead of id. */
export function ownerName(
  plan: Plan,
  family: LimitFamily,
  ownerId: string,
  words: OwnerWords = OWNER_WORDS,
): string {
  const siteName = (id: string) => plan.sites.find((site) => site.id === id)?.name ?? id
  switch (family) {
    case 'api':
    case 'supply':
    case 'home-share':
      return ownerId
    case 'lease':
      return plan.distribution.leases.find((lease) => lease.id === ownerId)?.name ?? ownerId
    case 'average-quality':
    case 'demand': {
      const [taskClass, regions = ''] = split(ownerId, '.')
      const names = regions.split('+').map((id) => plan.regions.find((own) => own.id === id)?.name ?? id)
      return words.from(taskClass, names)
    }
    case 'link': {
      const [region, site = ''] = split(ownerId, '>')
      return words.to(plan.regions.find((own) => own.id === region)?.name ?? region, siteName(site))
    }
    default: {
      const [site, own] = split(ownerId, '/')
      return own === undefined ? siteName(site) : words.at(own, siteName(site))
    }
  }
}

/** A rule in a planner's words. */
const RULE_WORDS: Readonly<Record<RuleName, string>> = {
  'cooling-rule': 'the rule that accelerators stand only where cooling and building carry their racks',
  'export-rule': 'the rule that nothing is bought without its export licence',
  residency: 'the rule that private data stays in its zone',
  tiers: 'the kinds of places that classes are kept to',
  pooling: 'the rule that a region is served at its nearest site alone',
  barred: 'the bar on classes of tasks',
  'quality-floor': 'the floors of quality',
  'model-sets': 'the models that classes are kept to',
  latency: 'the round trips to sites and leases',
}

/** Whether a member of a conflict is a rule, and no limit. */
export function isRule(family: LimitFamily | RuleName): family is RuleName {
  return family in RULE_WORDS
}

/** As in `grid service at Ashburn`; of several owners the first are named. */
export function limitName(plan: Plan, family: LimitFamily | RuleName, ownerIds: readonly string[]): string {
  if (isRule(family)) return RULE_WORDS[family]
  const { names, more } = ownerNames(plan, family, ownerIds)
  return WORDS[family](more > 0 ? `${names.join('; ')} and ${more} more` : names.join('; '))
}

const MOST_NAMED = 3

/** Names of the first owners, and how many more there are. */
export function ownerNames(
  plan: Plan,
  family: LimitFamily,
  ownerIds: readonly string[],
  words: OwnerWords = OWNER_WORDS,
): { readonly names: readonly string[]; readonly more: number } {
  const names = ownerIds.slice(0, MOST_NAMED).map((ownerId) => ownerName(plan, family, ownerId, words))
  return { names, more: ownerIds.length - names.length }
}

function split(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
