import type { PlanInput } from '../../src/plan/schema/plan.ts'
import type { Draw } from './draw.ts'

/**
 * Caps over all sites, tight for most seeds. Without them the estates spend about 16 to 24 million USD a MW of IT that
 * they may hold, half of it in the first year, and emit up to about 450 t and evaporate up to about 3500 m3 a MW in the
 * busiest year (measured on Small 1-4 and S2 1).
 */
export function drawBudget(draw: Draw, estateMw: number, quarters: number): PlanInput['budget'] {
  const capexMusd = Math.round(estateMw * draw.between(15, 22))
  const years = quarters / 4
  const yearly = Math.round((capexMusd * draw.between(1.1, 1.5)) / years)
  return {
    capexMusd,
    capexMusdByYear: [yearly],
    carbonTonnesPerYear: Math.round(estateMw * draw.between(220, 420)),
    waterM3PerYear: Math.round(estateMw * draw.between(900, 2800)),
  }
}
