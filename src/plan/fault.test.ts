import { expect, test } from 'vitest'
import { AppFault, describeFault } from './fault.ts'

test('a fault says where, what and what was expected in one line', () => {
  expect(describeFault({ path: 'sites[0].id', value: 3, expected: 'text' })).toBe(
    'sites[0].id: 3; expected text',
  )
  expect(describeFault({ path: 'sites', value: undefined, expected: 'a list' })).toBe(
    'sites: nothing; expected a list',
  )
})

test('a sum of shares is said without what arithmetic leaves behind it', () => {
  expect(describeFault({ path: 'a', value: 0.1 + 0.2, expected: 'shares that sum to 1' })).toBe(
    'a: 0.3; expected shares that sum to 1',
  )
})

test('an AppFault keeps its code and its list', () => {
  const fault = new AppFault('bad-input', 'The plan is wrong', [{ path: 'a', value: 1, expected: 'b' }])
  expect(fault.code).toBe('bad-input')
  expect(fault.faults).toHaveLength(1)
})
