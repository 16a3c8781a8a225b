import type { Tier } from './schema/common.ts'
import type { Plan } from './schema/plan.ts'
import type { Site } from './schema/site.ts'

/** MW of IT up to which a site is of the edge, and from which it is a campus, where it does not say (grade C). */
const MOST_EDGE_MW = 5
const LEAST_CAMPUS_MW = 10

/** What kind of place a site is: as it says, else by the IT that it may have. */
export function tierOfSite({ tier, facility }: Pick<Site, 'tier' | 'facility'>): 'edge' | 'site' | 'campus' {
  if (tier !== undefined) return tier
  if (facility.maxItMw <= MOST_EDGE_MW) return 'edge'
  return facility.maxItMw >= LEAST_CAMPUS_MW ? 'campus' : 'site'
}

/** Tier of a place by its id: a site, a lease, an API or the users' devices. */
export function tierOf({ sites, distribution }: Plan, placeId: string): Tier {
  const site = sites.find((own) => own.id === placeId)
  if (site) return tierOfSite(site)
  return distribution.apis.find((own) => own.id === placeId)?.tier ?? 'leased'
}

/** A place by its name: a site, a lease, an API or the users' devices. */
export function placeName({ sites, distribution }: Plan, placeId: string): string {
  const places = [...sites, ...distribution.leases, ...distribution.apis]
  return places.find(({ id }) => id === placeId)?.name ?? placeId
}

/** Is a place near to its users: their own devices, or a site of the edge? */
export function isAtEdge(plan: Plan, placeId: string): boolean {
  const tier = tierOf(plan, placeId)
  return tier === 'device' || tier === 'edge'
}

/** May a class be served on a tier? */
export function allowsTier({ routing }: Plan, classId: string, tier: Tier): boolean {
  const own = routing.tiersByClass[classId] ?? []
  return own.length === 0 || own.includes(tier)
}

/** Round trip of an offer: none where the tokens are made at the user. */
export function offerRttMs({ tier, rttMs }: Plan['distribution']['apis'][number]): number {
  return tier === 'device' ? 0 : rttMs
}

/** Name of the line of cost of an offer. */
export function offerLine({
  tier,
  name,
}: Pick<Plan['distribution']['apis'][number], 'tier' | 'name'>): string {
  return tier === 'device' ? `Devices ${name}` : `API ${name}`
}
