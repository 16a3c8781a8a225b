import { SECONDS_PER_HOUR } from '../../../plan/units.ts'
import { unservedUsdPerMTok } from '../../derive/distribution/sellPrice.ts'
import type { Inputs } from '../../derive/inputs.ts'
import type { Column, Problem } from '../../problem/problem.ts'

/** Columns by [group][period][slice]. */
export type ByGroup = readonly (readonly (readonly Column[])[])[]

export interface Agents {
  /** Mtok/s not served. */
  readonly unserved: ByGroup
}

/**
 * Layer 7, agents: the demand, and what of it is not served.
 *
 *   unserved[i,t,h] >= 0, at the plan's penalty, or at what its tokens sell for; fixed at 0 where it must serve all
 *
 * Demand itself is the right-hand side of the balance in the distribution layer.
 */
export function declareAgents(problem: Problem, inputs: Inputs): Agents {
  const { plan, periods, slices, groups } = inputs
  const unserved = groups.map((group) =>
    periods.map((period) =>
      slices.map((slice) =>
        problem.variable(`unserved.${group.id}.${period.label}.${slice.id}`, 'Mtok/s', {
          upper: plan.routing.mustServe ? 0 : (group.demandMTokS[period.index]?.[slice.index] ?? 0),
          cost:
            (unservedUsdPerMTok(inputs, group.classIndex, period) *
              slice.hoursPerPeriod *
              SECONDS_PER_HOUR *
              period.discount) /
            1e6,
        }),
      ),
    ),
  )
  return { unserved }
}
