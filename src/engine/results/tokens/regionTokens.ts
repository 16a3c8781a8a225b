import type { PlanResult } from '../../../plan/result/result.ts'
import { TOKENS_PER_MTOK } from '../../../plan/units.ts'
import { shiftTerms } from '../../layers/scheduling/shifts.ts'
import type { Reader } from '../reader.ts'
import { toDigits } from './bySlice.ts'
import { type Closed, meanOf } from './closedFlows.ts'

/** Enough for tokens to be conserved where a slice serves many times what it asks for. */
const DIGITS = 10

/** Tokens per second of each class from each region to each place: the group's flow, split by demand. */
export function flows(reader: Reader, closed: Closed): PlanResult['flows'] {
  const { inputs } = reader.formulation
  const routes = Map.groupBy(closed.flows, ({ flow, to }) => `${flow.groupIndex} ${to}`)
  return [...routes.values()].flatMap((parts) => {
    const { flow, to } = parts[0]!
    const group = inputs.groups[flow.groupIndex]!
    return inputs.periods.flatMap((period, t) => {
      const served = parts.filter((own) => own.mTokS[t])
      if (served.length === 0) return []
      return group.regionIds.map((regionId, r) => {
        const inRegion = (value: number, h: number) =>
          value * group.regionShares[t]![h]![r]! * TOKENS_PER_MTOK
        const tokSBySlice = inputs.slices.map((_, h) =>
          toDigits(
            served.reduce((sum, own) => sum + inRegion(own.mTokS[t]![h]!, h), 0),
            DIGITS,
          ),
        )
        const byModel = served.flatMap((own): [string, number[]][] => {
          const { modelId } = inputs.classes[own.flow.classIndex]!
          const values = own.mTokS[t]!.map((value, h) => toDigits(inRegion(value, h), DIGITS))
          return modelId === undefined ? [] : [[modelId, values]]
        })
        return {
          period: period.label,
          classId: inputs.classes[group.classIndex]!.id,
          regionId,
          to,
          tokS: meanOf(reader, tokSBySlice),
          tokSBySlice,
          ...(byModel.length > 0 ? { tokSBySliceByModel: Object.fromEntries(byModel) } : {}),
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
        const share = (h: number) => group.regionShares[t]![h]![r]! * TOKENS_PER_MTOK
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
