import { expect, test } from 'vitest'
import { CONTRACT, ENGINE, powerInputs, solvePower } from '../../../../../test/fixtures/powerSite.ts'
import type { Inputs } from '../../../derive/inputs.ts'
import { formulate } from '../../../formulate.ts'
import { Reader } from '../../../results/reader.ts'
import { solveFormulation } from '../../../strategy/solveFormulation.ts'

const QUARTER_H = 2190
const CLEAN = { ...CONTRACT, id: 'clean', usdPerMwh: 120, termPeriods: 1 }

test('a carbon limit buys as much clean energy as it must', async () => {
  // 12 MW at 0.3 t/MWh are 7,884 t a quarter; half of them are allowed.
  const power = { carbonLimitTonnesPerYear: 4 * 3942 }
  const { reader, supply } = await solvePower({ itMw: [10], power, energy: { contracts: [CLEAN] } })
  expect(reader.sum(supply.contracts[0]!.inForce[0]!)).toBeCloseTo(6, 6)
})

test('clean energy counts in its own hours only', async () => {
  const power = { minimumCleanShare: 0.5 }
  const flat = await solvePower({ itMw: [10], power, energy: { contracts: [CLEAN] } })
  expect(flat.reader.sum(flat.supply.contracts[0]!.inForce[0]!)).toBeCloseTo(6, 6)
  // The first block is 12 of 24 h on five days of seven: 5/14 of the week. More of it is no help.
  const day = { ...CLEAN, kind: 'pay-as-produced' as const, profile: [1, 0, 0] }
  const most = { minimumCleanShare: 5 / 14 }
  const matched = await solvePower({ itMw: [10], power: most, energy: { contracts: [day] } })
  expect(matched.reader.sum(matched.supply.contracts[0]!.inForce[0]!)).toBeCloseTo(12, 6)
})

/** The case with 1 litre per kWh of IT, a permit and a price. */
function withWater(waterLimitM3PerYear: number): Inputs {
  const inputs = powerInputs({ itMw: [10], power: { unservedEnergyUsdPerMwh: 3000 } })
  const sites = inputs.plan.sites.map((site) => ({
    ...site,
    facility: { ...site.facility, waterLimitM3PerYear, waterUsdPerM3: 2 },
  }))
  const climate = inputs.climate.map((own) => ({ ...own, wueLPerKwh: [[1, 1, 1]] }))
  return { ...inputs, plan: { ...inputs.plan, sites }, climate }
}

test('water is paid by the cubic metre, and a permit leaves the rest of the load unserved', async () => {
  const solve = async (limit: number) => {
    const formulation = formulate(withWater(limit))
    const solved = await solveFormulation(formulation, { gapShare: 1e-6, timeLimitS: 60 })
    if (solved.kind !== 'plan') throw new Error(solved.kind)
    const reader = new Reader(formulation, solved)
    const [supply] = formulation.power.supplies
    const unserved = supply!.unserved.columns[0]!.map((column) => reader.at(column))
    return { musd: reader.sum(supply!.waterCharges[0]!.byPeriod[0]!), unserved }
  }
  // 10 MW through a quarter: 21,900 m3.
  const wide = await solve(1e6)
  expect(wide.musd).toBeCloseTo((21_900 * 2) / 1e6, 9)
  const half = await solve((4 * 21_900) / 2)
  const hours = [12 * 5, 12 * 5, 24 * 2].map((weekly) => (weekly / 168) * QUARTER_H)
  const missing = half.unserved.reduce((sum, mw, h) => sum + mw * hours[h]!, 0)
  expect(missing).toBeCloseTo(5 * QUARTER_H, 3)
})

test('screening curve: each step of the load goes to the source that is cheapest at its hours', async () => {
  // Load of 12 MW in one block of weekdays, 9 in the other, 6 on weekends (PUE 1.2 on shares of 10 MW).
  const shares = [1, 0.75, 0.5]
  const energy = {
    fixedShare: { mean: [shares], peak: [shares] },
    sources: [
      { ...ENGINE, id: 'base', unitMw: 1, maxUnits: 20, capexMusdPerMw: 4, variableUsdPerMwh: 10 },
      { ...ENGINE, id: 'middle', unitMw: 1, maxUnits: 20, capexMusdPerMw: 1.2, variableUsdPerMwh: 19.2 },
      { ...ENGINE, id: 'peak', unitMw: 1, maxUnits: 20, capexMusdPerMw: 0.4, variableUsdPerMwh: 23.7 },
    ],
  }
  const power = { gridLimitMw: 0, largestUnitOut: false }
  // A quarter of a life of 20 years is charged less the value left: an eightieth of the capex, but for half a quarter.
  const { supply, values } = await solvePower({ itMw: [10], power, energy })
  const fixedUsd = (capex: number) => capex * 1e6 * (1 / 80) * 0.5
  const cheapest = (hours: number) =>
    [
      ['base', fixedUsd(4) + 10 * hours],
      ['middle', fixedUsd(1.2) + 19.2 * hours],
      ['peak', fixedUsd(0.4) + 23.7 * hours],
    ].reduce((best, own) => (own[1]! < best[1]! ? own : best))[0]
  // 6 MW run all hours, 3 more on weekdays, 3 more in one block of weekdays.
  const steps = [
    [6, QUARTER_H],
    [3, (120 / 168) * QUARTER_H],
    [3, (60 / 168) * QUARTER_H],
  ] as const
  const expected: Record<string, number> = { base: 0, middle: 0, peak: 0 }
  for (const [mw, hours] of steps) expected[cheapest(hours)!] = expected[cheapest(hours)!]! + mw
  const built = Object.fromEntries(supply.plants.map((plant) => [plant.source.id, values(plant.units)[0]]))
  expect(expected).toEqual({ base: 6, middle: 3, peak: 3 })
  expect(built).toEqual(expected)
})
