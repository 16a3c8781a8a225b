import { getAccelerator, getCooling, getRegion } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import { coolingParts, overCooling } from '../../../plan/coolingParts.ts'
import type { ResultNote } from '../../../plan/result/note.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Site } from '../../../plan/schema/site.ts'
import type { PlanAccelerator } from '../../../plan/schema/supply.ts'
import { unitKw } from '../../../plan/unitPower.ts'

/** Why an accelerator may not stand at a site; null: it may. */
export type FleetRefusal = 'export' | 'cooling' | 'rack-power' | null

/** Something between an accelerator and a site, with the names and figures of its sentence. */
export interface Obstacle {
  readonly reason: Exclude<FleetRefusal, null>
  readonly values: readonly (string | number)[]
  readonly detail: ObstacleNote['reason']
}
type ObstacleNote = Extract<ResultNote, { code: 'obstacle' }>
type LeaseNote = Extract<ResultNote, { code: 'lease-obstacle' }>

/** What a plan's accelerators may not do at its sites. */
export interface FleetRules {
  /** [site][accelerator] what the plan refuses. */
  readonly refusals: readonly (readonly FleetRefusal[])[]
  /** [lease] what the plan refuses. */
  readonly leaseRefusals: readonly FleetRefusal[]
  /** [site] share of the heat of liquid-cooled units that goes into liquid; null: air and liquid are not kept apart. */
  readonly liquidShare: readonly (number | null)[]
  /** [accelerator][site] whether it was made in the country of the site. */
  readonly isDomestic: readonly (readonly boolean[])[]
  /** [site] country. */
  readonly country: readonly string[]
  /** One for each obstacle, refused or let pass. */
  readonly notes: readonly (ObstacleNote | LeaseNote)[]
}

export function fleetRules(plan: Plan, catalog: Catalog): FleetRules {
  const { sites, accelerators, procurement, distribution } = plan
  const obstacles = sites.map((site) => accelerators.map((own) => listObstacles(site, own, catalog)))
  const isHeld = ({ reason }: Obstacle) =>
    (reason === 'export' ? procurement.exportRule : procurement.coolingRule) === 'refuse'
  const ofLeases = distribution.leases.map((lease) => leaseObstacle(lease, catalog))
  const country = sites.map((site) => getRegion(catalog, site.catalogRegionId).country)
  return {
    refusals: obstacles.map((row) => row.map((own) => own.find(isHeld)?.reason ?? null)),
    leaseRefusals: ofLeases.map((own) => (own && isHeld(own) ? own.reason : null)),
    liquidShare: sites.map(({ facility }) =>
      procurement.coolingRule === 'refuse'
        ? overCooling(facility, (id) => getCooling(catalog, id).heatToLiquidFrac)
        : null,
    ),
    isDomestic: accelerators.map(({ catalogAcceleratorId }) => {
      const { origin } = getAccelerator(catalog, catalogAcceleratorId)
      return country.map((own) => own === origin)
    }),
    country,
    notes: [
      ...sites.flatMap((site, s) =>
        accelerators.flatMap((accelerator, g) =>
          obstacles[s]![g]!.map(
            (own): ObstacleNote => ({
              ...{ code: 'obstacle', isHeld: isHeld(own), accelerator: accelerator.id, site: site.name },
              ...{ reason: own.detail, values: [...own.values] },
            }),
          ),
        ),
      ),
      ...distribution.leases.flatMap((lease, index): LeaseNote[] => {
        const own = ofLeases[index]
        if (!own) return []
        const said = { reason: own.detail, values: [...own.values] }
        return [{ code: 'lease-obstacle', isHeld: isHeld(own), lease: lease.name, ...said }]
      }),
    ],
  }
}

/** The export licence that a lease's provider needs where its accelerators stand, and has not. */
export function leaseObstacle(
  { acceleratorId, country, isLicensed }: Plan['distribution']['leases'][number],
  catalog: Catalog,
): Obstacle | undefined {
  return isLicensed || country === undefined
    ? undefined
    : exportObstacle(getAccelerator(catalog, acceleratorId), country, catalog)
}

function exportObstacle(row: AcceleratorRow, country: string, catalog: Catalog): Obstacle | undefined {
  const rule = catalog.export_rules.find(
    (own) => own.restriction === row.exportRestriction && own.country === country,
  )
  if (!rule) return undefined
  const detail = rule.effect === 'denied' ? 'export-denied' : 'export-licence'
  return { reason: 'export', values: [row.accelerator, country, row.exportRestriction], detail }
}

/**
 * What stands between an accelerator and a site, whatever the plan makes of it: an export licence that is not in hand,
 * a rack that needs another kind of cooling than the site has, or more power than its cooling or building carries.
 */
export function listObstacles(site: Site, accelerator: PlanAccelerator, catalog: Catalog): Obstacle[] {
  const row = getAccelerator(catalog, accelerator.catalogAcceleratorId)
  const { country } = getRegion(catalog, site.catalogRegionId)
  const licence = exportObstacle(row, country, catalog)
  const obstacles: Obstacle[] = licence && !accelerator.licensedCountries.includes(country) ? [licence] : []
  // Of rooms that differ those with the fewest obstacles count: the racks go there.
  const ofRooms = coolingParts(site.facility).map(({ technologyId }) =>
    coolingObstacles(site, accelerator, technologyId, catalog),
  )
  const fewest = ofRooms.reduce((best, own) => (own.length < best.length ? own : best))
  return [...obstacles, ...fewest]
}

function coolingObstacles(
  site: Site,
  accelerator: PlanAccelerator,
  technologyId: string,
  catalog: Catalog,
): Obstacle[] {
  const obstacles: Obstacle[] = []
  const cooling = getCooling(catalog, technologyId)
  if (accelerator.cooling === 'liquid' && cooling.heatToLiquidFrac === 0)
    obstacles.push({
      ...{ reason: 'cooling', values: [accelerator.cooling, cooling.id] },
      detail: 'no-liquid',
    })
  if (accelerator.cooling === 'air' && cooling.heatToLiquidFrac === 1)
    obstacles.push({
      ...{ reason: 'cooling', values: [accelerator.cooling, cooling.id] },
      detail: 'no-air',
    })
  const rackKw = unitKw(accelerator) * accelerator.unitsPerRack
  const building = catalog.building.find((own) => own.id === site.facility.archetypeId)
  const mostKw = Math.min(cooling.maxRackKw, building?.maxRackKw || Number.POSITIVE_INFINITY)
  if (rackKw > mostKw)
    obstacles.push({
      ...{ reason: 'rack-power', values: [rackKw, mostKw] },
      detail: 'rack-power',
    })
  return obstacles
}
