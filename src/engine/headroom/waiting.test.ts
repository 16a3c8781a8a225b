import { expect, test } from 'vitest'
import { placesFor, utilisationCap, waitPerHolding } from './waiting.ts'

test.each([
  [8, [0.42, 0.53, 0.61, 0.73]],
  [16, [0.6, 0.69, 0.76, 0.84]],
  [32, [0.74, 0.8, 0.85, 0.91]],
  [64, [0.83, 0.88, 0.91, 0.95]],
  [128, [0.89, 0.93, 0.95, 0.97]],
  [512, [0.96, 0.97, 0.98, 0.99]],
] as const)(
  'utilisation caps of %i servers for waits of 2, 5, 10 and 25 %% of the holding time',
  (servers, caps) => {
    const found = [0.02, 0.05, 0.1, 0.25].map((share) => utilisationCap(servers, share))
    found.forEach((cap, i) => {
      expect(Math.abs(cap - caps[i]!)).toBeLessThan(0.011)
    })
  },
)

test('one server with Poisson arrivals and exponential times waits u / (1 - u)', () => {
  expect(waitPerHolding(1, 0.6, 1)).toBeCloseTo(0.6 / 0.4, 9)
})

test('places for a load are those at which its utilisation is the cap', () => {
  const places = placesFor(50, 0.05)
  expect(50 / places).toBeCloseTo(utilisationCap(places, 0.05), 6)
})
