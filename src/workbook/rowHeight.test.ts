import { expect, test } from 'vitest'
import { rowHeightPt } from './rowHeight.ts'

test('a wrapped head gets a line for each break, at blanks; what fits, and what is not wrapped, gets none', () => {
  const head = (value: string) => ({ value, isWrapped: true })
  expect(rowHeightPt([head('Input (tokens per call)')], [13])).toBe(30)
  expect(rowHeightPt([head('Input')], [13])).toBeNull()
  expect(rowHeightPt([{ value: 'Input (tokens per call)' }], [13])).toBeNull()
  expect(rowHeightPt([head('Input'), head('At end (B tokens a day)')], [40, 13])).toBe(30)
})

test('Chinese signs take two places, a long word breaks within itself, a title is higher', () => {
  expect(rowHeightPt([{ value: '每次调用的输入数', isWrapped: true }], [13])).toBe(30)
  expect(rowHeightPt([{ value: 'x'.repeat(30), isWrapped: true }], [13])).toBe(45)
  expect(rowHeightPt([{ value: 'Power', style: 'title' }], [9])).toBe(22)
})
