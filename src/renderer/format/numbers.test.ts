import { expect, test } from 'vitest'
import {
  formatAmount,
  formatHeadroom,
  formatNumber,
  formatPeriod,
  formatShare,
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
  expect(formatShare(0.0053, 2)).toBe('0.53 %')
  expect(formatHeadroom(0.44)).toBe('+44 %')
  expect(formatHeadroom(-0.001)).toBe('0 %')
  expect(formatHeadroom(25)).toBe('> +999 %')
  expect(formatPeriod('2027Q2')).toBe('2027 Q2')
})
