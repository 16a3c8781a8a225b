import { expect, test } from 'vitest'
import type { SolveProgress } from '../../../engine/strategy/solveFormulation.ts'
import { nearBound } from './nearBound.ts'

const at = (incumbentMusd: number | null, boundMusd: number): SolveProgress => ({
  ...{ phase: 'search', incumbentMusd, boundMusd, gapShare: null },
  ...{ provisionalMusd: null, provisionalGapShare: null, timeS: 1 },
})

test('a first plan and a first bound many times the newest are not drawn, what is near is', () => {
  const shown = [undefined, at(null, -52_602), at(9_000, 980), at(1_020, 1_000)]
  expect(nearBound(shown)).toEqual({
    incumbent: [null, null, null, 1_020],
    bound: [null, null, 980, 1_000],
  })
})

test('a plan that earns is drawn as one that costs', () => {
  expect(nearBound([at(-900, -1_400), at(-1_000, -1_010)])).toEqual({
    incumbent: [-900, -1_000],
    bound: [-1_400, -1_010],
  })
})

test('beside a bound of nothing the plan gives the scale', () => {
  expect(nearBound([at(5_000, -500), at(100, 0)])).toEqual({ incumbent: [null, 100], bound: [null, 0] })
})
