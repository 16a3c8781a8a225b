import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { climate } from './climate.ts'
import { days } from './days.ts'
import { reliability } from './reliability.ts'
import { screening } from './screening.ts'
import { sizing } from './sizing.ts'
import { tariff } from './tariff.ts'

const folder = mkdtempSync(join(tmpdir(), 'tokenworks-cases-'))
const out = join(folder, 'answer.json')

async function answer(command: (args: readonly string[]) => Promise<number>, document: unknown) {
  const file = join(folder, 'case.json')
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document))
  expect(await command([file, '--out', out])).toBe(0)
  return JSON.parse(readFileSync(out, 'utf8'))
}

test('tariff: two months, one on the minimum take', async () => {
  const bill = await answer(tariff, {
    contractedMw: 100,
    demandChargeUsdPerKwMonth: 8,
    minimumTakeShare: 0.85,
    months: [{ peakMw: 80, energyMwh: 48_000 }, { peakMw: 90 }],
  })
  expect(bill.demandUsd).toBe((85 + 90) * 8000)
})

test('reliability: one generator that always starts, hour by hour', async () => {
  const generators = [{ count: 1, unitMw: 2, availability: 1, failureToStart: 0, mttfH: 10 }]
  const { survivalByHour } = await answer(reliability, { generators, loadMw: 1, hours: 3 })
  expect(survivalByHour.map((value: number) => value.toFixed(6))).toEqual([
    '0.900000',
    '0.810000',
    '0.729000',
  ])
})

test('sizing: units alone, and a site', async () => {
  const site = {
    catalogRegionId: 'us-nova',
    coolingTechnologyId: 'dlc85_w45_drycooler',
    planStart: '2027Q1',
    steps: [{ period: '2029Q1', itMw: 20 }],
  }
  const units = [{ name: 'UPS', load: 10, unitSize: 1.875, scheme: '4N3R' }]
  const sized = await answer(sizing, { units, site })
  expect(sized.units).toEqual([{ name: 'UPS', blocks: 1, needed: 6, installed: 8, spare: 2 }])
  expect(sized.train.map((line: { purpose: string }) => line.purpose)).toContain('Standby generator')
})

test('days: a load and a price by the hour of the day', async () => {
  const write = (name: string, value: (hour: number) => number) => {
    const file = join(folder, name)
    writeFileSync(file, Array.from({ length: 8760 }, (_, hour) => value(hour)).join('\n'))
    return file
  }
  const load = write('load.csv', (hour) => 10 + (Math.floor(hour / 24) % 7 < 5 ? 5 : 0))
  const price = write('price.csv', (hour) => (hour % 24 < 12 ? 30 : 90))
  expect(await days(['--load', load, '--price', price, '--days', '2', '--out', out])).toBe(0)
  const answered = JSON.parse(readFileSync(out, 'utf8'))
  expect(answered.energyUsdPerMwh).toBe(60)
  expect(answered.energyPriceByHour.slice(11, 13)).toEqual([0.5, 1.5])
  const weights = answered.days.map((own: { weightDays: number }) => own.weightDays)
  expect(weights.reduce((sum: number, value: number) => sum + value, 0)).toBe(365)
  await expect(days(['--price', price])).rejects.toMatchObject({ faults: [{ path: '--load' }] })
})

test('climate: a year of 10 deg C', async () => {
  const months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const hours = months.flatMap((days, month) =>
    Array.from({ length: days * 24 }, (_, i) => {
      return `2010,${month + 1},${Math.floor(i / 24) + 1},${(i % 24) + 1},60,?9,10,1.0,70,97000`
    }),
  )
  const header = ['LOCATION,Here,,,,,47,8,1,400', ...Array.from({ length: 7 }, () => 'X')]
  const epw = join(folder, 'here.epw')
  writeFileSync(epw, [...header, ...hours].join('\n'))
  expect(await climate(['--epw', epw, '--technology', 'dlc100_w45_drycooler', '--out', out])).toBe(0)
  const { meanPue, highestPue } = JSON.parse(readFileSync(out, 'utf8'))
  expect(meanPue).toBeCloseTo(1.06 + 1.03 * 0.034, 9)
  expect(highestPue).toBeCloseTo(meanPue, 9)
})

test('climate as a case: every technology, hours given as lists, losses from the UPS curve', async () => {
  const own = { dryBulbC: [0, 40], wetBulbC: [-1, 22], upsLoadShare: 0.5, itLoad: [3, 1] }
  const { technologies, electricalLossShare, hours } = await answer(climate, own)
  expect(technologies).toHaveLength(11)
  expect(hours).toBe(2)
  // UPS 0.973 at half load, three hundredths around it.
  expect(electricalLossShare).toBeCloseTo(0.057, 12)
  const one = technologies.find(
    (tech: { technologyId: string }) => tech.technologyId === 'dlc100_w45_drycooler',
  )
  expect(one.pue[0]).toBeCloseTo(1.057 + 1.03 * 0.034, 12)
  expect(one.meanPue).toBeCloseTo((3 * one.pue[0] + one.pue[1]) / 4, 12)
  await expect(answer(climate, { dryBulbC: [0] })).rejects.toMatchObject({
    faults: [{ path: 'humidityPercent' }],
  })
  await expect(answer(climate, { ...own, itLoad: [1] })).rejects.toMatchObject({
    faults: [{ path: 'itLoad' }],
  })
})

test('screening: two plants and a load', async () => {
  const plant = (name: string, annualUsdPerKw: number, variableUsdPerMwh: number) => {
    return { ...{ name, annualUsdPerKw, variableUsdPerMwh }, capexUsdPerKw: 0, lifeYears: 1 }
  }
  const technologies = [plant('base', 200, 20), plant('peak', 50, 80)]
  const curve = await answer(screening, { technologies, durationCurve: [{ mw: 10, hours: 8760 }] })
  expect(curve.breakEvens).toEqual([{ from: 'peak', to: 'base', hours: 2500 }])
  expect(curve.totalUsdPerYear).toBe(10_000 * 200 + 87_600 * 20)
})

test('a case that is no JSON, one with an unknown field and a file that is not there are faults', async () => {
  await expect(answer(tariff, '{')).rejects.toMatchObject({ code: 'bad-input' })
  await expect(answer(reliability, { loadMw: 1, nonsense: 1 })).rejects.toMatchObject({ code: 'bad-input' })
  await expect(sizing([join(folder, 'nowhere.json')])).rejects.toMatchObject({ code: 'not-found' })
})
