import type { Inputs } from '../../derive/inputs.ts'
import type { Formulation } from '../../formulate.ts'
import type { Fleet } from '../../layers/accelerators/accelerators.ts'
import { moduleCapexMusdPerMw, unitItMw } from '../../layers/aidc/facility.ts'

/** Kinds taken for each class. */
const TAKEN = 2

/**
 * Fleets likely to be of use, by the first of their `bought` columns: at each site, for each class of tasks and each
 * period in which it can be delivered, the kinds that do the class's work at the least cost to the horizon:
 *
 *   (unit bought + kept + its MW of rooms and of energy, from t on) / (speed x years from t on)
 *
 * A guess to start from, no more: those left out are priced after every run. `taken`: kinds for each class.
 */
export function likelyFleets(
  { problem, inputs, accelerators, serving }: Formulation,
  taken = TAKEN,
): Set<number> {
  const likely = new Set<number>()
  for (const siteIndex of inputs.plan.sites.keys()) {
    const fleets = accelerators.fleets.filter((fleet) => fleet.siteIndex === siteIndex)
    const musdPerMw = placeMusdPerMw(inputs, siteIndex)
    const costs = fleets.map(({ acceleratorIndex, bought, active }) => {
      const own = suffixSums(bought.map((column, t) => problem.cost[column]! + problem.cost[active[t]!]!))
      const years = suffixSums(inputs.periods.map(({ lengthYears }) => lengthYears))
      return own.map((musd, t) => (musd + unitItMw(inputs, acceleratorIndex) * musdPerMw[t]!) / years[t]!)
    })
    const classes = new Set(
      serving.busy.filter((busy) => busy.siteIndex === siteIndex).map((busy) => busy.classIndex),
    )
    for (const classIndex of classes) {
      const least = ({ acceleratorIndex, bought }: Fleet, k: number) => {
        const speed = inputs.speed[classIndex]![acceleratorIndex]!.mTokSPerUnit
        const best = bought.map((column, t) =>
          problem.upper[column]! > 0 ? costs[k]![t]! : Number.POSITIVE_INFINITY,
        )
        return speed > 0 ? Math.min(...best) / speed : Number.POSITIVE_INFINITY
      }
      const ranked = fleets
        .map((fleet, k) => ({ fleet, musd: least(fleet, k) }))
        .sort((a, b) => a.musd - b.musd)
      for (const { fleet } of ranked.slice(0, taken)) likely.add(fleet.bought[0]!)
    }
  }
  return likely
}

/** [period] present value of a MW of IT from then on: rooms and energy. */
function placeMusdPerMw(inputs: Inputs, siteIndex: number): number[] {
  const rooms = moduleCapexMusdPerMw(inputs, siteIndex)
  const { opexMusdPerMwYear } = inputs.plan.sites[siteIndex]!.facility
  const energy = inputs.energy[siteIndex]!
  const hoursYear = 8766
  const running = suffixSums(
    inputs.periods.map(
      (period) =>
        (opexMusdPerMwYear + (energy.usdPerMwh * hoursYear) / 1e6) * period.lengthYears * period.discount,
    ),
  )
  return running.map((musd, t) => musd + rooms[t]!)
}

function suffixSums(values: readonly number[]): number[] {
  let sum = 0
  return values.map((_, k) => (sum += values[values.length - 1 - k]!)).toReversed()
}
