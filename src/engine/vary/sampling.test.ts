import { expect, test } from 'vitest'
import { drawInputs, normalQuantile, quantile } from './sampling.ts'

test.each([
  [0.5, 0],
  [0.975, 1.959964],
  [0.001, -3.090232],
])('%s of a normal lies below %s', (share, z) => expect(normalQuantile(share)).toBeCloseTo(z, 5))

test('quantiles by hand', () => {
  expect(quantile({ shape: 'uniform', low: 2, high: 6 }, 0.25)).toBe(3)
  // The mode of 0, 1, 3 has a third of the weight below it; half lies below 3 - sqrt(0.5 x 3 x 2).
  expect(quantile({ shape: 'triangular', low: 0, mode: 1, high: 3 }, 1 / 3)).toBeCloseTo(1, 9)
  expect(quantile({ shape: 'triangular', low: 0, mode: 1, high: 3 }, 0.5)).toBeCloseTo(3 - Math.sqrt(3), 9)
  expect(quantile({ shape: 'normal', mean: 10, deviation: 2 }, 0.975)).toBeCloseTo(13.92, 2)
  expect(quantile({ shape: 'lognormal', median: 5, logDeviation: 0.3 }, 0.5)).toBeCloseTo(5, 9)
  const coin = {
    shape: 'discrete',
    values: [
      { value: 1, weight: 3 },
      { value: 9, weight: 1 },
    ],
  } as const
  expect([0.1, 0.74, 0.76, 0.99].map((p) => quantile({ ...coin, values: [...coin.values] }, p))).toEqual([
    1, 1, 9, 9,
  ])
})

const FLAT = { shape: 'uniform', low: 0, high: 1 } as const

test('a draw is the same whatever was drawn before, and differs by seed', () => {
  expect(drawInputs([FLAT, FLAT], [], 7, 41)).toEqual(drawInputs([FLAT, FLAT], [], 7, 41))
  expect(drawInputs([FLAT], [], 7, 41)).not.toEqual(drawInputs([FLAT], [], 8, 41))
})

test('ranks of two inputs are correlated as asked, the third with neither', () => {
  const draws = Array.from({ length: 4000 }, (_, index) =>
    drawInputs([FLAT, FLAT, FLAT], [{ a: 0, b: 1, rank: 0.7 }], 1, index),
  )
  const mean = (column: number) => draws.reduce((sum, own) => sum + own[column]!, 0) / draws.length
  const means = [mean(0), mean(1), mean(2)] as const
  const moment = (a: 0 | 1 | 2, b: 0 | 1 | 2) =>
    draws.reduce((sum, own) => sum + (own[a]! - means[a]) * (own[b]! - means[b]), 0) / draws.length
  // Of uniform values the plain correlation is the rank correlation.
  const correlation = (a: 0 | 1 | 2, b: 0 | 1 | 2) => moment(a, b) / Math.sqrt(moment(a, a) * moment(b, b))
  expect(mean(0)).toBeCloseTo(0.5, 1)
  expect(Math.abs(correlation(0, 1) - 0.7)).toBeLessThan(0.03)
  expect(Math.abs(correlation(0, 2))).toBeLessThan(0.05)
})

test('correlations that contradict one another are refused', () => {
  const all = [
    { a: 0, b: 1, rank: 0.95 },
    { a: 1, b: 2, rank: 0.95 },
    { a: 0, b: 2, rank: -0.95 },
  ]
  expect(() => drawInputs([FLAT, FLAT, FLAT], all, 1, 0)).toThrow('correlations')
})
