import { expect, test } from 'vitest'
import { longestWaitS } from './queue.ts'

test('sixteen calls at twenty places: one in four waits, one in twenty for two fifths of a holding time (Erlang C 0.256)', () => {
  expect(longestWaitS(16, 20, 1, 0.05)).toBeCloseTo(Math.log(0.256 / 0.05) / 4, 2)
})

test('a large pool below its cap lets nobody wait; a full one lets everybody', () => {
  expect(longestWaitS(9000, 10_000, 20, 0.05)).toBe(0)
  expect(longestWaitS(20, 20, 20, 0.05)).toBeGreaterThan(1e6)
})
