import type { Formulation } from '../formulate.ts'
import type { Flow } from '../layers/flows.ts'
import { gridTco2PerMwh, powerSlicesOf, scale } from '../layers/power/context.ts'
import type { Term } from '../problem/problem.ts'
import type { Measure } from './task.ts'

const SECONDS_PER_HOUR = 3600
/** Rows in thousand tonnes, and in million million tokens, so that coefficients stay near one. */
const SCALE = { carbon: 1e-3, unserved: 1e-6, leased: 1e-6 } as const

/**
 * The epsilon constraint of a front: the total over the horizon of carbon (t), tokens unserved, or tokens leased and
 * bought (million) is at most so much.
 */
export function addCap(formulation: Formulation, measure: Measure, most: number): void {
  const factor = SCALE[measure]
  const terms = scale(termsOf(formulation, measure), factor)
  // A row without columns would bound nothing: what is not there is not limited.
  if (terms.length > 0) formulation.problem.atMost(`cap.${measure}`, measure, terms, most * factor)
}

function termsOf({ inputs, power, agents, distribution }: Formulation, measure: Measure): Term[] {
  const { periods, slices } = inputs
  const each = (term: (t: number, h: number) => readonly Term[]): Term[] =>
    periods.flatMap((_, t) =>
      slices.flatMap((slice, h) =>
        term(t, h).map(([value, column]): Term => [value * slice.hoursPerPeriod, column]),
      ),
    )
  const tokens = (flows: readonly Pick<Flow, 'columns'>[]) =>
    each((t, h) => flows.map(({ columns }): Term => [SECONDS_PER_HOUR, columns[t]![h]!]))
  const isBought = ({ placeIndex }: Flow) => inputs.plan.distribution.apis[placeIndex]!.tier === 'api'
  switch (measure) {
    case 'unserved':
      return tokens(agents.unserved.map((columns) => ({ columns })))
    case 'leased':
      return tokens([...distribution.toLeases, ...distribution.toApis.filter(isBought)])
    case 'carbon':
      return power.supplies.flatMap((supply) => {
        const energy = inputs.energy[supply.siteIndex]!
        return periods.flatMap((_, t) =>
          powerSlicesOf(inputs, supply.siteIndex).flatMap(({ index: h, hoursIn }) =>
            scale(
              [
                [gridTco2PerMwh({ energy }, t, h), supply.balance.drawn[t]![h]!],
                ...supply.plants.map((plant): Term => [plant.source.tco2PerMwh, plant.generated[t]![h]!]),
                ...supply.contracts.flatMap(({ own, taken }): Term[] =>
                  taken[t] ? [[own.tco2PerMwh, taken[t][h]!]] : [],
                ),
              ],
              hoursIn[t]!,
            ),
          ),
        )
      })
    default:
      return measure satisfies never
  }
}
