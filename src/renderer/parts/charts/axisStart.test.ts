import { expect, test } from 'vitest'
import { axisStart } from './axisStart.ts'

const total = (high: number) => ({ low: 0, high, kind: 'total' }) as const
const part = (low: number, high: number) => ({ low, high, kind: 'more' }) as const

test('an axis begins at zero, and near the parts only where they are small beside the totals', () => {
  expect(axisStart([total(10), part(10, 30), total(30)])).toBe(0)
  expect(axisStart([total(939), part(939, 951), part(945, 951), total(945)])).toBe(930)
  expect(axisStart([total(5), part(-5, 5), total(5)])).toBe(0)
})
