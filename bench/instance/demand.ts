import type { PlanInput } from '../../src/plan/schema/plan.ts'
import type { Draw } from './draw.ts'
import type { Place } from './places.ts'

/**
 * One class of tasks each: an archetype whose shares are set to 0 or 1, so that the plan has exactly as many classes
 * as asked for. `unitsPerMw`: units of demand that fill about 1 MW of a middle server at the busiest hour (estimate,
 * rounded; it sets how full the instance is and nothing else).
 */
interface ClassOfTasks {
  readonly archetypeId: string
  readonly complexShare: 0 | 1
  readonly privacyShare: 0 | 1
  readonly unitsPerMw: number
}

const CLASSES: readonly ClassOfTasks[] = [
  { archetypeId: 'chat_user', complexShare: 0, privacyShare: 0, unitsPerMw: 200_000_000 },
  { archetypeId: 'coding_agent', complexShare: 1, privacyShare: 0, unitsPerMw: 230_000 },
  { archetypeId: 'rag_knowledge', complexShare: 0, privacyShare: 1, unitsPerMw: 19_000_000 },
  { archetypeId: 'batch_docs', complexShare: 0, privacyShare: 0, unitsPerMw: 240_000 },
  { archetypeId: 'office_copilot', complexShare: 1, privacyShare: 0, unitsPerMw: 5_800_000 },
  { archetypeId: 'voice_agent', complexShare: 0, privacyShare: 0, unitsPerMw: 18_000_000 },
  { archetypeId: 'legal_research', complexShare: 1, privacyShare: 1, unitsPerMw: 2_300_000 },
  { archetypeId: 'service_agent', complexShare: 0, privacyShare: 1, unitsPerMw: 2_400_000 },
]

/**
 * One line a class and region. A class grows by 8 to 17 % a quarter, a region's line by 0.8 to 1.2 times that; at the
 * end of the horizon the lines together need `megawatts`.
 */
export function drawDemand(
  draw: Draw,
  classes: number,
  places: readonly Place[],
  quarters: number,
  megawatts: number,
): PlanInput['demand'] {
  const drawn = CLASSES.slice(0, classes).map((own) => ({
    own,
    weight: draw.between(0.5, 1.5),
    growth: draw.between(0.08, 0.17, 4),
  }))
  const all = drawn.reduce((sum, { weight }) => sum + weight, 0)
  return drawn.flatMap(({ own, weight, growth }) => {
    const regions = places.map(({ catalogRegionId }) => ({
      catalogRegionId,
      weight: draw.between(0.4, 1.6),
      growth: growth * draw.between(0.8, 1.2),
    }))
    const total = regions.reduce((sum, region) => sum + region.weight, 0)
    return regions.map((region) => {
      const endMw = (megawatts * weight * region.weight) / (all * total)
      const unitsEnd = Math.max(1, Math.round(endMw * own.unitsPerMw))
      return {
        id: `${own.archetypeId}.${region.catalogRegionId}`,
        archetypeId: own.archetypeId,
        unitsStart: Number((unitsEnd / (1 + region.growth) ** (quarters - 1)).toPrecision(6)),
        unitsEnd,
        growth: 'cagr' as const,
        regionShares: { [region.catalogRegionId]: 1 },
        complexShare: own.complexShare,
        privacyShare: own.privacyShare,
      }
    })
  })
}
