import type { PlanInput } from '../../src/plan/schema/plan.ts'
import type { Draw } from './draw.ts'
import type { Place } from './places.ts'

type SiteInput = PlanInput['sites'][number]

const COOLING = ['dlc85_w45_drycooler', 'dlc85_w32_drycooler_trim', 'dlc85_w32_tower'] as const

/** The quarter so many quarters after the first of 2027. */
function quarterAfterStart(quarters: number): string {
  return `${2027 + Math.floor(quarters / 4)}Q${(quarters % 4) + 1}`
}

/**
 * Sites with halls of 3, 6 or 20 MW, the first of each cluster partly built, the others greenfield. Grids come as a
 * staircase (the first step before the first new hall), some below what the halls would draw; some sites have a cap on
 * heat (water, roof, permit), gas engines or batteries.
 */
export function drawSites(draw: Draw, places: readonly Place[], clusters: number): SiteInput[] {
  return places.map((place, index) => drawSite(draw, place, index < clusters))
}

function drawSite(draw: Draw, place: Place, isBrownfield: boolean): SiteInput {
  const moduleItMw = draw.oneOf([3, 6, 6, 20])
  const halls = moduleItMw === 20 ? 2 : draw.oneOf([3, 4, 5])
  const existingItMw = isBrownfield ? draw.oneOf([2, 3, 4]) : 0
  const maxItMw = existingItMw + halls * moduleItMw
  const opens = isBrownfield ? draw.oneOf([3, 4]) : draw.oneOf([4, 5, 6, 7])
  const fullMw = maxItMw * 1.35
  const isTight = draw.chance(0.3)
  const topMw = Number((fullMw * (isTight ? 0.75 : 1.05)).toFixed(1))
  const step = (share: number) => Number(Math.max(existingItMw * 1.4, topMw * share).toFixed(1))
  return {
    id: place.catalogRegionId,
    name: place.catalogRegionId,
    catalogRegionId: place.catalogRegionId,
    residencyZone: place.zone,
    facility: {
      archetypeId: moduleItMw === 20 ? 'hyperscale_ai_campus' : 'colo_multi_tenant',
      moduleItMw,
      maxItMw,
      existingItMw,
      buildMonths: draw.oneOf([9, 12, 15]),
      earliest: quarterAfterStart(opens),
      capexMusdPerMw: draw.between(9, 13),
      fixedMusdPerSite: draw.between(0.5, 2.5),
      opexMusdPerMwYear: draw.between(0.2, 0.3),
      coolingTechnologyId: draw.oneOf(COOLING),
      ...(draw.chance(0.25) ? { coolingLimitItMw: Number((maxItMw * 0.8).toFixed(1)) } : {}),
    },
    power: {
      gridLimitMw: topMw,
      energised: quarterAfterStart(isBrownfield ? 0 : opens),
      rampStepsMw: [step(0.4), step(0.4), step(0.4), step(0.7), step(0.7), step(0.7), topMw],
      energyPriceChangePerYear: draw.between(0, 0.04, 3),
      demandChargeUsdPerKwMonth: draw.between(6, 14),
      connectionMusdPerMw: draw.between(0.1, 0.4),
      onSite: [
        ...(isTight ? [{ id: 'gas', energySourceId: 'recip', maxMw: 10, unitMw: 2.5 }] : []),
        ...(draw.chance(0.3) ? [{ id: 'battery', energySourceId: 'bess_4h', maxMw: 6, unitMw: 2 }] : []),
      ],
    },
  }
}
