import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { compareDays } from '../../../src/engine/dispatch/compareDays.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { siteProfiles } from '../../../src/engine/time/siteProfiles.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'

const catalog = await readCatalog()
const hours = Array.from({ length: 8760 }, (_, hour) => hour)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Local hours: dear evenings, a winter that costs ten more, a summer load, weather with a season. */
const usdPerMwh = hours.map((hour) => (hour % 24 >= 18 && hour % 24 < 22 ? 90 : 40) + (hour < 2190 ? 10 : 0))
const kgCo2PerMwh = hours.map((hour) => (hour % 24 >= 9 && hour % 24 < 15 ? 200 : 500))
const dryBulbC = hours.map(
  (hour) => 12 - 12 * Math.cos((hour / 8760) * 2 * Math.PI) + 5 * Math.sin(hour / 3.8),
)
const weather = { place: 'Here', dryBulbC, wetBulbC: dryBulbC.map((dry) => dry - 5) }
const profiles = siteProfiles({ usdPerMwh, kgCo2PerMwh, weather }, { typicalDays: 5, note: 'made here' })

const plan = readPlan({
  ...{ schemaVersion: 1, id: 'hours', name: 'Imported hours' },
  horizon: { start: '2027Q1', periods: 2, periodLength: 'year', blocksPerDay: 8 },
  finance: { discountRatePerYear: 0, carbonUsdPerTonne: 20 },
  solver: {},
  regions: [{ id: 'r', name: 'R', catalogRegionId: 'us-nova', utcOffsetH: -5, residencyZone: 'us' }],
  sites: [
    {
      ...{ id: 'site', name: 'Site', catalogRegionId: 'us-nova', residencyZone: 'us' },
      profiles,
      facility: {
        ...{ archetypeId: 'hyperscale_ai_campus', existingItMw: 50, maxItMw: 50, moduleItMw: 10 },
        ...{ buildMonths: 0, earliest: '2027Q1', capexMusdPerMw: 0, fixedItMw: 50 },
        coolingTechnologyId: 'air_crah_chiller_drycooler_econ',
      },
      power: { gridLimitMw: 100, energised: '2027Q1', energyUsdPerMwh: 1 },
    },
  ],
})
const answer = await solvePlan({ plan, catalog, inputsHash: 'hours' })
if (answer.kind !== 'plan') throw new Error(answer.kind)
const { result } = answer

test('price, carbon and PUE come from the hours that were imported', () => {
  const [first] = result.builds
  const bill = result.costs.find((line) => line.name === 'Grid energy')!
  // Two years of 50 MW of IT: what blocks of three hours average away is small where price follows the clock.
  const spot = mean(usdPerMwh) + (20 * mean(kgCo2PerMwh)) / 1000
  const perMwh = (bill.presentMusd * 1e6) / (first!.energyMwh * 2)
  expect(perMwh / spot).toBeCloseTo(1, 2)
  expect(first!.co2Tonnes / first!.energyMwh).toBeCloseTo(mean(kgCo2PerMwh) / 1000, 2)
  const pue = first!.energyMwh / (50 * 8760)
  expect(pue).toBeGreaterThan(1.1)
  expect(pue).toBeLessThan(1.2)
})

test('the audit agrees with every line of it', () => {
  const report = auditResult(plan, catalog, result, 'hours')
  expect(report.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
})

test('representative days, hour by hour, cost what the blocks say, within two hundredths', async () => {
  const own = await compareDays({ plan, catalog, result, siteId: 'site', period: '2027Q1' })
  expect(own.isImported).toBe(true)
  expect(own.days.map((day) => day.weightDays).reduce((sum, days) => sum + days, 0)).toBe(365)
  expect(Math.abs(own.differenceShare)).toBeLessThan(0.02)
  expect(own.blocksMusd).toBeCloseTo(
    result.costs.find((line) => line.name === 'Grid energy')!.byPeriodMusd[0]!,
    6,
  )
})
