import { expect, test } from 'vitest'
import { levelisedAt } from './utilisationCost.ts'

// 80 M$ fixed, 20 M$ for the work, a million million tokens at half the hours.
const own = { utilisation: 0.5, fixedMusd: 80, variableMusd: 20, mTok: 1e6, lines: [] }

test.each([
  [0.5, 100],
  [0.25, 180],
  [1, 60],
])('at a utilisation of %d a million tokens cost %d', (share, usd) => {
  expect(levelisedAt(own, share)).toBeCloseTo(usd, 9)
})
