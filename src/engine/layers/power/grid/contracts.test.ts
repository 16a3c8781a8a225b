import { expect, test } from 'vitest'
import { CONTRACT, solvePower } from '../../../../../test/fixtures/powerSite.ts'

// 10 MW of IT at PUE 1.2 are 12 MW; a quarter has 2,190 hours.
const QUARTER_MUSD_PER_USD = (12 * 2190) / 1e6
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

test('a contract below the spot price takes the whole load', async () => {
  const { bill, reader, supply } = await solvePower({
    itMw: [10, 10],
    energy: { contracts: [CONTRACT] },
  })
  expect(reader.sum(supply.contracts[0]!.inForce[0]!)).toBeCloseTo(12, 6)
  expect(bill('Contract flat')[0]).toBeCloseTo(60 * QUARTER_MUSD_PER_USD, 6)
  expect(total(bill('Grid energy'))).toBeCloseTo(0, 6)
})

test('what was signed is in force, and paid, for its whole term and no longer', async () => {
  const itMw = [10, 0, 0, 0, 0]
  const long = await solvePower({ itMw, energy: { contracts: [CONTRACT] } })
  // Four quarters paid for one of use: dearer than spot.
  expect(long.reader.sum(long.supply.contracts[0]!.inForce[0]!)).toBeCloseTo(0, 6)
  const short = { ...CONTRACT, termPeriods: 1 }
  const oneQuarter = await solvePower({ itMw, energy: { contracts: [short] } })
  const inForce = oneQuarter.supply.contracts[0]!.inForce.map((terms) => oneQuarter.reader.sum(terms))
  for (const [t, mw] of [12, 0, 0, 0, 0].entries()) expect(inForce[t]).toBeCloseTo(mw, 6)
})

test('take-or-pay binds where less is taken than promised', async () => {
  const half = { ...CONTRACT, termPeriods: 2, takeOrPayShare: 0.5, usdPerMwh: 40 }
  const { bill } = await solvePower({ itMw: [10, 0], energy: { contracts: [half] } })
  expect(bill('Contract flat')[0]).toBeCloseTo(40 * QUARTER_MUSD_PER_USD, 6)
  expect(bill('Contract flat')[1]).toBeCloseTo(20 * QUARTER_MUSD_PER_USD, 6)
})

test('the escalator is paid', async () => {
  const rising = { ...CONTRACT, escalatorPerYear: 0.1, termPeriods: 5 }
  const { bill } = await solvePower({
    itMw: [10, 10, 10, 10, 10],
    energy: { contracts: [rising] },
  })
  expect(bill('Contract flat')[4]! / bill('Contract flat')[0]!).toBeCloseTo(1.1, 6)
})

test('pay-as-produced pays for what is made beyond the load', async () => {
  // Makes twice its megawatts' mean at one time and nothing at others.
  const solar = { ...CONTRACT, kind: 'pay-as-produced' as const, profile: [1, 0, 0], maxMw: 20 }
  const { reader, supply } = await solvePower({ itMw: [10], energy: { contracts: [solar] } })
  expect(reader.sum(supply.contracts[0]!.inForce[0]!)).toBeCloseTo(12, 6)
  expect(supply.contracts[0]!.taken[0]!.map((column) => reader.at(column))).toEqual([12, 0, 0])
})

test('the locked share binds: a dear contract is signed for it, a virtual one counts too', async () => {
  const dear = { ...CONTRACT, usdPerMwh: 100 }
  const promise = { id: 'flat', kind: 'baseload' as const, energySourceId: 'hydro_contract', start: '2026Q4' }
  const power = { minimumLockedShare: 0.8, contracts: [{ ...promise, maxMw: 100 }] }
  const physical = await solvePower({ itMw: [10], power, energy: { contracts: [dear] } })
  expect(physical.reader.sum(physical.supply.contracts[0]!.inForce[0]!)).toBeCloseTo(9.6, 6)
  const virtual = { ...dear, kind: 'virtual' as const }
  const settled = await solvePower({ itMw: [10], power, energy: { contracts: [virtual] } })
  // 9.6 MW at 100 against a spot price of 80; all energy is still bought at spot.
  expect(settled.bill('Contract flat')[0]).toBeCloseTo((9.6 * 20 * 2190) / 1e6, 6)
  expect(settled.bill('Grid energy')[0]).toBeCloseTo(80 * QUARTER_MUSD_PER_USD, 6)
})

test('energy through the grid needs grid megawatts; a direct line brings its own', async () => {
  const power = { gridLimitMw: 4, unservedEnergyUsdPerMwh: 3000 }
  const wired = await solvePower({ itMw: [10], power, energy: { contracts: [CONTRACT] } })
  expect(total(wired.bill('Unserved energy (penalty, not paid)'))).toBeCloseTo(
    ((8 / 1.2) * 2190 * 3000) / 1e6,
    4,
  )
  const direct = { ...CONTRACT, isDirect: true, firmShare: 1 }
  const own = await solvePower({ itMw: [10], power, energy: { contracts: [direct] } })
  expect(total(own.bill('Unserved energy (penalty, not paid)'))).toBeCloseTo(0, 6)
})
