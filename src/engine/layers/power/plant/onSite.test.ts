import { expect, test } from 'vitest'
import { BATTERY, ENGINE, solvePower } from '../../../../../test/fixtures/powerSite.ts'

const UNSERVED = 'Unserved energy (penalty, not paid)'
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const noGrid = { gridLimitMw: 0, unservedEnergyUsdPerMwh: 3000 }
const freeGrid = { connectionMusdPerMw: 0, demandChargeUsdPerKwMonth: 0 }

test('an island of 24 MW needs three engines of 10 MW, and a fourth for the one that is out', async () => {
  const island = (largestUnitOut: boolean) =>
    solvePower({ itMw: [20], power: { ...noGrid, largestUnitOut }, energy: { sources: [ENGINE] } })
  const [bare, safe] = [await island(false), await island(true)]
  expect(bare.values(bare.supply.plants[0]!.units)).toEqual([3])
  expect(safe.values(safe.supply.plants[0]!.units)).toEqual([4])
})

test('beside a grid that carries the peak no engine is bought for a unit that is out', async () => {
  const { values, supply } = await solvePower({
    itMw: [20],
    energy: { sources: [{ ...ENGINE, variableUsdPerMwh: 200 }] },
  })
  expect(values(supply.plants[0]!.units)).toEqual([0])
})

test('the reserve margin is carried', async () => {
  const power = { ...noGrid, largestUnitOut: false, reserveMarginShare: 0.3 }
  const { values, supply } = await solvePower({ itMw: [20], power, energy: { sources: [ENGINE] } })
  expect(values(supply.plants[0]!.units)).toEqual([4])
})

test('run hours and fuel limit the energy; the rest goes unserved at its price', async () => {
  const short = { ...ENGINE, maxHoursPerYear: 4380 }
  const power = { ...noGrid, largestUnitOut: false }
  // One engine of 10 MW may be bought: 10 MW of load, half of the hours.
  const hours = await solvePower({
    itMw: [10 / 1.2],
    power,
    energy: { sources: [{ ...short, maxUnits: 1 }] },
  })
  expect(total(hours.bill(UNSERVED))).toBeCloseTo(((10 / 1.2) * 1095 * 3000) / 1e6, 4)
  const fuel = { ...ENGINE, maxUnits: 1, fuelLimitMwhPerDay: 120 }
  const dry = await solvePower({ itMw: [10 / 1.2], power, energy: { sources: [fuel] } })
  expect(total(dry.bill(UNSERVED))).toBeCloseTo((((240 - 120) / 1.2) * 91.25 * 3000) / 1e6, 4)
})

test('storage moves energy from cheap blocks to dear ones within its hours', async () => {
  // Two blocks of 12 h on weekdays, one of 24 h on weekends; 1 MW holds 4 MWh.
  const energy = { storages: [BATTERY], priceShape: [0.5, 1.5, 1] }
  const { supply, values } = await solvePower({ itMw: [10], power: freeGrid, energy })
  const [battery] = supply.storages
  expect(values(battery!.units)).toEqual([20])
  const [cheap, dear] = values(battery!.discharged[0]!)
  expect(cheap).toBeCloseTo(0, 6)
  // 20 MW x 4 h over 12 h.
  expect(dear).toBeCloseTo(80 / 12, 6)
})

test('storage loses its round trip', async () => {
  const lossy = { ...BATTERY, roundTripShare: 0.64 }
  const energy = { storages: [lossy], priceShape: [0.5, 1.5, 1] }
  const { supply, values } = await solvePower({ itMw: [10], power: freeGrid, energy })
  const [battery] = supply.storages
  const charged = values(battery!.charged[0]!)[0]! * 12
  const discharged = values(battery!.discharged[0]!)[1]! * 12
  expect(discharged / charged).toBeCloseTo(0.64, 6)
})

test('storage counts against the peak and its margin with its credit', async () => {
  const energy = { storages: [{ ...BATTERY, maxUnits: 4 }] }
  const { supply, values } = await solvePower({ itMw: [10], power: { reserveMarginShare: 0.5 }, energy })
  // 18 MW less half of 4 MW.
  expect(values(supply.service.contracted)[0]).toBeCloseTo(16, 6)
})

test('standby plant carries hours of stress and nothing else', async () => {
  const diesel = { ...ENGINE, id: 'diesel', kind: 'standby' as const, unitMw: 1, variableUsdPerMwh: 240 }
  const flexible = { limitMw: 12, energised: '2026Q4', curtailedShare: 0.25, hoursPerYear: 100 }
  const power = { gridLimitMw: 0, flexible, largestUnitOut: false }
  const { supply, values, bill } = await solvePower({ itMw: [10], power, energy: { sources: [diesel] } })
  expect(values(supply.plants[0]!.units)).toEqual([3])
  expect(values(supply.plants[0]!.generated[0]!)).toEqual([0, 0, 0])
  // 3 MW for 25 hours of the quarter at 240 less the 80 of the grid.
  expect(total(bill('Hours of stress diesel'))).toBeCloseTo((3 * 25 * 160) / 1e6, 9)
  expect(total(bill(UNSERVED))).toBeCloseTo(0, 6)
})

test('engines bridge six years of queue; the grid a year earlier is worth the difference of two solves', async () => {
  const itMw = Array.from({ length: 24 }, (_, t) => 5 * (1 + Math.floor(t / 4)))
  const bridge = (energised: string) =>
    solvePower({
      itMw,
      power: { energised, gridLimitMw: 100 },
      energy: { sources: [{ ...ENGINE, variableUsdPerMwh: 120 }] },
    })
  const [late, early] = [await bridge('2030Q4'), await bridge('2029Q4')]
  // 6, 12, 18, 24 MW in the years without a grid, with one unit out; later engines would stand idle.
  const atYears = [0, 4, 8, 12, 16, 20]
  const units = late.values(late.supply.plants[0]!.units)
  expect(atYears.map((t) => units[t])).toEqual([2, 3, 3, 4, 4, 4])
  const earlyUnits = early.values(early.supply.plants[0]!.units)
  expect(atYears.map((t) => earlyUnits[t])).toEqual([2, 3, 3, 3, 3, 3])
  expect(late.objectiveMusd).toBeGreaterThan(early.objectiveMusd)
})

test('storage keeps twelve minutes of the peak: 12 MW of it are 2.4 MWh, three units of 1 MWh', async () => {
  const battery = { ...BATTERY, durationH: 1, capexMusdPerMw: 1 }
  const own = await solvePower({
    itMw: [10],
    power: { rideThroughMinutes: 12 },
    energy: { storages: [battery] },
  })
  expect(own.values(own.supply.storages[0]!.units)).toEqual([3])
  const none = await solvePower({ itMw: [10], energy: { storages: [battery] } })
  expect(none.values(none.supply.storages[0]!.units)).toEqual([0])
})
