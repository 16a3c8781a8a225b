import { expect, test } from 'vitest'
import { formatFineShare, formatNumber, formatUsd } from '../../format/numbers.ts'
import { en } from '../../words/en.ts'
import { listChanges, listOutputs, type Output } from './outputs.ts'

const points = (amount: string): string => `${amount} points`
const output = (own: Partial<Output>): Output => ({ name: '', read: () => 0, show: formatNumber, ...own })
const money = output({ show: (value) => formatUsd(value) })
const share = output({ isShare: true, show: (value) => formatFineShare(value, 2) })

test.each([
  ['more, absolute and relative', money, 2.5e6, 2e6, '▲ $500\u00a0k (25 %)'],
  ['less', money, 1.5e6, 2e6, '▼ $500\u00a0k (25 %)'],
  ['what reads the same is the same', output({}), 134.0313, 134, '='],
  ['a small change is said with two digits', money, 200.26e6, 200e6, '='],
  ['and not as nothing', output({ show: (value) => formatNumber(value, 5) }), 200.26, 200, '▲ 0.26 (0.13 %)'],
  ['a share changes by points', share, 0.0312, 0.02, '▲ 1.1 points'],
  ['noise of a share is none', share, 4.3e-14, 0, '='],
  ['from nothing no percentage can be said', money, 3e6, 0, '▲ $3\u00a0M'],
  ['of a loss', money, -3e6, -2e6, '▼ $1\u00a0M (50 %)'],
])('%s', (_name, of, value, base, shown) => {
  const parts = listChanges(of, value, base, points)
  expect(parts.map((part) => part.shown).join(' ')).toBe(shown)
  // What reads as no change has nothing to be traced.
  expect(parts.map((part) => part.side !== null)).toEqual(parts.map(() => shown !== '='))
})

test.each([
  [4.3e-14, '0 %'],
  [0, '0 %'],
  [0.00001, '< 0.01 %'],
  [-0.00001, '> −0.01 %'],
  [0.00006, '0.01 %'],
  [0.0123, '1.23 %'],
])('the share %s reads %s', (value, shown) => {
  expect(formatFineShare(value, 2)).toBe(shown)
})

test('every figure that is compared says how it comes about, under a name of its own', () => {
  const outputs = listOutputs(en)
  expect(outputs.filter(({ trace }) => trace === undefined)).toEqual([])
  expect(new Set(outputs.map(({ trace }) => trace)).size).toBe(outputs.length)
})
