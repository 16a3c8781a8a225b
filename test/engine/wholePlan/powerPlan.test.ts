import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { planTrains } from '../../../src/engine/facility/planTrains.ts'
import { singleLine } from '../../../src/engine/facility/singleLine.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { listSchedule } from '../../../src/report/schedule.ts'
import { readSource } from '../../../src/report/source.ts'
import { powerOnlyDocument } from '../../fixtures/powerOnly.ts'

const catalog = await readCatalog()
const plan = readPlan(powerOnlyDocument)
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
