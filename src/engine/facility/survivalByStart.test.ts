import { expect, test } from 'vitest'
import { survivalByStart } from './survivalByStart.ts'

test('an outage from any hour: its mean and its worst start, round the end of the list', () => {
  // One of two generators works after t hours with 1 - (1 - 0.8^t)^2, both with 0.64^t.
  const pair = { count: 2, unitMw: 1, availability: 1, failureToStart: 0, mttfH: 5 }
  const { meanByHour, lowestByHour, worstStart } = survivalByStart({ generators: [pair], loadMw: [1, 2] }, 2)
  // From hour 0: 0.96, then both 0.4096. From hour 1: 0.64, then 0.64 x 0.96 (one of two left).
  expect(meanByHour[0]).toBeCloseTo((0.96 + 0.64) / 2, 9)
  expect(meanByHour[1]).toBeCloseTo((0.4096 + 0.64 * 0.96) / 2, 9)
  expect(lowestByHour[1]).toBeCloseTo(0.4096, 9)
  expect(worstStart).toBe(0)
})
