import { expect, test } from 'vitest'
import { nameSides } from './sankey.ts'

test('names of two stages never meet in one gap: the one before the last looks where the shorter names are', () => {
  const tokens = { r1: 'Ashburn', m1: 'DeepSeek-V4-Flash · 57.9 M', p1: 'B200, one year', t1: 'leased' }
  expect([...nameSides('rmpt', tokens).values()]).toEqual(['right', 'right', 'right', 'left'])
  const money = { r1: 'Revenue', a1: 'All money', l1: 'Accelerators', c1: 'Purchase NVIDIA B300 SXM' }
  expect([...nameSides('ralc', money).values()]).toEqual(['right', 'right', 'left', 'left'])
  expect([...nameSides('ab', { a1: 'A', b1: 'A longer name' }).values()]).toEqual(['right', 'left'])
})
