import { expect, test } from 'vitest'
import { shortenNumbers, showCell } from './showCell.ts'

test('numbers of a list are as short as elsewhere, what a file says stands whole', () => {
  expect(shortenNumbers('1, 0.30000000000000004')).toBe('1, 0.3')
  expect(shortenNumbers('v1.25')).toBe('v1.25')
  expect(showCell(1154.6974078281523)).toBe('1154.6974078281523')
})
