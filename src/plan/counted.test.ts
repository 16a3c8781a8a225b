import { expect, test } from 'vitest'
import { counted } from './counted.ts'

test('one of a thing stands in the singular, and nothing else does', () => {
  expect([counted(1, 'year'), counted('1', 'year')]).toEqual(['1 year', '1 year'])
  expect([0, 0.5, 1.5, 2, '1,000'].map((own) => counted(own, 'year'))).toEqual([
    '0 years',
    '0.5 years',
    '1.5 years',
    '2 years',
    '1,000 years',
  ])
  expect(counted(2, 'task class', 'task classes')).toBe('2 task classes')
})
