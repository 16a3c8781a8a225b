import { expect, test } from 'vitest'
import { groupDigits } from './groupDigits.ts'

test.each([
  ['10000.50', '10,000.50'],
  ['1234567', '1,234,567'],
  ['-4500', '-4,500'],
  ['312', '312'],
  ['2.0', '2.0'],
  ['1e6', '1e6'],
  ['2025-03', '2025-03'],
])('%s reads %s', (cell, shown) => {
  expect(groupDigits(cell)).toBe(shown)
})
