import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { listPeriods } from '../../../src/engine/derive/periods.ts'
import { moneyView } from '../../../src/engine/results/money/moneyView.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import { tradedSiteDocument } from '../../fixtures/tradedSite.ts'

const HASH = 'of the fixture'
const catalog = await readCatalog()
const plan = readPlan(tradedSiteDocument)
const answer = await solvePlan({ plan, catalog, inputsHash: HASH })
if (answer.kind !== 'plan') throw new Error(answer.kind)
const solved = PlanResult.parse(answer.result)
type Draft = ReturnType<typeof structuredClone<PlanResult>>

function auditOf(spoil: (draft: Draft) => void) {
  const draft = structuredClone(solved)
  spoil(draft)
  return auditResult(plan, catalog, draft, HASH)
}

const failedChecks = (spoil: (draft: Draft) => void) =>
  new Set(auditOf(spoil).lines.flatMap((line) => (line.isOk ? [] : [line.check])))

test('a plan that buys, leases by spot and lets work wait agrees with its audit in every line', () => {
  const wrong = auditOf(() => {}).lines.filter((line) => !line.isOk)
  expect(wrong.map((line) => line.sentence)).toEqual([])
})

test('every way to be served is used', () => {
  const places = new Set(solved.flows.map((flow) => flow.to))
  expect([...places].sort()).toEqual(['api', 'ash', 'b200', 'spot'])
  expect(solved.summary.boughtShare).toBeGreaterThan(0)
  expect(solved.demand.some((item) => item.waitedTokSBySlice.some((tokS) => tokS > 1))).toBe(true)
})

test('served, leased, bought and unserved equal the demand in every slice, to 1e-6', () => {
  const { groups, classes } = deriveInputs(plan, catalog)
  for (const item of solved.demand) {
    const isOwn = (own: { classId: string; regionId: string; period: string }) =>
      own.classId === item.classId && own.regionId === item.regionId && own.period === item.period
    const flows = solved.flows.filter(isOwn)
    const t = solved.periods.indexOf(item.period)
    const group = groups.find(
      (own) => classes[own.classIndex]!.id === item.classId && own.regionIds.includes(item.regionId),
    )!
    const region = group.regionIds.indexOf(item.regionId)
    solved.slices.forEach((_, h) => {
      const asked = group.demandMTokS[t]![h]! * group.regionShares[t]![h]![region]! * 1e6
      const went = flows.reduce((sum, flow) => sum + flow.tokSBySlice[h]!, 0)
      const rest = (item.unservedTokSBySlice[h] ?? 0) - (item.waitedTokSBySlice[h] ?? 0)
      expect(Math.abs(went + rest - asked)).toBeLessThanOrEqual(1e-6 * asked + 1e-6)
    })
  }
})

test('what is left over is sold, no deeper than the markets are', () => {
  expect(new Set(solved.sales.map((item) => item.saleId))).toEqual(new Set(['tokens', 'hours']))
  const hours = solved.sales.filter((item) => item.saleId === 'hours')
  expect(Math.max(...hours.flatMap((item) => item.unitsBySlice))).toBeLessThanOrEqual(16 / 8 + 1e-6)
  // 2 servers of 8 at 1.2 USD, a fifth of it kept by the market.
  const [first] = hours
  const unitHours = first!.unitsBySlice.reduce(
    (sum, units, h) => sum + units * solved.slices[h]!.hoursPerPeriod,
    0,
  )
  expect(first!.revenueMusd).toBeCloseTo((unitHours * 8 * 1.2 * 0.8) / 1e6, 6)
  const sold = solved.costs.filter((line) => line.name.startsWith('Sold: '))
  expect(sold.every((line) => line.presentMusd < 0)).toBe(true)
})

test.each<{ name: string; check: string; spoil: (draft: Draft) => void }>([
  {
    name: 'tokens bought at half their price',
    check: 'purchases',
    spoil: (draft) => {
      for (const item of draft.purchases) item.costMusd /= 2
    },
  },
  {
    name: 'tokens bought that do not flow',
    check: 'purchases',
    spoil: (draft) => {
      draft.purchases[0]!.tokS *= 1.2
    },
  },
  {
    name: 'an API that is left out of the cost',
    check: 'costs',
    spoil: (draft) => {
      draft.costs = draft.costs.filter((line) => line.name !== 'API Provider API')
    },
  },
  {
    name: 'work that waits and is never done',
    check: 'waiting',
    spoil: (draft) => {
      const item = draft.demand.find((own) => own.waitedTokSBySlice.some((tokS) => tokS > 100))!
      item.waitedTokSBySlice = item.waitedTokSBySlice.map((tokS) => Math.min(0, tokS))
    },
  },
  {
    name: 'more sold than the market takes',
    check: 'sales',
    spoil: (draft) => {
      for (const item of draft.sales) item.unitsBySlice = item.unitsBySlice.map(() => 3)
    },
  },
  {
    name: 'a sale at twice its price',
    check: 'sales',
    spoil: (draft) => {
      for (const item of draft.sales) item.revenueMusd *= 2
    },
  },
  {
    name: 'units that are sold and serve at once',
    check: 'serving',
    spoil: (draft) => {
      for (const item of draft.sales) item.unitsBySlice = item.unitsBySlice.map(() => 40)
    },
  },
  {
    name: 'office work on spot capacity',
    check: 'eligibility',
    spoil: (draft) => {
      draft.flows.find((flow) => flow.classId.startsWith('standard') && flow.to === 'api')!.to = 'spot'
    },
  },
])('caught: $name', ({ check, spoil }) => {
  expect(failedChecks(spoil)).toContain(check)
})

test('a window of half a day refuses what waits longer', () => {
  const short = { ...plan, routing: { ...plan.routing, deferrableHours: { standard: 0, batch: 12 } } }
  const report = auditResult(short, catalog, solved, HASH)
  expect(report.lines.some((line) => line.check === 'waiting' && !line.isOk)).toBe(true)
})

test.each(['purchases.tokS', 'purchases.costMusd', 'demand.waitedTokSBySlice'])(
  'no figure goes unaudited: %s',
  (field) => {
    const [list, name] = field.split('.') as ['purchases' | 'demand', string]
    const report = auditOf((draft) => {
      for (const item of draft[list]) {
        const value: unknown = Reflect.get(item, name)
        const changed = Array.isArray(value) ? value.map((own: number) => own * 1.5) : Number(value) * 1.5
        Reflect.set(item, name, changed)
      }
    })
    expect(report.isOk).toBe(false)
  },
)

test('money by class, place and model sums to the plan; three denominators; prices by hand', () => {
  const view = moneyView(plan, catalog, solved)
  const sum = (rows: readonly { costMusd: number }[]) => rows.reduce((all, row) => all + row.costMusd, 0)
  expect(view.total.costMusd).toBeCloseTo(solved.summary.netPresentCostMusd, 6)
  for (const rows of [view.byClass, view.byPlace, view.byModel]) {
    expect(sum(rows)).toBeCloseTo(view.total.costMusd, 6)
    expect(rows.reduce((all, row) => all + row.mTok, 0)).toBeCloseTo(view.total.mTok, 3)
    expect(rows.reduce((all, row) => all + row.revenueMusd!, 0)).toBeCloseTo(view.total.revenueMusd!, 6)
  }
  expect(view.total.usdPerMTok / solved.summary.levelisedUsdPerMTok).toBeCloseTo(1, 4)
  expect(view.total.usdPerMOutputTok / solved.summary.levelisedUsdPerMOutputTok).toBeCloseTo(1, 4)
  // Batch documents: 10,240 in (a tenth cached), 1,536 out; cached input at a tenth of the price of input.
  const batch = view.byClass.find((row) => row.id === 'batch-simple')!
  const [uncached, cached, output] = [9216, 1024, 1536].map((tokens) => tokens / 11_776) as [
    number,
    number,
    number,
  ]
  const weight = uncached + cached * 0.1 + output * 4
  expect(batch.weightedMTok / batch.mTok).toBeCloseTo(weight, 6)
  const years = listPeriods(plan).map((period) => period.midYears)
  const tokens = solved.flows.filter((flow) => flow.classId === 'batch-simple')
  const seconds = solved.slices.reduce((all, slice) => all + slice.hoursPerPeriod, 0) * 3600
  const revenue = tokens.reduce((all, flow) => {
    const t = solved.periods.indexOf(flow.period)
    const usd = uncached * 0.25 + cached * 0.025 + output
    return all + ((flow.tokS * seconds) / 1e6) * usd * 0.8 ** years[t]! * 1.1 ** -years[t]!
  }, 0)
  expect(batch.revenueMusd!).toBeCloseTo(revenue / 1e6, 6)
  const { breakEven, compute } = view
  const held = 4 / breakEven.reservedUsdPerAccelH!
  expect(compute!.revenueMusd / (compute!.revenueMusd - compute!.marginMusd)).toBeCloseTo(held, 6)
  expect(breakEven.onDemandUsdPerAccelH!).toBeGreaterThan(breakEven.reservedUsdPerAccelH!)
})
