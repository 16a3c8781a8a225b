import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { listPeriods } from '../../../src/engine/derive/periods.ts'
import { dayPowerSlices } from '../../../src/engine/derive/power/powerSlices.ts'
import { listSlices } from '../../../src/engine/derive/slices.ts'
import { compareDays } from '../../../src/engine/dispatch/compareDays.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { siteProfiles } from '../../../src/engine/time/siteProfiles.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'

const catalog = await readCatalog()
const hours = Array.from({ length: 8760 }, (_, hour) => hour)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** One day in four is calm and dear; load follows the season; the sun shines on the other three. */
const isCalm = (hour: number) => Math.floor(hour / 24) % 4 === 0
const season = (hour: number) => Math.cos((hour / 8760) * 2 * Math.PI)
const load = hours.map((hour) => 40 - 8 * season(hour) + (hour % 24 >= 8 ? 4 : 0))
const usdPerMwh = hours.map((hour) => (isCalm(hour) ? (hour % 24 >= 15 && hour % 24 < 19 ? 400 : 90) : 25))
const wind = hours.map((hour) => (isCalm(hour) ? 0.02 : 0.6))
const kgCo2PerMwh = hours.map((hour) => (isCalm(hour) ? 700 : 200))
const profiles = siteProfiles(
  { load, usdPerMwh, wind, kgCo2PerMwh },
  { typicalDays: 6, note: 'made here', year: 2025 },
)

const document = {
  ...{ schemaVersion: 1, id: 'days', name: 'Days' },
  horizon: { start: '2027Q1', periods: 4, blocksPerDay: 6, powerDays: 'representative' },
  finance: { discountRatePerYear: 0, capital: 'annuity' },
  solver: {},
  regions: [{ id: 'r', name: 'R', catalogRegionId: 'us-nova', utcOffsetH: -5, residencyZone: 'us' }],
  sites: [
    {
      ...{ id: 'site', name: 'Site', catalogRegionId: 'us-nova', residencyZone: 'us' },
      profiles,
      facility: {
        ...{ archetypeId: 'hyperscale_ai_campus', existingItMw: 50, maxItMw: 50, moduleItMw: 10 },
        ...{ buildMonths: 0, earliest: '2027Q1', capexMusdPerMw: 0, fixedItMw: 50, givenPue: 1.1 },
        coolingTechnologyId: 'dlc85_w45_drycooler',
      },
      power: {
        ...{ gridLimitMw: 100, energised: '2027Q1', energyUsdPerMwh: 1, demandChargeUsdPerKwMonth: 0 },
        onSite: [
          {
            id: 'battery',
            energySourceId: 'bess_4h',
            maxMw: 40,
            unitMw: 10,
            leadMonths: 0,
            capexUsdPerKw: 500,
          },
          {
            id: 'wind',
            energySourceId: 'wind_on',
            maxMw: 40,
            unitMw: 10,
            leadMonths: 0,
            availabilityShare: 0.4,
          },
        ],
      },
    },
  ],
}
const solve = async (powerDays: string) => {
  const plan = readPlan({ ...document, horizon: { ...document.horizon, powerDays } })
  const answer = await solvePlan({ plan, catalog, inputsHash: 'days' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  return {
    plan,
    result: answer.result,
    musd: answer.result.costs.reduce((sum, own) => sum + own.presentMusd, 0),
  }
}
const days = await solve('representative')

test('blocks of the days have the hours of the plan; the peak and the stress day stand for one day of their quarter', () => {
  const { plan } = days
  const periods = listPeriods(plan)
  const slices = listSlices(plan)
  const own = dayPowerSlices(profiles.days, slices, periods)
  for (const slice of slices)
    for (const { index: t } of periods) {
      const sum = own
        .filter((one) => one.loadIndex === slice.index)
        .reduce((all, one) => all + one.hoursIn[t]!, 0)
      expect(sum).toBeCloseTo(slice.hoursPerPeriod, 9)
    }
  const forced = profiles.days.findIndex(({ kind }) => kind === 'peak')
  const hoursOf = own.filter((one) => one.day === forced).map((one) => one.hoursIn.reduce((a, b) => a + b, 0))
  // One day of a quarter that the product counts as 91.25: 24 hours but for what the calendar rounds.
  expect(hoursOf.reduce((a, b) => a + b, 0)).toBeCloseTo(24, 0)
})

test('the energy of the year is that of the 8,760 hours, and costs more than mean days would have it', async () => {
  const energyMwh = days.result.builds.reduce((sum, build) => sum + build.energyMwh, 0)
  const year = (1.1 * 50 * 8760 * mean(load)) / Math.max(...load)
  // Charging and discharging loses a little; the load itself is what it was.
  expect(energyMwh / year).toBeGreaterThan(0.995)
  expect(energyMwh / year).toBeLessThan(1.06)
  // On the mean day the wind blows a little in every dear hour: that flatters the plan.
  const flat = await solve('mean')
  expect(days.musd).toBeGreaterThan(1.02 * flat.musd)
})

test('wind does not blow on calm days, whatever its mean', () => {
  const { siteDays, builds } = days.result
  const list = siteDays[0]!.days
  expect(siteDays[0]!.isSynthetic).toBe(false)
  for (const block of builds[0]!.dayBlocks) {
    const most = list[block.day]!.windShare![12]! > 0.3 ? 0.7 : 0.05
    expect(block.generatedMw.wind!).toBeLessThanOrEqual(most * builds[0]!.onSiteMw.wind! + 1e-6)
  }
})

test('the audit agrees with every line of it, the 8,760 hours among them', () => {
  const report = auditResult(days.plan, catalog, days.result, 'days')
  expect(report.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
  const own = report.lines.filter((line) => line.check === 'days')
  expect(own.some((line) => line.sentence.includes('8,760 hours'))).toBe(true)
})

test('days that miss the peak or the load duration are found, with what is allowed', () => {
  const isOfLoad = (what: string) => /^(Highest load|Load exceeded)/.test(what)
  const lines = (scale: (share: number) => number) => {
    const own = structuredClone(days)
    for (const list of [own.plan.sites[0]!.profiles!.days, own.result.siteDays[0]!.days])
      for (const day of list) day.loadShare = day.loadShare!.map(scale)
    const { lines: all } = auditResult(own.plan, catalog, own.result, 'days')
    return all.filter((line) => line.check === 'days' && isOfLoad(line.sentence))
  }
  expect(lines((share) => share).map(({ isOk }) => isOk)).toEqual(Array(7).fill(true))
  // A curve of the same mean without its extremes: the highest load is missed, the middle holds.
  const mean = 0.8
  const flat = lines((share) => mean + 0.2 * (share - mean))
  expect(flat.filter(({ isOk }) => !isOk).map(({ sentence }) => sentence.split(' at ')[0])).toContain(
    'Highest load',
  )
  expect(flat.some(({ sentence, isOk }) => sentence.startsWith('Load exceeded in 50 %') && isOk)).toBe(true)
  expect(flat[0]!.sentence).toContain('0.5 % of the highest allowed')
})

test('without files the days are synthetic, and said to be', async () => {
  const [site] = document.sites
  const { profiles: _none, ...bare } = site!
  const plan = readPlan({ ...document, sites: [{ ...bare, power: { ...bare.power, energyUsdPerMwh: 60 } }] })
  const answer = await solvePlan({ plan, catalog, inputsHash: 'made' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  expect(answer.result.siteDays[0]).toMatchObject({ siteId: 'site', isSynthetic: true })
  expect(answer.result.siteDays[0]!.days.map(({ kind }) => kind)).toContain('stress')
  expect(answer.result.notes).toContainEqual({ code: 'synthetic-days', sites: ['Site'] })
  const report = auditResult(plan, catalog, answer.result, 'made')
  expect(report.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
})

test('the days of the plan, hour by hour, cost what its blocks say, and need the same load', async () => {
  const own = await compareDays({ ...days, catalog, siteId: 'site', period: '2027Q3' })
  expect(own.days.some(({ name }) => name.startsWith('stress') || name.startsWith('peak'))).toBe(true)
  const hoursOf = own.days.reduce((sum, day) => sum + day.weightDays * 24, 0)
  expect(hoursOf).toBeCloseTo(8760, 6)
  const mwh =
    own.days.reduce((sum, day) => sum + day.weightDays * day.loadMw.reduce((a, b) => a + b, 0), 0) / 4
  expect(mwh / days.result.builds[2]!.energyMwh).toBeCloseTo(1, 6)
  const bill = days.result.costs.find((line) => line.name === 'Grid energy')!.byPeriodMusd[2]!
  expect(own.blocksMusd).toBeGreaterThanOrEqual(bill - 1e-6)
  expect(Math.abs(own.differenceShare)).toBeLessThan(0.05)
})
