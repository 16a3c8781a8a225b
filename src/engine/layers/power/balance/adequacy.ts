import type { Column, Row } from '../../../problem/problem.ts'
import type { PowerSite } from '../context.ts'
import { flexibleTerms, type GridService, heldTerms } from '../grid/gridService.ts'
import { type BehindMeter, creditTerms } from '../plant/behindMeter.ts'

/**
 * Firm capacity against the peak: slices and their means alone would buy no backup.
 *
 *   held[t] + (1 - curtailed) flexible[t] + sum_k credit_k MW_k[t] >= (1 + margin) critical[t]
 */
export function declareAdequacy(
  { problem, inputs, site }: PowerSite,
  critical: readonly Column[],
  service: GridService,
  own: BehindMeter,
): Row[] {
  const kept = 1 - (site.power.flexible?.curtailedShare ?? 0)
  const asked = 1 + site.power.reserveMarginShare
  return inputs.periods.map((period, t) => {
    const grid = [...heldTerms(service, t), ...flexibleTerms(service, t, kept)]
    const name = `adequacy.${site.id}.${period.label}`
    return problem.atLeast(name, 'MW', [...grid, ...creditTerms(own, t), [-asked, critical[t]!]], 0)
  })
}
