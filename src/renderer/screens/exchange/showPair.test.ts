import { expect, test } from 'vitest'
import { showCell, showPair } from './showPair.ts'

test('numbers before and after are as short as elsewhere, and whole where they would look the same', () => {
  expect(showPair(2, 1154.6974078281523)).toEqual(['2', '1,154.7'])
  expect(showPair(null, '1, 0.30000000000000004')).toEqual(['—', '1, 0.3'])
  expect(showPair(1154.6974078281523, 1154.6974079)).toEqual(['1154.6974078281523', '1154.6974079'])
  expect(showPair('v1.25', '2027Q1')).toEqual(['v1.25', '2027Q1'])
  expect(showCell(1154.6974078281523)).toBe('1154.6974078281523')
})
