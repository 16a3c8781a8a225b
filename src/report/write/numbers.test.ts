import { expect, test } from 'vitest'
import { type Column, words } from '../document.ts'
import { createFormat, tableDecimals } from './numbers.ts'

const of = (unit: string): Column => ({ title: unit, kind: 'number', unit })

test('columns of one unit share their decimals, so that a row can be read across', () => {
  const columns = [words('Line'), of('M$'), of('M$'), of('M$'), of('MW')]
  const rows = [
    ['Lease', 1.223, 98.94, 438.52, 4.728],
    ['Energy', 0, 0.462, 28.11, 12.5],
  ]
  expect(tableDecimals({ columns, rows })).toEqual([0, 2, 2, 2, 2])
  const [, first, second] = createFormat('en').columns({ columns, rows })
  expect([first!(0), second!(98.94)]).toEqual(['0.00', '98.94'])
})

test('whole numbers have no decimals, and far smaller ones keep the digits that show them', () => {
  const columns = [of('MW'), of('MW'), of('MW')]
  const rows = [
    [4, 5123.4, 0.0123],
    [3, 4120.2, 0.0045],
  ]
  const [whole, large, small] = tableDecimals({ columns, rows })
  expect(whole).toBe(0)
  expect(large).toBe(2)
  expect(small).toBe(5)
})

test('a total does not change how its column is written; units, shares and counts go their own ways', () => {
  const columns = [of('M$'), of('share'), of('')]
  const rows = [
    [1.25, 0.126, 7.5],
    [2.5, 0.2, 120.25],
    [100_000.75, 0.4, 127.75],
  ]
  expect(tableDecimals({ columns, rows, hasTotal: true })).toEqual([3, 1, 1])
})
