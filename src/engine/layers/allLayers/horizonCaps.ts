import { isAtEdge } from '../../../plan/tiers.ts'
import { SECONDS_PER_HOUR } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import type { Problem, Term } from '../../problem/problem.ts'
import type { Agents } from '../agents/agents.ts'
import type { Distribution } from '../distribution/distribution.ts'
import type { Flow } from '../distribution/flows.ts'
import { scale } from '../power/context.ts'
import type { Supply } from '../power/declarePower.ts'

interface Counted {
  readonly agents: Agents
  readonly distribution: Distribution
  readonly power: { readonly supplies: readonly Supply[] }
}

/**
 * What the plan may emit, leave unserved and take from others over its whole horizon, not discounted: the epsilon
 * constraints of a front, too.
 *
 *   1. carbon of the electricity of all sites  <= tonnes
 *   2. tokens unserved                         <= million tokens
 *   3. tokens leased and bought                <= million tokens
 *   4. tokens served away from the edge        <= million tokens     (places of other tiers than device and edge)
 */
export function declareHorizonCaps(problem: Problem, inputs: Inputs, counted: Counted): void {
  const { plan } = inputs
  const { carbonTonnes, unservedMTok, leasedMTok, awayFromEdgeMTok } = plan.budget
  // Rows in thousand tonnes, and in million million tokens, so that coefficients stay near one.
  const cap = (name: string, unit: string, most: number | undefined, per: number, list: () => Term[]) => {
    if (most === undefined) return
    const terms = scale(list(), per)
    // A row without columns would bound nothing: what is not there is not limited.
    if (terms.length > 0) problem.atMost(`budget.${name}`, unit, terms, most * per)
  }
  const { agents, distribution, power } = counted
  // Users' own devices sell nothing.
  const isBought = ({ placeIndex }: Flow) => plan.distribution.apis[placeIndex]!.tier !== 'device'
  cap('horizon-carbon', 'kt', carbonTonnes, 1e-3, () =>
    power.supplies.flatMap(({ carbonT }) => carbonT(inputs.periods)),
  )
  cap('horizon-unserved', 'Ttok', unservedMTok, 1e-6, () =>
    tokens(
      inputs,
      agents.unserved.map((columns) => ({ columns })),
    ),
  )
  cap('horizon-leased', 'Ttok', leasedMTok, 1e-6, () =>
    tokens(inputs, [...distribution.toLeases, ...distribution.toApis.filter(isBought)]),
  )
  const isFar = ({ placeIndex }: Flow) => !isAtEdge(plan, plan.sites[placeIndex]!.id)
  cap('horizon-away-from-edge', 'Ttok', awayFromEdgeMTok, 1e-6, () =>
    tokens(inputs, [
      ...distribution.toSites.filter(isFar),
      ...distribution.toLeases,
      ...distribution.toApis.filter(isBought),
    ]),
  )
}

/** Million tokens over the horizon. */
function tokens({ periods, slices }: Inputs, flows: readonly Pick<Flow, 'columns'>[]): Term[] {
  return periods.flatMap((_, t) =>
    slices.flatMap(({ hoursPerPeriod }, h) =>
      flows.map(({ columns }): Term => [SECONDS_PER_HOUR * hoursPerPeriod, columns[t]![h]!]),
    ),
  )
}
