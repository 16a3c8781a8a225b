import { beforeAll, expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { cashFlow } from '../../../src/engine/results/money/cashFlow.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { retirementRef } from '../../../src/engine/trace/accelerators/retirementTraces.ts'
import { costLineRef } from '../../../src/engine/trace/money/costTraces.ts'
import { toRef } from '../../../src/engine/trace/trace.ts'
import { TraceContext } from '../../../src/engine/trace/traceContext.ts'
import { traceOf } from '../../../src/engine/trace/traceOf.ts'
import { toICalendar } from '../../../src/exchange/export/iCalendar.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { AppFault } from '../../../src/plan/fault.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanResult } from '../../../src/plan/result/result.ts'
import type { Retirement } from '../../../src/plan/result/siteBuild.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import type { Gantt } from '../../../src/report/document.ts'
import { acceleratorsSection } from '../../../src/report/sections/accelerators.ts'
import { timelineSection } from '../../../src/report/sections/timeline.ts'
import { readSource } from '../../../src/report/source.ts'
import { toHtml } from '../../../src/report/write/html.ts'
import { retiringSiteDocument } from '../../fixtures/retiringSite.ts'
import { sampleReport } from '../../report/sampleReport.ts'

const catalog = await readCatalog()
const plan = readPlan(retiringSiteDocument)
let result: PlanResult
let early: Retirement

beforeAll(async () => {
  const answer = await solvePlan({ plan, catalog, inputsHash: '' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  result = answer.result
  early = result.retirements.find((row) => row.isEarly)!
}, 120_000)

const failed = (draft: PlanResult) => auditResult(plan, catalog, draft, '').lines.filter((line) => !line.isOk)

test('units leave at several ages, in whole units, and the audit finds the same', () => {
  expect(new Set(result.retirements.map(({ ageYears }) => ageYears)).size).toBeGreaterThan(1)
  expect(result.retirements.every(({ units }) => units === Math.round(units) && units > 0)).toBe(true)
  expect(failed(result).map((line) => line.sentence)).toEqual([])
})

test('what is paid for them comes back in the cash flow when they leave', () => {
  const { payments } = cashFlow(deriveInputs(plan, catalog), result)
  const sold = payments.filter(
    ({ kind, name }) => kind === 'returned' && / node sold at 0.5 years$/.test(name),
  )
  const claimed = result.retirements.filter(({ ageYears }) => ageYears === 0.5)
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
  expect(sum(sold.map(({ musd }) => musd))).toBeCloseTo(sum(claimed.map(({ saleMusd }) => saleMusd)), 9)
  // Paid in the middle of a quarter, sold in the middle of the second one after it.
  const quarter = result.periods.indexOf(claimed[0]!.period)
  expect(sold.map(({ years }) => years)).toContainEqual(expect.closeTo((quarter + 0.5) / 4, 9))
})

const ERRORS: readonly [name: string, check: string, spoil: (draft: PlanResult, row: Retirement) => void][] =
  [
    ['a sale at more than its value', 'retirements', (_, row) => (row.saleMusd *= 1.01)],
    ['an age that the plan does not offer', 'retirements', (_, row) => (row.ageYears = 0.75)],
    ['a part of a unit that leaves', 'retirements', (_, row) => (row.units -= 0.5)],
    ['a sale a quarter late', 'retirements', (draft, row) => (row.period = draft.periods.at(-1)!)],
    ['more that leave than came', 'retirements', (_, row) => (row.units += 100)],
    [
      'units sold that are still at work',
      'ownership',
      (draft, row) => {
        const at = draft.periods.indexOf(row.period)
        for (const build of draft.builds.slice(at)) build.unitsByAccelerator.node! += row.units
      },
    ],
    [
      'a sale that is left out',
      'costs',
      (draft, row) => (draft.retirements = draft.retirements.filter((own) => own !== row)),
    ],
  ]

test.each(ERRORS)('caught: %s', (_, check, spoil) => {
  const draft = structuredClone(result)
  spoil(draft, draft.retirements.find((row) => row.isEarly)!)
  expect(failed(draft).map((line) => line.check)).toContain(check)
})

test('every figure of it is made again from its inputs', () => {
  const context = new TraceContext(plan, catalog, result)
  const lines = result.costs.filter(({ name }) => /^(Purchase|Switches)/.test(name))
  const refs = [
    ...result.retirements.flatMap((row) =>
      (['retired', 'resale'] as const).map((f) => retirementRef(f, row)),
    ),
    ...lines.flatMap((line) => [
      costLineRef(line),
      ...result.periods.map((period) =>
        toRef('cost-period', line.layer, line.name, line.siteId ?? '', period),
      ),
    ]),
    ...result.periods.map((period) => toRef('in-service', 'node', 'ash', period)),
  ]
  const made = refs.map((ref) => traceOf(context, ref))
  expect(made.every((trace) => trace !== null)).toBe(true)
  for (const trace of made) expect(trace!.recomputed).toBeCloseTo(trace!.value, 9)
})

test('report and calendar say what leaves', () => {
  const audit = auditResult(plan, catalog, result, '')
  for (const language of ['en', 'zh'] as const) {
    const source = readSource(plan, catalog, result, audit, language)
    const table = acceleratorsSection(source).tables.find(({ id }) => id === 'retirements')!
    expect(table.rows).toHaveLength(result.retirements.length + 1)
    expect(table.rows.at(-1)!.at(-1)).toBeCloseTo(
      result.retirements.reduce((sum, { saleMusd }) => sum + saleMusd, 0),
      9,
    )
    const [chart] = timelineSection(source).charts as Gantt[]
    // One line a period in which any leave, however many cohorts they are of.
    expect(chart!.leaves.map(({ name }) => name)).toEqual([
      ...new Set(result.retirements.map(({ period }) => `Ashburn, ${period}`)),
    ])
    const drawn = toHtml({ ...sampleReport(), sections: [timelineSection(source)] })
    expect(drawn.match(/<path d="M[^"]*l5 5l-5 5l-5 -5z"/g)).toHaveLength(chart!.leaves.length)
    const calendar = toICalendar(source, [], new Date(0))
    expect(calendar).toContain(language === 'en' ? `Leaves service: Ashburn\\, ${early.period}` : '退役')
  }
})

const server = retiringSiteDocument.accelerators[0]!
const BAD: readonly [own: Partial<PlanInput['accelerators'][number]>, path: string][] = [
  [{ retireAtYears: [1.5, 0.5] }, 'accelerators[0].retireAtYears[1]'],
  [{ retireAtYears: [0.5, 2] }, 'accelerators[0].retireAtYears[1]'],
  [{ retireResaleShares: [0.5] }, 'accelerators[0].retireResaleShares'],
]

test.each(BAD)('refused: %j', (own, path) => {
  try {
    readPlan({ ...retiringSiteDocument, accelerators: [{ ...server, ...own }] })
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    expect(error.faults.map((fault) => fault.path)).toContain(path)
  }
})
