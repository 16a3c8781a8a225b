import { unitKw } from '../../plan/unitPower.ts'
import { SECONDS_PER_HOUR } from '../../plan/units.ts'
import type { Inputs } from '../derive/inputs.ts'

/** What a class needs at the busiest minute, with the plan's best hardware for it. */
export interface ClassNeed {
  readonly classId: string
  readonly modelId: string
  readonly peakMTokS: number
  /** Million tokens per second that a MW of IT serves. */
  readonly mTokSPerMw: number
}

/** Megawatts at the busiest minute of the slice that needs most. */
export interface ImpliedNeed {
  readonly itMw: number
  readonly classes: readonly ClassNeed[]
}

/** What the shares of the small models imply. */
export interface ImpliedRatio {
  /** Tokens at the peak rates of the last period whose model is another with routing than without, and all, million. */
  readonly smallMTok: number
  readonly allMTok: number
  /** Share of the former in the latter. */
  readonly smallShare: number
  readonly withRouting: ImpliedNeed
  readonly withoutRouting: ImpliedNeed
  /** Megawatts without routing over megawatts with it. */
  readonly ratio: number
}

/**
 *   ratio = sum_k D[k] / v_off[k]  /  sum_k D[k] / v_on[k]
 *
 * at the busiest minute of the last period's slice that needs most, with v the tokens per second that a MW of IT of the
 * plan's best hardware serves of class k, with routing and without. Null where a class has no speed.
 */
export function impliedRatio(on: Inputs, off: Inputs): ImpliedRatio | null {
  const classIds = new Set(on.groups.map((group) => on.classes[group.classIndex]!.id))
  const bestOn = new Map([...classIds].map((id) => [id, bestOf(on, id)]))
  const bestOff = new Map([...classIds].map((id) => [id, bestOf(off, id)]))
  if ([...bestOn.values(), ...bestOff.values()].some((own) => own.mTokSPerMw <= 0)) return null
  const t = on.periods.length - 1
  const peakOf = (id: string, h: number) =>
    on.groups
      .filter((group) => on.classes[group.classIndex]!.id === id)
      .reduce((sum, group) => sum + group.demandMTokS[t]![h]! * group.peakFactor[t]![h]!, 0)
  const needAt = (best: typeof bestOn, h: number): ImpliedNeed => {
    const classes = [...best].map(([classId, own]) => ({ classId, ...own, peakMTokS: peakOf(classId, h) }))
    return { itMw: classes.reduce((sum, own) => sum + own.peakMTokS / own.mTokSPerMw, 0), classes }
  }
  const mostOf = (best: typeof bestOn) =>
    on.slices
      .map((_, h) => needAt(best, h))
      .reduce((most, own) => (own.itMw > most.itMw ? own : most), { itMw: 0, classes: [] })
  const isMoved = (id: string) => bestOn.get(id)!.modelId !== bestOff.get(id)!.modelId
  const tokens = (ids: readonly string[]) =>
    on.slices.reduce(
      (sum, slice, h) => sum + ids.reduce((own, id) => own + peakOf(id, h), 0) * slice.hoursPerPeriod,
      0,
    ) * SECONDS_PER_HOUR
  const [smallMTok, allMTok] = [tokens([...classIds].filter(isMoved)), tokens([...classIds])]
  const [withRouting, withoutRouting] = [mostOf(bestOn), mostOf(bestOff)]
  return {
    ...{ smallMTok, allMTok, smallShare: smallMTok / allMTok },
    ...{ withRouting, withoutRouting, ratio: withoutRouting.itMw / withRouting.itMw },
  }
}

function bestOf(
  { plan, classes, speed }: Inputs,
  classId: string,
): { readonly modelId: string; readonly mTokSPerMw: number } {
  const row = speed[classes.findIndex((own) => own.id === classId)] ?? []
  return plan.accelerators
    .map((own, g) => ({
      modelId: row[g]!.modelId,
      mTokSPerMw: (row[g]!.mTokSPerUnit * 1000) / unitKw(own),
    }))
    .reduce((best, own) => (own.mTokSPerMw > best.mTokSPerMw ? own : best), { modelId: '', mTokSPerMw: 0 })
}
