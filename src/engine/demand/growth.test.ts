import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitsByPeriod } from './growth.ts'

test('CAGR doubles in even steps', () => {
  expect(unitsByPeriod({ unitsStart: 1, unitsEnd: 4, growth: 'cagr' }, 3)).toEqual([1, 2, 4])
})

test('a logistic curve is steepest in its middle', () => {
  const units = unitsByPeriod({ unitsStart: 20, unitsEnd: 150, growth: 'logistic' }, 21)
  const steps = units.slice(1).map((value, t) => value - units[t]!)
  expect(Math.max(...steps)).toBeGreaterThan(steps[0]!)
  expect(Math.max(...steps)).toBeGreaterThan(steps.at(-1)!)
})

test('every curve passes through both points and stays between them', () => {
  const units = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e9, noNaN: true }))
  const growth = fc.constantFrom('cagr' as const, 'logistic' as const, 'linear' as const)
  fc.assert(
    fc.property(units, units, growth, fc.integer({ min: 2, max: 40 }), (unitsStart, unitsEnd, curve, T) => {
      const all = unitsByPeriod({ unitsStart, unitsEnd, growth: curve }, T)
      const slack = 1e-6 * Math.max(1, unitsStart, unitsEnd)
      expect(Math.abs(all[0]! - unitsStart)).toBeLessThanOrEqual(slack)
      expect(Math.abs(all.at(-1)! - unitsEnd)).toBeLessThanOrEqual(slack)
      for (const value of all) {
        expect(value).toBeGreaterThanOrEqual(Math.min(unitsStart, unitsEnd) - slack)
        expect(value).toBeLessThanOrEqual(Math.max(unitsStart, unitsEnd) + slack)
      }
    }),
  )
})
