import type { SolveProgress } from '../../../engine/strategy/solveFormulation.ts'

/** What is so far from the newest bound would only flatten the picture. */
const FAR = 2

/**
 * Costs and bounds of a solve as they are drawn, M$: null where nothing stood yet, and of a first plan or a first bound many
 * times the newest.
 */
export function nearBound(shown: readonly (SolveProgress | undefined)[]): {
  readonly incumbent: readonly (number | null)[]
  readonly bound: readonly (number | null)[]
} {
  const last = shown.at(-1)
  const centre = last?.boundMusd ?? 0
  const size = Math.max(Math.abs(centre), Math.abs(last?.incumbentMusd ?? 0))
  const near = (value: number | null | undefined) =>
    value != null && Math.abs(value - centre) <= FAR * size ? value : null
  return {
    incumbent: shown.map((own) => near(own?.incumbentMusd)),
    bound: shown.map((own) => near(own?.boundMusd)),
  }
}
