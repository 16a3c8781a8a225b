import { expect, test } from 'vitest'
import { TariffCase } from '../../plan/cases/tariffCase.ts'
import { yearBill } from './yearBill.ts'

const peaks = [40, 38, 35, 50, 62, 80, 78, 70, 45, 40, 38, 42]
const months = peaks.map((peakMw) => ({ peakMw, energyMwh: peakMw * 600 }))
const bill = (rules: object) =>
  yearBill(TariffCase.parse({ contractedMw: 100, demandChargeUsdPerKwMonth: 10, months, ...rules }))
const billed = (rules: object) => bill(rules).months.map((own) => own.billedMw)

test('without rules the bill is the meter', () => {
  expect(billed({})).toEqual(peaks)
  expect(bill({ energyUsdPerMwh: 50 })).toMatchObject({
    demandUsd: 618 * 10_000,
    energyUsd: 618 * 600 * 50,
    totalUsd: 618 * 10_000 + 618 * 600 * 50,
  })
})

test('a minimum take of 60 % lifts eight months to 60 MW', () => {
  const { months: own, demandUsd } = bill({ minimumTakeShare: 0.6 })
  expect(own.map((month) => month.billedMw)).toEqual([60, 60, 60, 60, 62, 80, 78, 70, 60, 60, 60, 60])
  expect(own.filter((month) => month.setBy === 'minimum take')).toHaveLength(8)
  expect(demandUsd).toBe(7_700_000)
})

test('a ratchet of 80 % holds 64 MW after the peak of June', () => {
  expect(billed({ ratchetShare: 0.8 })).toEqual([40, 38, 35, 50, 62, 80, 78, 70, 64, 64, 64, 64])
})

test('its look-back ends', () => {
  // September looks at July and August, October at August and September, November at September and October.
  expect(billed({ ratchetShare: 0.5, ratchetMonths: 2 }).slice(8, 9)).toEqual([45])
  expect(billed({ ratchetShare: 0.75, ratchetMonths: 2 }).slice(8)).toEqual([58.5, 52.5, 38, 42])
})

test('a summer ratchet counts the named months alone, those of the year before too', () => {
  const earlierPeaksMw = [90, 60, 60, 60, 60, 60]
  // The latest of the earlier peaks is December: the first is July.
  const own = billed({ ratchetShare: 0.5, ratchetOnlyMonths: [7, 8], earlierPeaksMw })
  expect(own.slice(0, 3)).toEqual([45, 45, 45])
  // In July the peak of July before is twelve months ago: out of the look-back of eleven.
  expect(bill({ ratchetShare: 1, ratchetOnlyMonths: [7], earlierPeaksMw }).months[6]!.setBy).toBe('meter')
})
