import { expect, test } from 'vitest'
import {
  countedMonths,
  firstDay,
  labelOfMonth,
  lastMonthNumber,
  monthNumber,
  monthsSince,
  periodFrom,
  periodLabel,
  periodUntil,
  shiftLabel,
} from './calendar.ts'
import type { Plan } from './schema/plan.ts'

const horizon = (start: string, periodLength: Plan['horizon']['periodLength']) => ({
  horizon: { start, periodLength, periods: 12, blocksPerDay: 4 as const, powerDays: 'mean' as const },
})

test('quarters and months are counted on one line', () => {
  expect(monthNumber('2027Q2')).toBe(monthNumber('2027-04'))
  expect(lastMonthNumber('2027Q4')).toBe(monthNumber('2027-12'))
  expect(monthNumber('2028-01') - monthNumber('2027Q4')).toBe(3)
  expect(labelOfMonth(monthNumber('2027-12') + 1, 'month')).toBe('2028-01')
  expect(labelOfMonth(monthNumber('2027-12'), 'quarter')).toBe('2027Q4')
  expect([shiftLabel('2027Q1', -3), shiftLabel('2027-01', -1)]).toEqual(['2026Q4', '2026-12'])
  expect([firstDay('2027Q4'), firstDay('2027-05')]).toEqual(['2027-10-01', '2027-05-01'])
})

test('a month within a quarter begins no quarter before the next', () => {
  const quarters = horizon('2027Q1', 'quarter')
  expect([periodFrom(quarters, '2027-04'), periodFrom(quarters, '2027-05')]).toEqual([1, 2])
  expect([periodUntil(quarters, '2027-04'), periodUntil(quarters, '2027-03')]).toEqual([1, 0])
  expect(monthsSince(quarters, '2027-05', 2)).toBe(2)
  expect(periodLabel(quarters, monthNumber('2027-04'))).toBe('2027Q2')
})

test('what lasts until a quarter lasts through its three months', () => {
  const months = horizon('2027-02', 'month')
  expect([periodFrom(months, '2027Q2'), periodUntil(months, '2027Q2')]).toEqual([2, 4])
  expect(periodLabel(months, monthNumber('2027-02'))).toBe('2027-02')
})

test('a lead time of four months is four months, or two quarters', () => {
  expect(countedMonths(horizon('2027-01', 'month'), 4)).toBe(4)
  expect(countedMonths(horizon('2027Q1', 'quarter'), 4)).toBe(6)
  expect(countedMonths(horizon('2027Q1', 'year'), 4)).toBe(6)
})
