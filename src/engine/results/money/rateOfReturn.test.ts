import fc from 'fast-check'
import { expect, test } from 'vitest'
import { presentValue, rateOfReturn } from './rateOfReturn.ts'

test('100 paid today and 121 received in two years is 10 % a year', () => {
  const found = rateOfReturn([
    { years: 0, musd: -100 },
    { years: 2, musd: 121 },
  ])
  expect(found).toEqual({ kind: 'rate', perYear: expect.closeTo(0.1, 12) })
})

test('without a change of sign there is no rate, and with two rates there is none either', () => {
  expect(rateOfReturn([])).toEqual({ kind: 'one-sign' })
  expect(
    rateOfReturn([
      { years: 0, musd: 5 },
      { years: 1, musd: 5 },
    ]),
  ).toEqual({ kind: 'one-sign' })
  // -100, +230, -132: worth nothing at 10 % and at 20 %.
  expect(
    rateOfReturn([
      { years: 0, musd: -100 },
      { years: 1, musd: 230 },
      { years: 2, musd: -132 },
    ]),
  ).toEqual({ kind: 'several' })
  // Paid late for what was received early, and never square: worth more than nothing at every rate.
  expect(
    rateOfReturn([
      { years: 0, musd: 100 },
      { years: 1, musd: -1 },
    ]),
  ).toEqual({ kind: 'no-root' })
})

test('at the rate that is found, payments are worth nothing', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1e4, noNaN: true }),
      fc.array(fc.double({ min: 0.01, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 30 }),
      (paid, received) => {
        const money = [
          { years: 0, musd: -paid },
          ...received.map((musd, index) => ({ years: (index + 0.5) / 4, musd })),
        ]
        const found = rateOfReturn(money)
        if (found.kind !== 'rate') return found.kind === 'no-root'
        const gross = received.reduce((sum, musd) => sum + musd, paid)
        return Math.abs(presentValue(money, found.perYear)) < 1e-9 * gross
      },
    ),
  )
})
