import type { Inputs } from '../../derive/inputs.ts'
import type { Period } from '../../derive/periods.ts'
import type { Slice } from '../../derive/slices.ts'
import type { Column, Term } from '../../problem/problem.ts'

/** One flow of a group to a place. */
export interface Flow {
  readonly groupIndex: number
  /** Class as which it is served there: the group's own, or that of one model. */
  readonly classIndex: number
  readonly placeIndex: number
  /** [period][slice] Mtok/s. */
  readonly columns: readonly (readonly Column[])[]
}

/** A flow at the peak within the slice, divided by `per`. */
export function peakTerm(inputs: Inputs, flow: Flow, period: Period, slice: Slice, per = 1): Term {
  const peak = inputs.groups[flow.groupIndex]!.peakFactor[period.index]![slice.index]!
  return [peak / per, flow.columns[period.index]![slice.index]!]
}
