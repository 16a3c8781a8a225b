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

test('a ratchet on billed peaks outlives its look-back, one on metered peaks does not', () => {
  const rules = { ratchetShare: 0.8, ratchetMonths: 2 }
  // The meter alone: September 0.8 x 78, October 0.8 x 70, November and December their own meters.
  const metered = billed(rules).slice(8)
  for (const [i, mw] of [62.4, 56, 38, 42].entries()) expect(metered[i]).toBeCloseTo(mw, 9)
  // Billed: September 62.4; October 56 of August; November 0.8 x 62.4 = 49.92; December 0.8 x 56 = 44.8.
  const own = billed({ ...rules, ratchetBasis: 'billed' }).slice(8)
  for (const [i, mw] of [62.4, 56, 49.92, 44.8].entries()) expect(own[i]).toBeCloseTo(mw, 9)
})

test('in a year that repeats the summer before binds January', () => {
  const summer = { ratchetShare: 0.6, ratchetOnlyMonths: [6, 7, 8, 9], yearRepeats: true }
  // 0.6 x 80 = 48 in every month but those that meter more; May looks back at June of the year before, 11 months ago.
  expect(billed(summer)).toEqual([48, 48, 48, 50, 62, 80, 78, 70, 48, 48, 48, 48])
  // June itself was twelve months ago: a ratchet of 1 leaves June at July's 78 at least.
  expect(bill({ ...summer, ratchetShare: 1 }).months[5]).toMatchObject({ ratchetMw: 78, setBy: 'meter' })
})

test('a month may have its own contract, charge and price', () => {
  const own = yearBill(
    TariffCase.parse({
      ...{ contractedMw: 50, demandChargeUsdPerKwMonth: 10, energyUsdPerMwh: 40, minimumTakeShare: 0.8 },
      fixedUsdPerMonth: 1000,
      months: [
        { peakMw: 10, energyMwh: 100 },
        { peakMw: 10, energyMwh: 100, contractedMw: 100, demandChargeUsdPerKwMonth: 15, energyUsdPerMwh: 60 },
      ],
    }),
  )
  expect(own.months.map((month) => month.billedMw)).toEqual([40, 80])
  expect(own).toMatchObject({ demandUsd: 400_000 + 1_200_000, energyUsd: 4000 + 6000, fixedUsd: 2000 })
  expect(own.totalUsd).toBe(1_612_000)
})

test('a year of hours is cut into its calendar months', () => {
  // 20 MW all year, 50 in the first hour of March; 30 USD in January, 10 else.
  const hourlyMw = Array.from({ length: 8760 }, (_, hour) => (hour === 59 * 24 ? 50 : 20))
  const hourlyUsdPerMwh = hourlyMw.map((_, hour) => (hour < 31 * 24 ? 30 : 10))
  const own = yearBill(
    TariffCase.parse({ contractedMw: 60, demandChargeUsdPerKwMonth: 1, hourlyMw, hourlyUsdPerMwh }),
  )
  expect(own.months.map((month) => month.meteredMw).slice(0, 4)).toEqual([20, 20, 50, 20])
  expect(own.months[0]).toMatchObject({ energyMwh: 744 * 20, energyUsd: 744 * 20 * 30 })
  expect(own.months[2]!.energyUsd).toBe((744 * 20 + 30) * 10)
})

test.each([
  [{ months: [] }, 'months'],
  [{ months: undefined, hourlyMw: Array.from({ length: 8759 }, () => 1) }, 'hourlyMw'],
  [{ yearRepeats: true, earlierPeaksMw: [1] }, 'earlierPeaksMw'],
])('a case that contradicts itself is refused at %o', (rules, path) => {
  const document = { contractedMw: 100, demandChargeUsdPerKwMonth: 10, months, ...rules }
  const parsed = TariffCase.safeParse(document)
  expect(parsed.error?.issues.map((issue) => issue.path[0])).toContain(path)
})

test('a demand window is charged on the highest MW of its own hours, months and days', () => {
  // 2018 begins on a Monday. 50 MW, 70 at noon, 65 at six in the evening of weekdays, 90 then on weekends.
  const isWeekend = (hour: number) => Math.floor(hour / 24) % 7 >= 5
  const hourlyMw = Array.from({ length: 8760 }, (_, hour) => {
    if (hour % 24 === 18) return isWeekend(hour) ? 90 : 65
    return hour % 24 === 12 ? 70 : 50
  })
  const evening = { name: 'evening', usdPerKwMonth: 12, hours: [17, 18, 19, 20], months: [6, 7, 8, 9] }
  const rules = { contractedMw: 100, demandChargeUsdPerKwMonth: 5, hourlyMw }
  const own = yearBill(TariffCase.parse({ ...rules, demandWindows: [{ ...evening, weekdaysOnly: true }] }))
  expect(own.demandUsd).toBe(12 * 90 * 5000)
  expect(own.windowsUsd).toBe(4 * 65 * 12_000)
  expect(own.totalUsd).toBe(own.demandUsd + own.windowsUsd)
  expect(own.months[4]!.windows).toEqual([])
  expect(own.months[5]!.windows).toEqual([{ name: 'evening', peakMw: 65, demandUsd: 780_000 }])
  const all = yearBill(TariffCase.parse({ ...rules, demandWindows: [evening] }))
  expect(all.windowsUsd).toBe(4 * 90 * 12_000)
  const given = bill({ demandWindows: [evening], months: [{ peakMw: 80, windowPeaksMw: { evening: 70 } }] })
  expect(given.windowsUsd).toBe(0)
  expect(
    TariffCase.safeParse({ ...rules, hourlyMw: undefined, months, demandWindows: [evening] }).success,
  ).toBe(false)
})
