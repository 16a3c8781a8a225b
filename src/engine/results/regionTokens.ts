import type { PlanResult } from '../../plan/result/result.ts'
import { shiftTerms } from '../layers/shifts.ts'
import { bySlice } from './bySlice.ts'
import type { Reader } from './reader.ts'

const TOKENS = 1e6
/** Below this many Mtok/s a value is solver noise. */
const NOISE = 1e-7

/** Tokens per second of each class from each region to each place: the group's flow, split by demand. */
export function flows(reader: Reader): PlanResult['flows'] {
  const { inputs, distribution } = reader.formulation
  const places = [
    ...distribution.toSites.map((flow) => ({ flow, to: inputs.plan.sites[flow.placeIndex]!.id })),
    ...distribution.toLeases.map((flow) => ({
      flow,
      to: inputs.plan.distribution.leases[flow.placeIndex]!.id,
    })),
    ...distribution.toApis.map((flow) => ({ flow, to: inputs.plan.distribution.apis[flow.placeIndex]!.id })),
  ]
  return places.flatMap(({ flow, to }) => {
    const group = inputs.groups[flow.groupIndex]!
    return inputs.periods.flatMap((period, t) => {
      const columns = flow.columns[t]!
      if (
        meanOf(
          reader,
          columns.map((column) => reader.at(column)),
        ) <= NOISE
      )
        return []
      return group.regionIds.map((regionId, r) => {
        const tokSBySlice = bySlice(reader, columns, (h) => group.regionShares[t]![h]![r]! * TOKENS)
        return {
          period: period.label,
          classId: inputs.classes[group.classIndex]!.id,
          regionId,
          to,
          tokS: meanOf(reader, tokSBySlice),
          tokSBySlice,
        }
      })
    })
  })
}

/** Demand and what is not served, by class and region. */
export function demandServed(reader: Reader): PlanResult['demand'] {
  const { inputs, agents } = reader.formulation
  return inputs.groups.flatMap((group, i) =>
    inputs.periods.flatMap((period, t) => {
      const columns = agents.unserved[i]![t]!
      const isServed =
        meanOf(
          reader,
          columns.map((column) => reader.at(column)),
        ) <= NOISE
      return group.regionIds.map((regionId, r) => {
        const share = (h: number) => group.regionShares[t]![h]![r]! * TOKENS
        const unservedTokSBySlice = isServed ? [] : bySlice(reader, columns, share)
        return {
          period: period.label,
          classId: inputs.classes[group.classIndex]!.id,
          regionId,
          tokS: meanOf(
            reader,
            group.demandMTokS[t]!.map((mTokS, h) => mTokS * share(h)),
          ),
          unservedTokS: meanOf(reader, unservedTokSBySlice),
          unservedTokSBySlice,
          waitedTokSBySlice: waited(reader, i, t, share),
        }
      })
    }),
  )
}

/** What each slice serves of other slices' demand less what it leaves to them; empty: nothing waits. */
function waited(reader: Reader, groupIndex: number, t: number, share: (h: number) => number): number[] {
  const { inputs, distribution } = reader.formulation
  if (inputs.groups[groupIndex]!.deferrableH <= 0) return []
  return inputs.slices.map(
    (_, h) => -reader.sum(shiftTerms(inputs, distribution.shifts, groupIndex, t, h)) * share(h),
  )
}

/** Mean of the week from values by slice; none is zero. */
function meanOf(reader: Reader, values: readonly number[]): number {
  const { slices } = reader.formulation.inputs
  const hours = slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0)
  return slices.reduce((sum, slice, h) => sum + (values[h] ?? 0) * slice.hoursPerPeriod, 0) / hours
}
