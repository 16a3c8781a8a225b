import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { KW_PER_MW } from '../../plan/units.ts'
import { siteTrain, type TrainLine } from './siteTrain.ts'
import { survivalByHour } from './survival.ts'
import { STANDBY_GENERATOR } from './trainParts.ts'

export interface PlanTrain {
  readonly siteId: string
  readonly lines: readonly TrainLine[]
  /** Probability that the generators carry the last step's load through an outage of so many hours. */
  readonly survival: readonly { readonly hours: number; readonly probability: number }[]
}

/** A diesel generator (REopt's defaults, B): up, started, still running. */
export const GENERATOR = { availability: 0.995, failureToStart: 0.0094, mttfH: 1100 }
const OUTAGES_H = [1, 8, 24, 72]

/** Trains of every site of a solved plan, for the rooms that it builds; what stands already is not bought again. */
export function planTrains(plan: Plan, shipped: Catalog, result: PlanResult): PlanTrain[] {
  const catalog = planCatalog(plan, shipped)
  return plan.sites.map((site) => {
    const steps = result.builds
      .filter((build) => build.siteId === site.id)
      .map((build) => ({ period: build.period, itMw: build.builtItMw }))
    const lines = siteTrain(site, catalog, plan.horizon.start, steps, site.facility.existingItMw)
    return { siteId: site.id, lines, survival: survivalOf(lines) }
  })
}

function survivalOf(lines: readonly TrainLine[]): PlanTrain['survival'] {
  const generators = lines.findLast((line) => line.equipmentId === STANDBY_GENERATOR)
  if (!generators) return []
  const group = { ...GENERATOR, count: generators.installed, unitMw: generators.unitSize / KW_PER_MW }
  const longest = Math.max(...OUTAGES_H)
  const byHour = survivalByHour({
    generators: [group],
    loadMw: Array.from({ length: longest }, () => generators.load / KW_PER_MW),
  })
  return OUTAGES_H.map((hours) => ({ hours, probability: byHour[hours - 1]! }))
}
