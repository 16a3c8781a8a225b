import { expect, test } from 'vitest'
import { ScreeningCase } from '../../plan/cases/screeningCase.ts'
import { recoveryFactor } from './recoveryFactor.ts'
import { screeningCurve } from './screeningCurve.ts'

const technologies = [
  { name: 'base', capexUsdPerKw: 0, lifeYears: 20, annualUsdPerKw: 300, variableUsdPerMwh: 20 },
  { name: 'middle', capexUsdPerKw: 0, lifeYears: 20, annualUsdPerKw: 120, variableUsdPerMwh: 50 },
  { name: 'peak', capexUsdPerKw: 0, lifeYears: 20, annualUsdPerKw: 60, variableUsdPerMwh: 110 },
]

test('capital recovery: 8 % over 20 years, and none at all', () => {
  expect(recoveryFactor(0.08, 20)).toBeCloseTo(0.10185221, 8)
  expect(recoveryFactor(0, 20)).toBe(0.05)
})

test('three technologies: break-evens, megawatts and cost by hand', () => {
  // peak = middle: (120 - 60) / (110 - 50) x 1000 = 1,000 h. middle = base: (300 - 120) / 30 x 1000 = 6,000 h.
  const curve = screeningCurve(
    ScreeningCase.parse({
      technologies,
      durationCurve: [
        { mw: 100, hours: 500 },
        { mw: 80, hours: 2500 },
        { mw: 50, hours: 5760 },
      ],
    }),
  )
  expect(curve.breakEvens).toEqual([
    { from: 'peak', to: 'middle', hours: 1000 },
    { from: 'middle', to: 'base', hours: 6000 },
  ])
  // 50 MW run 8,760 h, 30 MW 3,000 h, 20 MW 500 h.
  expect(curve.plants.map((plant) => plant.mw)).toEqual([50, 30, 20])
  const base = 50_000 * 300 + 50 * 8760 * 20
  const middle = 30_000 * 120 + 30 * 3000 * 50
  const peak = 20_000 * 60 + 20 * 500 * 110
  expect(curve.plants.map((plant) => plant.usdPerYear)).toEqual([base, middle, peak])
  expect(curve.totalUsdPerYear).toBe(base + middle + peak)
})

test('a plant that is dearer at every hour is in no stretch', () => {
  const poor = { ...technologies[1]!, name: 'poor', annualUsdPerKw: 400, variableUsdPerMwh: 60 }
  const curve = screeningCurve(ScreeningCase.parse({ technologies: [poor, ...technologies], loadMw: [1, 2] }))
  expect(curve.plants[0]).toMatchObject({ cheapestFromH: null, mw: 0, usdPerYear: 0 })
  // Two hours of a load are hours of the peaking plant.
  expect(curve.plants.at(-1)).toMatchObject({ mw: 2, energyMwh: 3 })
})
