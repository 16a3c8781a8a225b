import { expect, test } from 'vitest'
import { nameBlock } from './blockName.ts'

const limit = (...values: readonly string[]) => ({ head: 'Grid limit', unit: 'MW', values })

test('one value down a column is said once, with how often', () => {
  expect(nameBlock([limit('9', '9', '9', '9')])).toBe('Grid limit: 9 MW ×4')
  expect(nameBlock([limit('9')])).toBe('Grid limit: 9 MW')
})

test('other values are listed, as many as are read in a line', () => {
  expect(nameBlock([limit('9', '8.5')])).toBe('Grid limit: 9, 8.5 MW')
  expect(nameBlock([limit('1', '2', '3', '4', '5')])).toBe('Grid limit: 1, 2, 3, 4, … MW')
})

test('columns follow each other, of more than three the first three', () => {
  const name = (head: string) => ({ head, unit: '', values: ['x'] })
  expect(nameBlock([limit('9'), name('Region')])).toBe('Grid limit: 9 MW; Region: x')
  expect(nameBlock([name('A'), name('B'), name('C'), name('D')])).toBe('A: x; B: x; C: x; …')
})

test('what is left out is a dash, a long text is cut', () => {
  expect(nameBlock([limit('', '')])).toBe('Grid limit: — ×2')
  expect(nameBlock([{ head: 'Note', unit: '', values: ['a'.repeat(60)] }])).toBe(`Note: ${'a'.repeat(23)}…`)
})
