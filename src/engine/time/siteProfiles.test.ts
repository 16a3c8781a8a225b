import { expect, test } from 'vitest'
import { SiteProfiles } from '../../plan/schema/profiles.ts'
import { hourlyCooling } from '../climate/hourlyCooling.ts'
import { importedClimate } from '../climate/importedClimate.ts'
import { siteProfiles } from './siteProfiles.ts'

const hours = Array.from({ length: 8760 }, (_, hour) => hour)
const choice = { typicalDays: 4, note: 'made here' }
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('means by month, day type and hour of a price; 2025 begins on a Wednesday', () => {
  // 50 on weekdays, 20 on weekends, 100 at six in the evening of the last quarter.
  const isWeekend = (hour: number) => [3, 4].includes(Math.floor(hour / 24) % 7)
  const price = hours.map((hour) => (hour % 24 === 18 && hour >= 24 * 273 ? 100 : isWeekend(hour) ? 20 : 50))
  const own = siteProfiles({ usdPerMwh: price }, { ...choice, year: 2025 })
  expect(own.usdPerMwh!.weekday[0]![18]).toBe(50)
  expect(own.usdPerMwh!.weekend[0]![18]).toBe(20)
  expect(own.usdPerMwh!.weekend[9]![18]).toBe(100)
  const alike = siteProfiles({ usdPerMwh: price }, choice)
  expect(alike.usdPerMwh!.weekday).toEqual(alike.usdPerMwh!.weekend)
  expect(SiteProfiles.parse(own).days.reduce((sum, day) => sum + day.weightDays, 0)).toBe(365)
})

test('representative days keep the mean of the year and hold its peak and stress day', () => {
  const load = hours.map((hour) => (hour === 4000 ? 100 : 40 + (hour % 24)))
  const price = hours.map((hour) => 30 + Math.floor(hour / 24 / 91) * 10)
  const { days } = siteProfiles({ load, usdPerMwh: price }, choice)
  const sum = days.reduce((total, day) => total + day.weightDays * mean(day.usdPerMwh!), 0)
  expect(sum / 365).toBeCloseTo(mean(price), 3)
  expect(days.find((day) => day.kind === 'peak' || day.kind === 'stress')!.day).toBe(Math.floor(4000 / 24))
  expect(Math.max(...days.flatMap((day) => day.loadShare!))).toBe(1)
})

test('the PUE of fifths is that of the year of hours, within a thousandth', () => {
  const dryBulbC = hours.map(
    (hour) =>
      12 - 14 * Math.cos((hour / 8760) * 2 * Math.PI) + 6 * Math.sin(hour / 3.8) + 3 * Math.sin(hour / 57),
  )
  const wetBulbC = dryBulbC.map((dry) => dry - 4)
  const { weather } = siteProfiles({ weather: { place: 'Here', dryBulbC, wetBulbC } }, choice)
  for (const id of ['air_crah_chiller_drycooler_econ', 'dlc85_w32_tower', 'dlc85_w45_drycooler']) {
    const year = hourlyCooling(id, { dryBulbC, wetBulbC }, 0.06)
    const own = importedClimate(id, weather!, 0.06)
    expect(Math.abs(mean(own.pue.flat()) - year.meanPue)).toBeLessThan(1e-3)
  }
  // The thirty-sixth hottest hour.
  expect(weather!.designDryBulbC).toBe(dryBulbC.toSorted((a, b) => b - a)[35])
})

test('the months of the calendar, of price, load and weather, and the days of each that a day stands for', () => {
  // February, day 31 to 58: dear, warm and full.
  const isFebruary = (hour: number) => hour >= 24 * 31 && hour < 24 * 59
  const ofFebruary = (then: number, else_: number) => hours.map((hour) => (isFebruary(hour) ? then : else_))
  const dryBulbC = ofFebruary(30, 5)
  const own = SiteProfiles.parse(
    siteProfiles(
      {
        usdPerMwh: ofFebruary(90, 30),
        load: ofFebruary(10, 4),
        weather: { place: 'Here', dryBulbC, wetBulbC: dryBulbC },
      },
      { ...choice, year: 2025 },
    ),
  )
  const byMonth = (then: number, else_: number) =>
    Array.from({ length: 12 }, (_, month) => (month === 1 ? then : else_))
  expect(own.usdPerMwh!.weekend.map((day) => day[3])).toEqual(byMonth(90, 30))
  expect(own.loadShare!.meanByMonth!.weekday.map((day) => day[3])).toEqual(byMonth(1, 0.4))
  expect(own.loadShare!.highestByMonth!.weekend.map((day) => day[3])).toEqual(byMonth(1, 0.4))
  expect(own.weather!.dryBulbC.map((day) => day[3]![2])).toEqual(byMonth(30, 5))
  const total = (month: number) =>
    own.days.reduce((sum, day) => sum + day.weekdaysByMonth![month]! + day.weekendsByMonth![month]!, 0)
  expect([0, 1, 2, 11].map(total)).toEqual([31, 28, 31, 31])
})

test('four seasons are refused no more than twelve months, other numbers are', () => {
  const table = (count: number) => Array.from({ length: count }, () => Array(24).fill(1))
  const read = (count: number) =>
    SiteProfiles.safeParse({ note: '', usdPerMwh: { weekday: table(count), weekend: table(count) } })
  expect([4, 12].map((count) => read(count).success)).toEqual([true, true])
  expect(JSON.stringify(read(6).error!.issues)).toContain('12 months, or 4 quarters')
})
