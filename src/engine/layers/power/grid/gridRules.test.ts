import { expect, test } from 'vitest'
import { powerInputs, solvePower } from '../../../../../test/fixtures/powerSite.ts'
import { AppFault } from '../../../../plan/fault.ts'
import { gridLimitMw } from './gridLimit.ts'

// PUE 1.2: 10 MW of IT are 12 MW at the meter. 8 USD/kW-month over a quarter are 0.024 M$ per MW.
const MUSD_PER_MW = 0.024

test('without minimum take and ratchet the bill follows the meter', async () => {
  const { bill } = await solvePower({ itMw: [10, 5, 5, 10], power: { minimumTakeShare: 0 } })
  for (const [t, mw] of [12, 6, 6, 12].entries())
    expect(bill('Demand charge')[t]).toBeCloseTo(mw * MUSD_PER_MW, 9)
})

test('the minimum take binds where the load falls below it', async () => {
  const { values, supply } = await solvePower({ itMw: [10, 5, 5, 10], power: { minimumTakeShare: 0.85 } })
  for (const [t, mw] of [12, 10.2, 10.2, 12].entries())
    expect(values(supply.metering.billed)[t]).toBeCloseTo(mw, 9)
})

test('the ratchet bills a share of the highest peak of its look-back, and no longer', async () => {
  const power = { minimumTakeShare: 0, ratchetShare: 0.8, ratchetQuarters: 2 }
  const { values, supply } = await solvePower({ itMw: [10, 5, 5, 5, 5], power })
  for (const [t, mw] of [12, 9.6, 9.6, 6, 6].entries())
    expect(values(supply.metering.billed)[t]).toBeCloseTo(mw, 9)
})

test('contracted MW that may be left are left where the minimum take costs more than the exit', async () => {
  const leave = (exitMusdPerMw: number) =>
    solvePower({ itMw: [10, 5, 5, 5], power: { minimumTakeShare: 1, exitMusdPerMw } })
  // Each MW given up after the first quarter saves three quarters of demand charge, 0.072 M$.
  const cheap = await leave(0.07)
  const dear = await leave(0.08)
  expect(cheap.values(cheap.supply.service.released)[3]).toBeCloseTo(6, 9)
  expect(cheap.bill('Grid exit fee').reduce((sum, value) => sum + value, 0)).toBeCloseTo(0.42, 9)
  expect(dear.values(dear.supply.service.released)[3]).toBe(0)
})

test('the study is paid once, the deposit costs its interest', async () => {
  const power = { studyMusd: 0.1, depositMusdPerMw: 0.5 }
  const { bill } = await solvePower({ itMw: [10, 10, 10, 10], power, discountRatePerYear: 0.1 })
  expect(bill('Interconnection study')).toEqual([0.1, 0, 0, 0])
  // Paid a year before the middle of the first quarter, returned after four quarters.
  const interest = 12 * 0.5 * (1.1 ** (1 - 0.125) - 1.1 ** -1)
  expect(bill('Interest lost on the grid deposit')[0]).toBeCloseTo(interest, 9)
})

test('curtailable service counts as far as it stays in hours of stress', async () => {
  const flexible = { limitMw: 40, energised: '2026Q4', curtailedShare: 0.25 }
  const power = { gridLimitMw: 6, flexible }
  const { values, supply } = await solvePower({ itMw: [10, 10], power })
  // 6 firm + 0.75 x 8 curtailable carry 12 MW.
  expect(values(supply.service.contracted)[0]! + 0.75 * values(supply.service.flexible)[0]!).toBeCloseTo(
    12,
    9,
  )
})

test('a staircase connects step by step; one that falls is refused by name', () => {
  const stairs = (rampStepsMw: number[]) =>
    powerInputs({ itMw: [0, 0, 0, 0], power: { gridLimitMw: 25, energised: '2027Q1', rampStepsMw } })
  const limits = [0, 1, 2, 3].map((t) => gridLimitMw(stairs([5, 20, 60]), 0, t))
  expect(limits).toEqual([0, 5, 20, 25])
  expect(() => stairs([20, 5])).toThrow(AppFault)
})

test('megawatts that the site brings need no queue and no connection; new ones do', async () => {
  const power = { gridLimitMw: 30, standingMw: 9, energised: '2027Q2', connectionMusdPerMw: 0.5 }
  const { values, supply, bill } = await solvePower({ itMw: [7.5, 10, 10], power })
  // 9, 12 and 12 MW at PUE 1.2; the plan starts in 2026Q4, so new service is there in the third quarter.
  const held = (t: number) => values(supply.service.standing)[t]! + values(supply.service.contracted)[t]!
  for (const [t, mw] of [9, 9, 12].entries()) expect(held(t)).toBeCloseTo(mw, 6)
  expect(bill('Grid connection').reduce((sum, value) => sum + value, 0)).toBeCloseTo(3 * 0.5, 6)
})

test('an application goes out when the grid is worth its fee, and brings megawatts a queue later', async () => {
  const power = { applyFrom: '2027Q1', queueMonths: 6, applicationMusd: 0.2, rampStepsMw: [6, 12] }
  const solve = (unservedEnergyUsdPerMwh: number) =>
    solvePower({ itMw: [10, 10, 10, 10, 10], power: { ...power, unservedEnergyUsdPerMwh } })
  const { values, supply, bill } = await solve(3000)
  // From 2027Q1, the second quarter; six months later the first 6 MW.
  expect(values(supply.service.applied)).toEqual([0, 1, 0, 0, 0])
  for (const [t, mw] of [0, 0, 0, 6, 12].entries())
    expect(values(supply.service.contracted)[t]).toBeCloseTo(mw, 6)
  expect(bill('Grid application')).toEqual([0, 0.2, 0, 0, 0].map((value) => expect.closeTo(value, 9)))
  // Where nothing is lost by going without, nobody applies.
  const idle = await solve(0)
  expect(idle.values(idle.supply.service.applied)).toEqual([0, 0, 0, 0, 0])
})
