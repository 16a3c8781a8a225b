import type { Flow } from '../../layers/distribution/flows.ts'
import { shiftTerms } from '../../layers/scheduling/shifts.ts'
import type { Column } from '../../problem/problem.ts'
import type { Reader } from '../reader.ts'

/** Below this many Mtok/s, mean of the week, a value is solver noise. */
const NOISE = 1e-7

/** A flow as the result says it. */
export interface ClosedFlow {
  readonly flow: Flow
  readonly to: string
  /** [period][slice] Mtok/s; null: none to speak of. */
  readonly mTokS: readonly (readonly number[] | null)[]
}

export interface Closed {
  readonly flows: readonly ClosedFlow[]
  /** [group][period][slice] Mtok/s; null: all is served. */
  readonly unserved: readonly (readonly (readonly number[] | null)[])[]
}

/**
 * Flows and unserved tokens without the solver's noise. What its tolerance leaves open in a balance, and what is left
 * out as noise, goes to the largest that stays, so that every slice of every class and region is conserved exactly.
 */
export function closedFlows(reader: Reader): Closed {
  const { inputs, distribution, agents } = reader.formulation
  const { plan } = inputs
  const placed = [
    ...distribution.toSites.map((flow) => ({ flow, to: plan.sites[flow.placeIndex]!.id })),
    ...distribution.toLeases.map((flow) => ({ flow, to: plan.distribution.leases[flow.placeIndex]!.id })),
    ...distribution.toApis.map((flow) => ({ flow, to: plan.distribution.apis[flow.placeIndex]!.id })),
  ]
  const read = (columns: readonly Column[]) => {
    const values = columns.map((column) => Math.max(0, reader.at(column)))
    return meanOf(reader, values) > NOISE ? values : null
  }
  const flows = placed.map((own) => ({ ...own, mTokS: own.flow.columns.map(read) }))
  const unserved = agents.unserved.map((table) => table.map(read))
  inputs.groups.forEach((group, i) => {
    inputs.periods.forEach((_, t) => {
      const carriers = [
        ...flows.filter((own) => own.flow.groupIndex === i).map((own) => own.mTokS[t]),
        unserved[i]![t],
      ].filter((values) => values !== null && values !== undefined)
      inputs.slices.forEach((_slice, h) => {
        const left = reader.sum(shiftTerms(inputs, distribution.shifts, i, t, h))
        const sum = carriers.reduce((total, values) => total + values[h]!, 0)
        const largest = carriers.toSorted((a, b) => b[h]! - a[h]!)[0]
        if (largest) largest[h] = Math.max(0, largest[h]! + group.demandMTokS[t]![h]! - left - sum)
      })
    })
  })
  return { flows, unserved }
}

/** Mean of the week from values by slice; none is zero. */
export function meanOf(reader: Reader, values: readonly number[]): number {
  const { slices } = reader.formulation.inputs
  const hours = slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0)
  return slices.reduce((sum, slice, h) => sum + (values[h] ?? 0) * slice.hoursPerPeriod, 0) / hours
}
