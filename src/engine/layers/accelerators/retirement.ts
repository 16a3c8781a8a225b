import type { Inputs } from '../../derive/inputs.ts'
import type { Column, Problem } from '../../problem/problem.ts'
import { type EarlyAge, earlyAges, servicePeriods, unitCapexMusd, unitNetworkMusd } from './purchase.ts'

/** Units delivered in one period that leave service at an early age. */
export interface EarlyExit {
  readonly age: EarlyAge
  /** Period of their delivery. */
  readonly bought: number
  /** First period without them; within the horizon. */
  readonly leaves: number
  /** First period without them had they stayed; may be beyond the horizon. */
  readonly lastLeaves: number
  readonly column: Column
}

/**
 * Early retirement: of the units delivered in a period, how many leave at which of the ages that the plan offers. What
 * is known when they are bought is all that is ever known, so that choosing then is choosing later.
 *
 *   early[s,g,a,v]  units (integer) of those delivered in v that leave at age a, for v + a within the horizon
 *   cost            capex of a unit sold at a, less capex of one that stays (see `purchase.ts`)
 *
 * A column for each age and period of delivery; the rows are those of the fleet (see `accelerators.ts`). Purchases that
 * carry their age would take columns for all periods of every age, and rows that keep each running total from falling.
 */
export function declareEarlyExits(
  problem: Problem,
  inputs: Inputs,
  siteIndex: number,
  acceleratorIndex: number,
): EarlyExit[] {
  const { plan, periods } = inputs
  const accelerator = plan.accelerators[acceleratorIndex]!
  const stays = servicePeriods(inputs, accelerator)
  const capex = (age?: EarlyAge) => {
    const network = unitNetworkMusd(inputs, acceleratorIndex, age)
    return unitCapexMusd(inputs, acceleratorIndex, age).map((musd, t) => musd + network[t]!)
  }
  const kept = capex()
  return earlyAges(accelerator).flatMap((age) => {
    const serves = servicePeriods(inputs, accelerator, age)
    if (serves >= stays) return []
    const sold = capex(age)
    const key = `${plan.sites[siteIndex]!.id}.${accelerator.id}.${age.years}y`
    return periods.slice(0, Math.max(0, periods.length - serves)).map(
      ({ label, index }): EarlyExit => ({
        ...{ age, bought: index, leaves: index + serves, lastLeaves: index + stays },
        column: problem.variable(`early.${key}.${label}`, 'units', {
          isInteger: true,
          cost: sold[index]! - kept[index]!,
        }),
      }),
    )
  })
}
