import { type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import type { FollowingBuilder } from '../traceContext.ts'

/** By how much a figure of this plan is another than that of the first plan compared: absolute, or as a share of it. */
export const CHANGE_TRACES: Readonly<Record<string, FollowingBuilder>> = {
  change: (follow, [side = '', of = ''], c) => {
    const { change } = c.asked
    const [own, first] = [follow(of), follow(of, true)]
    if (!change || !own || !first || !isSide(side) || (side === 'share' && first.value === 0)) return null
    const input = ({ word, value, unit, ref }: Trace, name: string): TraceInput => {
      return { word, of: name, value, unit, ref }
    }
    const { formula, unit, read } = SIDES[side]
    const value = read(own.value, first.value)
    return {
      ...{ word: 'difference', of: own.of, value, unit: unit ?? own.unit, formula, isDecided: false },
      inputs: [input(own, change.ownName), { ...input(first, change.name), isOfFirst: true }],
      recomputed: value,
    }
  },
}

const SIDES = {
  value: { formula: 'change', unit: null, read: (own: number, first: number) => own - first },
  share: {
    formula: 'change-share',
    unit: 'share',
    read: (own: number, first: number) => (own - first) / Math.abs(first),
  },
} as const
export type ChangeSide = keyof typeof SIDES
const isSide = (side: string): side is ChangeSide => Object.hasOwn(SIDES, side)

/** Of a figure that both plans have a trace of. */
export function changeRef(side: ChangeSide, of: TraceRef): TraceRef {
  return toRef('change', side, of)
}
