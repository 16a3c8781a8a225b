import type { Inputs } from '../derive/inputs.ts'
import { formulate } from '../formulate.ts'
import { type SolveOptions, solveFormulation } from '../strategy/solveFormulation.ts'
import { cakeSlices } from './cake.ts'
import { Reader } from './reader.ts'
import { worthTable } from './worth.ts'

/** Demand that cannot be served together with the rest, and the layer that stands in the way. */
export interface Conflict {
  readonly classId: string
  readonly regionIds: readonly string[]
  readonly from: string
  readonly to: string
  /** Largest shortfall over the periods, tokens per second. */
  readonly shortfallTokS: number
  readonly reason: string
}

/**
 * Why all demand cannot be served: the plan is solved once more with shortfalls allowed at the penalty; the
 * demands that then stay short are those in conflict, and the layer that binds where they may go is the reason.
 */
export async function findConflicts(inputs: Inputs, options: SolveOptions): Promise<Conflict[]> {
  const routing = { ...inputs.plan.routing, mustServe: false }
  const elastic = formulate({ ...inputs, plan: { ...inputs.plan, routing } })
  const solved = await solveFormulation(elastic, options)
  if (solved.kind !== 'plan') return []
  const reader = new Reader(elastic, solved)
  const cake = cakeSlices(reader, worthTable(reader))
  return inputs.groups.flatMap((group, i) => {
    const short = inputs.periods.map((_, t) =>
      Math.max(...elastic.agents.unserved[i]![t]!.map((column) => reader.at(column))),
    )
    const first = short.findIndex((value) => value > 1e-6)
    if (first < 0) return []
    const last = short.findLastIndex((value) => value > 1e-6)
    const period = inputs.periods[last]!.label
    const binding = group.siteIndices.map((index) => {
      const site = inputs.plan.sites[index]!
      const slice = cake.find((own) => own.siteId === site.id && own.period === period && own.isBinding)
      // Where the need itself would bind, nothing that could serve stands there yet.
      return slice && slice.layer !== 'agents'
        ? `${slice.layer} at ${site.name}`
        : `nothing in service yet at ${site.name}`
    })
    return [
      {
        classId: inputs.classes[group.classIndex]!.id,
        regionIds: group.regionIds,
        from: inputs.periods[first]!.label,
        to: period,
        shortfallTokS: Math.max(...short) * 1e6,
        reason: binding.length > 0 ? `limited by ${binding.join(', ')}` : 'no site or lease may serve it',
      },
    ]
  })
}
