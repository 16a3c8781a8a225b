import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { planTrains } from '../../../src/engine/facility/planTrains.ts'
import { singleLine } from '../../../src/engine/facility/singleLine.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { listSchedule } from '../../../src/report/schedule.ts'
import { readSource } from '../../../src/report/source.ts'

const solar = (hour: number) => (hour >= 11 && hour < 16 ? 0.5 : hour >= 18 && hour < 22 ? 1.8 : 1)

/** Power and building alone: a given IT load that grows by 20 MW a year, one of everything that layer 1 knows. */
const document = {
  schemaVersion: 1,
  id: 'power-only',
  name: 'Power only',
  horizon: { start: '2027Q1', periods: 12, blocksPerDay: 4 },
  finance: { discountRatePerYear: 0.08, carbonUsdPerTonne: 30 },
  solver: { gapShare: 0.001 },
  regions: [{ id: 'west', name: 'West', catalogRegionId: 'us-tx-west', utcOffsetH: -6, residencyZone: 'us' }],
  demand: [],
  routing: { utilisationCap: {} },
  distribution: {},
  models: [],
  accelerators: [],
  sites: [
    {
      id: 'site',
      name: 'Site',
      catalogRegionId: 'us-tx-west',
      residencyZone: 'us',
      facility: {
        archetypeId: 'hyperscale_ai_campus',
        moduleItMw: 20,
        maxItMw: 60,
        buildMonths: 0,
        earliest: '2027Q1',
        capexMusdPerMw: 12.7,
        coolingTechnologyId: 'dlc85_w32_tower',
        waterUsdPerM3: 1.5,
        fixedItMwByPeriod: [20, 20, 20, 20, 40, 40, 40, 40, 60],
        fixedItShareByHour: Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 0.8 : 1)),
        redundancy: { ups: '4N3R', blockMw: 20 },
      },
      power: {
        gridLimitMw: 60,
        energised: '2029Q1',
        rampStepsMw: [20, 40, 60],
        energyUsdPerMwh: 60,
        energyPriceByHour: Array.from({ length: 24 }, (_, hour) => solar(hour)),
        ratchetShare: 0.8,
        studyMusd: 0.1,
        depositMusdPerMw: 0.1,
        exitMusdPerMw: 1,
        flexible: { limitMw: 40, energised: '2028Q1' },
        minimumLockedShare: 0.3,
        minimumCleanShare: 0.1,
        carbonLimitTonnesPerYear: 400_000,
        contracts: [
          { id: 'wind', kind: 'pay-as-produced', energySourceId: 'ppa_wind_us', maxMw: 40, start: '2028Q1' },
          {
            id: 'sun',
            kind: 'virtual',
            energySourceId: 'ppa_solar_us',
            maxMw: 40,
            start: '2028Q1',
            usdPerMwh: 45,
          },
          {
            id: 'hydro',
            kind: 'baseload',
            energySourceId: 'hydro_contract',
            maxMw: 10,
            start: '2029Q1',
            takeOrPayShare: 0.7,
            escalatorPerYear: 0.02,
            termYears: 2,
          },
        ],
        onSite: [
          { id: 'gas', energySourceId: 'recip', maxMw: 100, unitMw: 10, leadMonths: 0, capexUsdPerKw: 1500 },
          {
            id: 'solar',
            energySourceId: 'pv_util',
            maxMw: 30,
            unitMw: 10,
            leadMonths: 0,
            capexUsdPerKw: 700,
          },
          { id: 'bess', energySourceId: 'bess_4h', maxMw: 20, unitMw: 5, leadMonths: 0, capexUsdPerKw: 400 },
          { id: 'diesel', energySourceId: 'diesel_backup', maxMw: 30, unitMw: 3, leadMonths: 6 },
        ],
      },
    },
  ],
}

const catalog = await readCatalog()
const plan = readPlan(document)
const answer = await solvePlan({ plan, catalog, inputsHash: 'power only', gapShare: plan.solver.gapShare })
if (answer.kind !== 'plan') throw new Error(answer.kind)
const { result } = answer

test('a plan without accelerators is solved, and the audit agrees with every line of it', () => {
  expect(result.solver.status).toBe('within-gap')
  const report = auditResult(plan, catalog, result, 'power only')
  expect(report.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
})

test('the lines of the bill sum to the objective', () => {
  const total = result.costs.reduce((sum, line) => sum + line.presentMusd, 0)
  expect(total).toBeCloseTo(result.solver.objectiveMusd, 5)
  const names = result.costs.map((line) => line.name)
  expect(names).toEqual(
    expect.arrayContaining(['Interconnection study', 'Contract wind', 'Plant bess', 'Water']),
  )
})

test('the first year stands on engines with one to spare, and nothing goes unserved', () => {
  const [first] = result.builds
  expect(first!.onSiteMw.gas).toBeGreaterThan(first!.peakMw)
  const unserved = result.builds.flatMap((build) => build.unservedItMwBySlice)
  expect(Math.max(...unserved)).toBeLessThan(1e-6)
})

test('the trains of the solved plan grow with its rooms, in blocks', () => {
  const [train] = planTrains(plan, catalog, result)
  const ups = train!.lines.filter((line) => line.purpose === 'UPS').map((line) => line.installed)
  // 20, 40 and 60 MW on fours that carry three times 1.875 MW.
  expect(ups).toEqual([16, 32, 44])
})

test('the single-line diagram has what stands: engines before the grid, the grid with its transformer after', () => {
  const first = singleLine(plan, catalog, result, 'site', '2027Q1')
  const units = (graph: typeof first, id: string) => graph.nodes.find((node) => node.id === id)?.units
  expect(first.nodes.some((node) => node.id === 'grid')).toBe(false)
  expect(units(first, 'plant.gas')).toBe(Math.round(result.builds[0]!.onSiteMw.gas! / 10))
  // 20 MW of IT in a block on fours that carry three times 1.875 MW.
  expect(units(first, 'ups_1875')).toBe(16)
  const last = singleLine(plan, catalog, result, 'site', '2029Q4')
  expect(units(last, 'xfmr_hv_100')).toBeGreaterThanOrEqual(2)
  expect(last.edges).toContainEqual({ from: 'grid', to: 'xfmr_hv_100' })
  expect(last.edges).toContainEqual({ from: 'ups_1875', to: 'racks' })
  // Every wire joins two symbols that are drawn.
  const ids = new Set(last.nodes.map((node) => node.id))
  expect(last.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([])
})

test('the critical path is what the first load waits for longest', () => {
  const bars = listSchedule(readSource(plan, catalog, result, { lines: [], isOk: true }, 'en'))
  const critical = bars.filter((bar) => bar.isCritical)
  // Switchgear, transformers, generators: a diesel set may take 110 weeks, a high-voltage transformer 208.
  const weeks = (bar: (typeof bars)[number]) => (Date.parse(bar.to) - Date.parse(bar.from)) / 604_800_000
  const first = bars.filter((bar) => bar.slackWeeks !== null)
  expect(critical.length).toBeGreaterThan(0)
  expect(Math.max(...first.map(weeks))).toBeCloseTo(weeks(critical[0]!), 6)
  expect(first.every((bar) => bar.slackWeeks! >= 0)).toBe(true)
  expect(bars.some((bar) => bar.kind === 'queue')).toBe(true)
})
