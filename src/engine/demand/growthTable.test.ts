import { expect, test } from 'vitest'
import { findFaults } from '../../plan/fault.ts'
import { readGrowthTable } from './growthTable.ts'

const QUARTERS = ['2027Q1', '2027Q2', '2027Q3', '2027Q4', '2028Q1', '2028Q2']

test('years as copied from a spreadsheet: a value where its year begins, a straight line between two', () => {
  const text = 'Year\tUsers\n2027\t1,000\n2028\t2,000\n'
  expect(readGrowthTable(text, QUARTERS)).toEqual([1000, 1250, 1500, 1750, 2000, 2000])
})

test('quarters, months and days; commas, semicolons or blanks; out of order; multiples', () => {
  const expected = [0, 0, 3e6, 4e6, 5e6, 5e6]
  for (const text of [
    '2027Q2,0\n2027Q3,3M\n2028Q1,5 M',
    '2028-01 5e6\n2027-04 0\n2027-07 300万',
    '2027 Q2;0\n2027-07-01;3000000\n2028;5,000,000',
  ])
    expect(readGrowthTable(text, QUARTERS)).toEqual(expected)
})

test('a table on its side is turned', () => {
  const text = 'units\t2027\t2028\t2029\nusers\t10\t50\t90'
  expect(readGrowthTable(text, QUARTERS)).toEqual([10, 20, 30, 40, 50, 60])
})

test('what cannot be read is a fault that names its row and cell', () => {
  const faults = (text: string) => findFaults(() => readGrowthTable(text, QUARTERS))
  expect(faults('2027\t10\nnext year\t20\n2029\tmany\n2030\t-4\n2027\t1')).toEqual([
    {
      path: 'row 2, period',
      value: 'next year',
      expected: 'a year, quarter or month, as in 2027, 2027Q2 or 2027-05',
    },
    { path: 'row 3, units', value: 'many', expected: 'a number of units of 0 or more' },
    { path: 'row 4, units', value: '-4', expected: 'a number of units of 0 or more' },
    { path: 'row 5, period', value: '2027', expected: 'a period that no row before it has' },
  ])
  expect(faults('')).toMatchObject([{ path: 'table' }])
  expect(faults('2027')).toMatchObject([{ path: 'row 1, units', value: '' }])
})
