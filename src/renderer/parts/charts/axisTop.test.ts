import { expect, test } from 'vitest'
import { axisTop } from './axisTop.ts'

test.each([
  [1.47, 1.6],
  [165e6, 200e6],
  [0.93, 1],
  [4, 4],
  [1, 1],
  [9.9, 10],
  [0, 1],
])('an axis of values up to %s ends at %s', (value, top) => expect(axisTop(value)).toBeCloseTo(top, 9))
