import { expect, test } from 'vitest'
import { oneSiteInputs } from '../../../../test/fixtures/oneSite.ts'
import type { PlanAccelerator } from '../../../plan/schema/supply.ts'
import { supplyToDate, unitCapexMusd, unitNetworkMusd } from './purchase.ts'

/** 400,000 USD a server, 8 accelerators, life 5 years, residual 10 %, four quarters at 10 % a year. */
function inputsWith(change: Partial<PlanAccelerator>) {
  return oneSiteInputs({
    change: (plan) => ({ ...plan, accelerators: plan.accelerators.map((own) => ({ ...own, ...change })) }),
  })
}
const supplyOf = (change: Partial<PlanAccelerator>) => {
  const inputs = inputsWith(change)
  return inputs.periods.map((_, t) => supplyToDate(inputs, 0, t))
}
const worth = (years: number) => 1.1 ** -years

test('a table of deliveries takes the place of the one number, its last entry staying', () => {
  expect(supplyOf({ supplyUnitsByPeriod: [10, 0, 30] })).toEqual([10, 10, 40, 70])
})

test('lead times by quarter of delivery: what had to be ordered before the plan begins does not come', () => {
  expect(supplyOf({ supplyUnitsPerPeriod: 30, leadMonthsByPeriod: [6, 6, 3] })).toEqual([0, 0, 30, 60])
  expect(supplyOf({ supplyUnitsPerPeriod: 30, leadMonths: 6 })).toEqual([0, 0, 30, 60])
})

test('a lead time that grows lets only those come whose order fell while on sale', () => {
  const sale = { onSaleFrom: '2026Q4', onSaleUntil: '2026Q4' }
  expect(supplyOf({ supplyUnitsPerPeriod: 30, leadMonthsByPeriod: [0, 3, 3], ...sale })).toEqual([
    30, 60, 60, 60,
  ])
})

test('refreshed within the horizon, a unit is sold for its book value when it leaves service', () => {
  const capex = unitCapexMusd(inputsWith({ refreshYears: 0.5 }), 0)
  // 10 % of its life is over: 0.9 x 0.9 + 0.1 of the price is left, half a year after delivery.
  expect(capex[0]).toBeCloseTo(0.4 * (worth(0.125) - 0.91 * worth(0.625)), 12)
  // Delivered in the third quarter it is still there at the horizon, after 0.375 years.
  expect(capex[2]).toBeCloseTo(0.4 * (worth(0.625) - (1 - 0.9 * 0.075) * worth(1)), 12)
})

test('a resale share of the plan takes the place of the book value', () => {
  const capex = unitCapexMusd(inputsWith({ refreshYears: 0.5, resaleShare: 0.6 }), 0)
  expect(capex[0]).toBeCloseTo(0.4 * (worth(0.125) - 0.6 * worth(0.625)), 12)
})

test('switches and optics are paid with the unit, at a price that does not fall', () => {
  const network = unitNetworkMusd(inputsWith({ networkUsdPerAccel: 5000, priceChangePerYear: -0.5 }), 0)
  // 8 x 5,000 USD; 0.875 years of five are over at the horizon.
  expect(network[0]).toBeCloseTo(0.04 * (worth(0.125) - (1 - 0.9 * 0.175) * worth(1)), 12)
})
