import { expect, test } from 'vitest'
import { stepPath } from './timeline.ts'

test('steps of a site stand over the same ground, the largest of all plans at the top', () => {
  expect(stepPath([0, 2, 4], 4)).toBe('M0 1V1H1V0.5H2V0H3V1Z')
  // Another plan that builds half as much there is half as high.
  expect(stepPath([2, 2, 2], 4)).toBe('M0 1V0.5H1V0.5H2V0.5H3V1Z')
  expect(stepPath([0, 0], 0)).toBe('M0 1V1H1V1H2V1Z')
})
