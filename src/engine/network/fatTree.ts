/** Switches and links of a network in which every endpoint may send at full rate. */
export interface FatTree {
  readonly tiers: 1 | 2 | 3
  readonly switches: number
  readonly links: number
}

/**
 * Non-blocking fat tree of switches with `radix` ports (Clos): half of a leaf's ports go down, half up.
 *
 *   up to radix endpoints: one switch;  up to radix^2 / 2: leaves n / (radix / 2), spines n / radix
 *   beyond: leaves and aggregation n / (radix / 2) each, core n / radix;  a link per endpoint and tier
 */
export function fatTree(endpoints: number, radix: number): FatTree {
  const half = radix / 2
  const leaves = Math.ceil(endpoints / half)
  const top = Math.ceil(endpoints / radix)
  if (endpoints <= radix) return { tiers: 1, switches: endpoints > 0 ? 1 : 0, links: endpoints }
  if (endpoints <= radix * half) return { tiers: 2, switches: leaves + top, links: 2 * endpoints }
  return { tiers: 3, switches: 2 * leaves + top, links: 3 * endpoints }
}
