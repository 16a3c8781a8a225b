import { expect, test } from 'vitest'
import { longestWaitS } from './queue.ts'

test('eight calls at ten places: two in five wait, and one in twenty over a holding time (Erlang C 0.409)', () => {
  expect(longestWaitS(8, 10, 1, 0.05)).toBeCloseTo(Math.log(0.409 / 0.05) / 2, 2)
})

test('a large pool below its cap lets nobody wait; a full one lets everybody', () => {
  expect(longestWaitS(9000, 10_000, 20, 0.05)).toBe(0)
  expect(longestWaitS(10, 10, 20, 0.05)).toBeGreaterThan(1e6)
})
