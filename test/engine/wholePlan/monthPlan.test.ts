import { expect, test } from 'vitest'
import { coolingOverhead } from '../../../src/engine/climate/coolingOverhead.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { writeMps } from '../../../src/engine/problem/writeMps.ts'
import { siteProfiles } from '../../../src/engine/time/siteProfiles.ts'
import { toICalendar } from '../../../src/exchange/export/iCalendar.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanResult } from '../../../src/plan/result/result.ts'
import { listOrders } from '../../../src/report/orders.ts'
import { listSchedule } from '../../../src/report/schedule.ts'
import { readSource } from '../../../src/report/source.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'
import { loaded, months } from '../../fixtures/loadedSite.ts'
import { billed, PEAKS, solveAudited } from '../../fixtures/solveAudited.ts'

const catalog = await readCatalog()

test('twelve monthly bills with a ratchet are those of the tariff by hand', async () => {
  const rules = { ratchetShare: 0.75, ratchetMonths: 2, demandChargeUsdPerKwMonth: 10 }
  const result = await solveAudited(loaded(months('2027-01', 12), PEAKS, rules))
  expect(result.periods).toEqual(PEAKS.map((_, t) => `2027-${String(t + 1).padStart(2, '0')}`))
  // September 0.75 x 78 of July, October 0.75 x 70 of August; November looks at 45 and 40, December at 40 and 38.
  expect(billed(result)).toEqual([40, 38, 35, 50, 62, 80, 78, 70, 58.5, 52.5, 38, 42])
  const charge = result.costs.find(({ name }) => name === 'Demand charge')!
  const byHand = billed(result).reduce((sum, mw, t) => sum + (mw * 1e4 * 1.1 ** -((t + 0.5) / 12)) / 1e6, 0)
  expect(charge.presentMusd).toBeCloseTo(byHand, 9)
})

test('a look-back of quarters is three months each', async () => {
  const result = await solveAudited(
    loaded(months('2027-01', 12), PEAKS, { ratchetShare: 0.8, ratchetQuarters: 1 }),
  )
  // July to September look back at June; October at July, November at August, December at 45.
  expect(billed(result)).toEqual([40, 38, 35, 50, 62, 80, 78, 70, 64, 62.4, 56, 42])
})

test('by month and by quarter the energy of the year is one, and what is paid for it but for the dates', async () => {
  const byQuarter = await solveAudited(
    loaded({ start: '2027Q1', periods: 4, blocksPerDay: 2 }, [40, 50, 50, 60]),
  )
  const threefold = [40, 50, 50, 60].flatMap((mw) => [mw, mw, mw])
  const byMonth = await solveAudited(loaded(months('2027Q1', 12), threefold))
  const energy = ({ builds }: PlanResult, from: number, to: number) =>
    builds.slice(from, to).reduce((sum, { energyMwh }) => sum + energyMwh, 0)
  for (const q of [0, 1, 2, 3])
    expect(energy(byMonth, 3 * q, 3 * q + 3)).toBeCloseTo(energy(byQuarter, q, q + 1), 6)
  expect(byQuarter.builds[0]!.energyMwh).toBeCloseTo(40 * 2190, 6)
  const cost = ({ costs }: PlanResult) => costs.find(({ name }) => name === 'Grid energy')!.presentMusd
  expect(cost(byMonth) / cost(byQuarter)).toBeCloseTo(1, 4)
})

test('months as dates in a plan of quarters: what begins in May serves from the third quarter on', async () => {
  const quarters = { start: '2027-04', periods: 4, blocksPerDay: 2 } as const
  const power = (energised: string) => ({ energised, rampMwPerQuarter: 20, unservedEnergyUsdPerMwh: 1000 })
  const inMay = await solveAudited(loaded(quarters, [40], power('2027-05')))
  const inQ3 = await solveAudited(loaded({ ...quarters, start: '2027Q2' }, [40], power('2027Q3')))
  expect(inMay.periods).toEqual(['2027Q2', '2027Q3', '2027Q4', '2028Q1'])
  expect(inMay.builds.map(({ contractedMw }) => Math.round(contractedMw))).toEqual([0, 20, 40, 40])
  expect(inMay.solver.objectiveMusd).toBe(inQ3.solver.objectiveMusd)
})

test('by month a ramp steps every third month from the month it begins', async () => {
  const power = { energised: '2027-02', rampMwPerQuarter: 20, unservedEnergyUsdPerMwh: 1000 }
  const { builds } = await solveAudited(loaded(months('2027-01', 8), [60], power))
  expect(builds.map(({ contractedMw }) => Math.round(contractedMw))).toEqual([0, 20, 20, 20, 40, 40, 40, 60])
})

test('layers from power to demand by month agree with their audit in every line', async () => {
  const result = await solveAudited({
    ...auditedSiteDocument,
    horizon: { ...months('2027-01', 14), blocksPerDay: 4 },
  })
  expect(result.periods.at(-1)).toBe('2028-02')
  expect(result.builds.some(({ phases }) => phases > 0)).toBe(true)
})

test.each([
  [{ start: '2027-02', periods: 4 }, 'horizon.start'],
  [{ start: '2027Q1', periods: 81 }, 'horizon.periods'],
])('a horizon %o is refused with its remedy', (horizon, path) => {
  expect(() => readPlan(loaded(horizon, [1]))).toThrow(
    expect.objectContaining({ faults: [expect.objectContaining({ path })] }),
  )
})

test('report, calendar of orders and the problem for other solvers speak of months', async () => {
  const document = { ...auditedSiteDocument, horizon: { ...months('2027-02', 8), blocksPerDay: 2 as const } }
  const result = await solveAudited(document)
  const plan = readPlan(document)
  const source = readSource(plan, catalog, result, { lines: [], isOk: true }, 'en')
  const orders = listOrders(source)
  expect(orders.map(({ period }) => period)).toContain('2027-02')
  expect(toICalendar(source, orders, new Date(0))).toContain('Ashburn\\, 2027-02')
  expect(listSchedule(source).every(({ to }) => /^2027-0[2-9]-01$/.test(to))).toBe(true)
  const { problem } = formulate(deriveInputs(plan, catalog))
  expect(writeMps(problem)).toMatch(/billed\.ash\.2027-09/)
})

test('months of imported hours: price, carbon, load and PUE of each month are those of its hours', async () => {
  const firstDay = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]
  const monthOfHour = Array.from({ length: 8760 }, (_, hour) => {
    return firstDay.findIndex((day, month) => hour >= 24 * day && hour < 24 * firstDay[month + 1]!)
  })
  // Each month has a price, an intensity, a share of the load and a temperature of its own.
  const dryBulbC = monthOfHour.map((month) => 10 + 2 * month)
  const profiles = siteProfiles(
    {
      usdPerMwh: monthOfHour.map((month) => 30 + 5 * month),
      kgCo2PerMwh: monthOfHour.map((month) => 100 + 10 * month),
      load: monthOfHour.map((month) => 50 + month),
      weather: { place: 'Here', dryBulbC, wetBulbC: dryBulbC.map((dry) => dry - 5) },
    },
    { typicalDays: 6, note: 'made here', year: 2025 },
  )
  const bare = loaded(months('2027-01', 14), [61])
  const [site] = bare.sites
  const { givenPue: _none, ...facility } = site!.facility
  const technology = 'air_crah_chiller_drycooler_econ'
  const document = {
    ...bare,
    sites: [{ ...site!, profiles, facility: { ...facility, coolingTechnologyId: technology } }],
    finance: { discountRatePerYear: 0, carbonUsdPerTonne: 0 },
  }
  const { builds, costs } = await solveAudited(document)
  const bill = costs.find(({ name }) => name === 'Grid energy')!
  for (const [t, build] of builds.entries()) {
    const month = t % 12
    const pue = 1.06 + coolingOverhead(technology, 10 + 2 * month, 5 + 2 * month).kwPerKwIt
    expect(build.energyMwh / ((50 + month) * 730 * pue)).toBeCloseTo(1, 4)
    expect((bill.byPeriodMusd[t]! * 1e6) / build.energyMwh).toBeCloseTo(30 + 5 * month, 2)
    expect((build.co2Tonnes * 1000) / build.energyMwh).toBeCloseTo(100 + 10 * month, 1)
  }
  // A quarter takes the three months that it covers, and representative days those of each month.
  const byQuarter = await solveAudited({
    ...document,
    horizon: { start: '2027Q1', periods: 4, blocksPerDay: 2 },
  })
  const ofQuarter = byQuarter.costs.find(({ name }) => name === 'Grid energy')!.byPeriodMusd[1]! * 1e6
  expect(ofQuarter / byQuarter.builds[1]!.energyMwh).toBeCloseTo(50, 1)
  const horizon = { ...months('2027-01', 12), powerDays: 'representative' as const }
  const onDays = await solveAudited({ ...document, horizon })
  const share = (build: { dayBlocks: readonly { day: number; hours: number }[] }) =>
    build.dayBlocks.reduce((sum, own) => sum + own.hours, 0)
  for (const build of onDays.builds) expect(share(build)).toBeCloseTo(730, 6)
})

test('representative days stand for the months of their quarter', async () => {
  const plan = loaded({ ...months('2027-01', 4), powerDays: 'representative' }, [40, 50, 50, 60])
  const { builds } = await solveAudited(plan)
  for (const [t, mw] of [40, 50, 50, 60].entries()) expect(builds[t]!.energyMwh).toBeCloseTo(mw * 730, 3)
})
