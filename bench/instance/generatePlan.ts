import { readPlan } from '../../src/plan/readPlan.ts'
import type { Plan, PlanInput } from '../../src/plan/schema/plan.ts'
import { drawBudget } from './budget.ts'
import { drawDemand } from './demand.ts'
import { drawFrom } from './draw.ts'
import { takePlaces } from './places.ts'
import { drawSites } from './sites.ts'
import { SIZES, type SizeName } from './sizes.ts'
import { drawAccelerators, drawLeases, listModels } from './supply.ts'

const CLUSTERS = 3

/** One instance: an ordinary plan, the same for a seed wherever and whenever it is generated. */
export function generatePlan(sizeName: SizeName, seed: number): Plan {
  const size = SIZES[sizeName]
  const draw = drawFrom(seed * 7919 + size.sites)
  const regions = takePlaces('regions', size.regions)
  const sites = drawSites(draw, takePlaces('sites', size.sites), CLUSTERS)
  const estateMw = sites.reduce((sum, { facility }) => sum + facility.maxItMw, 0)
  const plan: PlanInput = {
    schemaVersion: 1,
    id: `${sizeName.toLowerCase()}-${seed}`,
    name: `${sizeName} ${seed}`,
    description: 'Generated for measurements; places, prices and demand are drawn, not planned.',
    horizon: { start: '2027Q1', periods: size.quarters, blocksPerDay: size.blocksPerDay },
    finance: { discountRatePerYear: draw.between(0.08, 0.12), carbonUsdPerTonne: draw.oneOf([0, 30, 80]) },
    solver: {},
    regions: regions.map((place) => ({
      id: place.catalogRegionId,
      name: place.catalogRegionId,
      catalogRegionId: place.catalogRegionId,
      utcOffsetH: place.utcOffsetH,
      residencyZone: place.zone,
    })),
    demand: drawDemand(draw, size.classes, regions, size.quarters, estateMw * draw.between(0.7, 0.95)),
    routing: {
      utilisationCap: {},
      qualityFloorSimple: 0.5,
      qualityFloorComplex: 0.75,
      unservedUsdPerMTok: 0.15,
    },
    distribution: { leases: drawLeases(draw, estateMw) },
    models: listModels(size.models),
    accelerators: drawAccelerators(draw, size.racks, estateMw),
    sites,
    // A stream of its own, so that the rest of an instance is as it was without caps.
    budget: drawBudget(drawFrom(seed * 104_729 + size.sites), estateMw, size.quarters),
  }
  return readPlan(plan)
}
