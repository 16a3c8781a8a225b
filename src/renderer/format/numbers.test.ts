import { afterEach, expect, test } from 'vitest'
import { FIRST_SETTINGS } from '../../contract/settings.ts'
import { useSettings } from '../state/view/settings.ts'
import {
  formatAmount,
  formatHeadroom,
  formatHeadroomNumber,
  formatIn,
  formatNumber,
  formatPeriod,
  formatSeconds,
  formatShare,
  formatTick,
  formatUsd,
} from './numbers.ts'

test.each([
  [36.64e12, '36.6\u00a0T'],
  [999.96e6, '1\u00a0B'],
  [425_123_000, '425\u00a0M'],
  [12.345, '12.3'],
  [0, '0'],
  [Number.NaN, '—'],
])('amount %s reads %s', (value, text) => expect(formatAmount(value)).toBe(text))

test('numbers keep their significant figures and group thousands', () => {
  expect(formatNumber(0.013345)).toBe('0.0133')
  expect(formatNumber(17344)).toBe('17,344')
  expect(formatNumber(-2.5)).toBe('−2.5')
  expect(formatNumber(null)).toBe('—')
})

test('money, shares, headroom and periods', () => {
  expect(formatUsd(1.3e6)).toBe('$1.3\u00a0M')
  expect(formatUsd(-1200)).toBe('−$1.2\u00a0k')
  // Below each other: as many digits in each.
  expect([1000.2e6, 973.44e6, -12.3e6, 0].map((usd) => formatUsd(usd, 4, true))).toEqual([
    ...['$1.000\u00a0B', '$973.4\u00a0M', '−$12.30\u00a0M', '$0'],
  ])
  expect(formatShare(0.0053, 2)).toBe('0.53 %')
  expect([formatShare(-0.0004, 1), formatShare(-0.012, 1)]).toEqual(['0.0 %', '−1.2 %'])
  expect(formatHeadroom(0.44)).toBe('+44 %')
  expect(formatHeadroom(-0.001)).toBe('0 %')
  expect(formatHeadroom(25)).toBe('> +999 %')
  expect([0.44, -0.001, -0.2, 25].map(formatHeadroomNumber)).toEqual(['+44', '0', '−20', '>999'])
  expect(formatPeriod('2027Q2')).toBe('2027 Q2')
})

afterEach(() => useSettings.setState(FIRST_SETTINGS))

test('in Chinese large numbers go by 万 and 亿, or as in English where the planner likes that better', () => {
  useSettings.setState({ language: 'zh' })
  expect(formatAmount(36.64e12)).toBe('36.6\u00a0万亿')
  expect(formatAmount(4.25e8)).toBe('4.25\u00a0亿')
  expect(formatAmount(12_345)).toBe('1.23\u00a0万')
  useSettings.setState({ zhNumbers: 'metric' })
  expect(formatAmount(4.25e8)).toBe('425\u00a0M')
})

test('in Chinese the currency stands behind the amount, and seconds are said in Chinese', () => {
  expect([formatUsd(956e6), formatUsd(-0.0564), formatSeconds(24.3)]).toEqual([
    '$956\u00a0M',
    '−$0.0564',
    '24.3\u00a0s',
  ])
  useSettings.setState({ language: 'zh' })
  expect([formatUsd(956e6), formatUsd(-0.0564), formatSeconds(24.3)]).toEqual([
    '9.56\u00a0亿美元',
    '−0.0564\u00a0美元',
    '24.3\u00a0秒',
  ])
})

test('steps of an axis have the same decimals; from ten thousand on they are amounts', () => {
  const write = (...values: number[]) =>
    values.map((value, index) =>
      formatTick(
        value,
        index,
        values.map((own) => ({ value: own })),
      ),
    )
  expect(write(1.1, 1.11, 1.1199999999999999)).toEqual(['1.10', '1.11', '1.12'])
  expect(write(0, 0.5, 1)).toEqual(['0.0', '0.5', '1.0'])
  expect(write(-1000, 0, 2000)).toEqual(['−1,000', '0', '2,000'])
  expect(write(0, 20_000, 40_000)).toEqual(['0', '20\u00a0k', '40\u00a0k'])
  expect(write(0, 8000, 12_000)).toEqual(['0', '8\u00a0k', '12\u00a0k'])
  expect(write(500_000, 1_000_000, 1_500_000)).toEqual(['0.5\u00a0M', '1\u00a0M', '1.5\u00a0M'])
})

test('figures of a unit go by 万 where that is chosen, as the names of their units do', () => {
  expect([formatIn('M$', 1.234), formatIn('Mtok/s', 0.35)]).toEqual(['1.23', '0.35'])
  useSettings.setState({ language: 'zh', zhNumbers: 'wan' })
  expect([formatIn('M$', 1.234), formatIn('Mtok/s', 0.35)]).toEqual(['123', '35'])
  expect([formatIn('$/Mtok', 1.234), formatIn('MW', 12)]).toEqual(['1.23', '12'])
  useSettings.setState({ zhNumbers: 'metric' })
  expect(formatIn('M$', 1.234)).toBe('1.23')
})
