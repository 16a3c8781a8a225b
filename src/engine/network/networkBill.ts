import { getAccelerator } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { NetworkPartRow } from '../../plan/catalog/hardwareRows.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { PlanAccelerator } from '../../plan/schema/supply.ts'
import { fatTree } from './fatTree.ts'

/** Whole parts of the network between the units of one kind at one site, where most of them stand. */
export interface NetworkLine {
  readonly siteId: string
  readonly acceleratorId: string
  readonly part: NetworkPartRow
  /** The switch by whose ports the parts are counted. */
  readonly switching: NetworkPartRow
  readonly count: number
  readonly tiers: number
  readonly priceLowMusd: number
  readonly priceHighMusd: number
  readonly kw: number
}

/** A port of the network beside each accelerator is of this speed where the catalog says nothing. Grade C. */
const USUAL_GBIT_S = 400
const ENDS = 2

/** Switches and transceivers of a solved plan, an estimate by fat trees; what the plan pays is its own price. */
export function networkBill(plan: Plan, catalog: Catalog, result: PlanResult): NetworkLine[] {
  return plan.sites.flatMap(({ id: siteId }) => {
    const builds = result.builds.filter((build) => build.siteId === siteId)
    return plan.accelerators.flatMap((own) => {
      const units = Math.max(
        0,
        ...builds.map((build) => Math.ceil((build.unitsByAccelerator[own.id] ?? 0) - 1e-6)),
      )
      return networkParts(own, catalog, units * own.accelPerUnit).map(
        ({ part, switching, count, tiers }) => ({
          siteId,
          acceleratorId: own.id,
          part,
          switching,
          count,
          tiers,
          priceLowMusd: (count * part.priceUsdLow) / 1e6,
          priceHighMusd: (count * part.priceUsdHigh) / 1e6,
          kw: (count * part.watts) / 1000,
        }),
      )
    })
  })
}

/** Accelerators of a network of two tiers that is well filled. */
export const WELL_FILLED = 1024

/** What a network for so many accelerators takes for each: USD, low and high, and W. */
export function networkPerAccel(
  own: Pick<PlanAccelerator, 'catalogAcceleratorId'>,
  catalog: Catalog,
  accelerators: number,
): { readonly low: number; readonly high: number; readonly watts: number } {
  const parts = networkParts(own, catalog, accelerators)
  const total = (each: (part: NetworkPartRow) => number) =>
    parts.reduce((sum, { part, count }) => sum + count * each(part), 0) / Math.max(1, accelerators)
  return {
    low: total((part) => part.priceUsdLow),
    high: total((part) => part.priceUsdHigh),
    watts: total((part) => part.watts),
  }
}

/** Switches and transceivers between so many accelerators of a kind; none for none. */
export function networkParts(
  { catalogAcceleratorId }: Pick<PlanAccelerator, 'catalogAcceleratorId'>,
  catalog: Catalog,
  endpoints: number,
): Pick<NetworkLine, 'part' | 'switching' | 'count' | 'tiers'>[] {
  if (endpoints === 0) return []
  const gbitS = getAccelerator(catalog, catalogAcceleratorId).scaleoutGbitSPerAccel ?? USUAL_GBIT_S
  const switching = partFor(catalog, 'switch', gbitS)
  const tree = fatTree(endpoints, switching.ports ?? 2)
  return [
    { part: switching, switching, count: tree.switches, tiers: tree.tiers },
    { part: partFor(catalog, 'optic', gbitS), switching, count: ENDS * tree.links, tiers: tree.tiers },
  ]
}

/** The slowest part that is fast enough, else the fastest. */
function partFor(catalog: Catalog, kind: NetworkPartRow['kind'], gbitS: number): NetworkPartRow {
  const own = catalog.network_parts.filter((part) => part.kind === kind).toSorted((a, b) => a.gbitS - b.gbitS)
  return own.find((part) => part.gbitS >= gbitS) ?? own.at(-1)!
}
