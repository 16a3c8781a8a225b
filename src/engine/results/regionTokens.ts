import type { PlanResult } from '../../plan/result/result.ts'
import { shiftTerms } from '../layers/shifts.ts'
import { toDigits } from './bySlice.ts'
import { type Closed, meanOf } from './closedFlows.ts'
import type { Reader } from './reader.ts'

const TOKENS = 1e6
/** Enough for tokens to be conserved where a slice serves many times what it asks for. */
const DIGITS = 10

/** Tokens per second of each class from each region to each place: the group's flow, split by demand. */
export function flows(reader: Reader, closed: Closed): PlanResult['flows'] {
  const { inputs } = reader.formulation
  return closed.flows.flatMap(({ flow, to, mTokS }) => {
    const group = inputs.groups[flow.groupIndex]!
    return inputs.periods.flatMap((period, t) => {
      const values = mTokS[t]
      if (!values) return []
      return group.regionIds.map((regionId, r) => {
        const tokSBySlice = values.map((value, h) =>
          toDigits(value * group.regionShares[t]![h]![r]! * TOKENS, DIGITS),
        )
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
export function demandServed(reader: Reader, closed: Closed): PlanResult['demand'] {
  const { inputs } = reader.formulation
  return inputs.groups.flatMap((group, i) =>
    inputs.periods.flatMap((period, t) => {
      const values = closed.unserved[i]![t]
      return group.regionIds.map((regionId, r) => {
        const share = (h: number) => group.regionShares[t]![h]![r]! * TOKENS
        const unservedTokSBySlice = values ? values.map((value, h) => toDigits(value * share(h), DIGITS)) : []
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
