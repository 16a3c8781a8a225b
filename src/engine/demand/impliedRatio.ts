import { unitKw } from '../../plan/unitPower.ts'
import type { Inputs } from '../derive/inputs.ts'

/** What the shares of the small models imply. */
export interface ImpliedRatio {
  /** Share of the tokens, last period, that another model serves with routing than without. */
  readonly smallShare: number
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
  const at = (h: number, weigh: (classId: string, mTokS: number) => number) =>
    on.groups.reduce((sum, group) => {
      const peakMTokS = group.demandMTokS[t]![h]! * group.peakFactor[t]![h]!
      return sum + weigh(on.classes[group.classIndex]!.id, peakMTokS)
    }, 0)
  const most = (best: typeof bestOn) =>
    Math.max(...on.slices.map((_, h) => at(h, (id, mTokS) => mTokS / best.get(id)!.mTokSPerMw)))
  const tokens = (isWanted: (id: string) => boolean) =>
    on.slices.reduce(
      (sum, slice, h) => sum + at(h, (id, mTokS) => (isWanted(id) ? mTokS : 0)) * slice.hoursPerPeriod,
      0,
    )
  const isMoved = (id: string) => bestOn.get(id)!.modelId !== bestOff.get(id)!.modelId
  return {
    smallShare: tokens(isMoved) / tokens(() => true),
    ratio: most(bestOff) / most(bestOn),
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
