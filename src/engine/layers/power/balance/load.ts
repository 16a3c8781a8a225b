import type { Inputs } from '../../../derive/inputs.ts'
import type { Term } from '../../../problem/problem.ts'
import type { Accelerators } from '../../accelerators/accelerators.ts'
import { idleAndWorkMw } from '../../aidc/facility.ts'
import type { Serving } from '../../models/serving.ts'

/** IT load of the units of a site, without the fixed load. */
export interface ItLoad {
  /** Mean of a slice, MW. */
  readonly mean: (t: number, h: number) => Term[]
  /** Busiest minute of a slice, MW. */
  readonly peak: (t: number, h: number) => Term[]
}

/**
 *   sum_g (p_g idle_g + network_g) active[g,t] + p_g (1 - idle_g) (training[g,t] + sold[g,t,h] + sum_w busy[g,w,t,h] / peak_w)
 *
 * where `busy` is what the busiest minute needs, and peak_w its ratio to the mean (1 for the peak itself).
 */
export function itLoad(
  inputs: Inputs,
  accelerators: Accelerators,
  serving: Serving,
  siteIndex: number,
): ItLoad {
  const fleets = accelerators.fleets.filter((fleet) => fleet.siteIndex === siteIndex)
  const own = serving.busy.filter((busy) => busy.siteIndex === siteIndex)
  const sold = accelerators.sold.filter((item) => item.siteIndex === siteIndex)
  const power = inputs.plan.accelerators.map((_, g) => idleAndWorkMw(inputs, g))
  const terms = (t: number, h: number, isMean: boolean): Term[] => [
    ...fleets.map((fleet): Term => [power[fleet.acceleratorIndex]!.idle, fleet.active[t]!]),
    ...fleets.flatMap(({ acceleratorIndex: g, training }): Term[] =>
      training.length > 0 ? [[power[g]!.work, training[t]!]] : [],
    ),
    ...sold.map((item): Term => [power[item.acceleratorIndex]!.work, item.columns[t]![h]!]),
    ...own.map((busy): Term => {
      const peak = isMean ? classPeakFactor(inputs, siteIndex, busy.classIndex, t, h) : 1
      return [power[busy.acceleratorIndex]!.work / peak, busy.columns[t]![h]!]
    }),
  ]
  return { mean: (t, h) => terms(t, h, true), peak: (t, h) => terms(t, h, false) }
}

/** Peak over mean of a class in a slice: of the groups that may come here, the smallest, so that energy is never understated. */
function classPeakFactor(
  inputs: Inputs,
  siteIndex: number,
  classIndex: number,
  t: number,
  h: number,
): number {
  const own = inputs.groups.filter(
    (group) =>
      inputs.classes[group.classIndex]!.id === inputs.classes[classIndex]!.id &&
      group.siteIndices.includes(siteIndex),
  )
  return own.length === 0 ? 1 : Math.min(...own.map((group) => group.peakFactor[t]![h]!))
}
