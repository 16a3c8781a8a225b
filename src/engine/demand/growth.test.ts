import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppFault } from '../../plan/fault.ts'
import { Demand } from '../../plan/schema/agents.ts'
import { checkGrowth, unitsByPeriod } from './growth.ts'

const quarters = (count: number) =>
  Array.from({ length: count }, (_, t) => `${2027 + Math.floor(t / 4)}Q${(t % 4) + 1}`)
const line = (own: object) =>
  Demand.parse({ id: 'd', archetypeId: 'chat_user', unitsStart: 0, unitsEnd: 0, regionShares: {}, ...own })

test('CAGR doubles in even steps', () => {
  expect(unitsByPeriod(line({ unitsStart: 1, unitsEnd: 4, growth: 'cagr' }), quarters(3))).toEqual([1, 2, 4])
})

test('a logistic curve is steepest in its middle', () => {
  const units = unitsByPeriod(line({ unitsStart: 20, unitsEnd: 150, growth: 'logistic' }), quarters(21))
  const steps = units.slice(1).map((value, t) => value - units[t]!)
  expect(Math.max(...steps)).toBeGreaterThan(steps[0]!)
  expect(Math.max(...steps)).toBeGreaterThan(steps.at(-1)!)
})

test('every curve passes through both points and stays between them', () => {
  const units = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e9, noNaN: true }))
  const growth = fc.constantFrom('cagr' as const, 'logistic' as const, 'linear' as const)
  fc.assert(
    fc.property(units, units, growth, fc.integer({ min: 2, max: 40 }), (unitsStart, unitsEnd, curve, T) => {
      const all = unitsByPeriod(line({ unitsStart, unitsEnd, growth: curve }), quarters(T))
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

test('Bass from nothing follows the formula, and a market is found that ends where it should', () => {
  // M = 100, p 0.03, q 0.38: after 4 years e = exp(-0.41 x 4) = 0.19398, N = 100 (1 - e) / (1 + 12.6667 e) = 23.32.
  const bass = { marketUnits: 100 }
  expect(unitsByPeriod(line({ growth: 'bass', bass }), quarters(17))[16]).toBeCloseTo(23.32, 2)
  const sought = unitsByPeriod(line({ growth: 'bass', unitsStart: 10, unitsEnd: 90 }), quarters(21))
  expect(sought[0]).toBeCloseTo(10, 6)
  expect(sought[20]).toBeCloseTo(90, 6)
})

test('a pasted table keeps its last value, and steps come on top of any curve', () => {
  const table = line({ growth: 'table', unitsByPeriod: [1, 2, 5] })
  expect(unitsByPeriod(table, quarters(5))).toEqual([1, 2, 5, 5, 5])
  const steps = [
    { from: '2027Q2', addUnits: 10 },
    { from: '2028Q1', addUnits: -4 },
  ]
  const stepped = line({ unitsStart: 1, unitsEnd: 1, growth: 'linear', steps })
  expect(unitsByPeriod(stepped, quarters(5))).toEqual([1, 11, 11, 11, 7])
})

test('units below zero, a Bass curve that shrinks and an empty table are faults that name the field', () => {
  const refused = (own: object) => {
    try {
      checkGrowth(line(own), quarters(5), 'demand[0]')
    } catch (error) {
      return error instanceof AppFault ? error.faults[0] : error
    }
    return undefined
  }
  const below = { unitsStart: 5, unitsEnd: 5, growth: 'linear', steps: [{ from: '2027Q3', addUnits: -6 }] }
  expect(refused(below)).toMatchObject({ path: 'demand[0].steps', value: -1 })
  expect(refused({ unitsStart: 9, unitsEnd: 5, growth: 'bass' })).toMatchObject({
    path: 'demand[0].unitsEnd',
  })
  const small = { unitsStart: 9, growth: 'bass', bass: { marketUnits: 8 } }
  expect(refused(small)).toMatchObject({ path: 'demand[0].bass.marketUnits' })
  expect(refused({ growth: 'table' })).toMatchObject({ path: 'demand[0].unitsByPeriod' })
})
