import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planCatalog } from '../../../src/catalog/planCatalog.ts'
import { toAudited } from '../../../src/engine/audit/audited.ts'
import { checkCash } from '../../../src/engine/audit/checks/wholePlan/cash.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { planAfterTax } from '../../../src/engine/results/money/afterTax.ts'
import { cashFlow, cashSummary } from '../../../src/engine/results/money/cashFlow.ts'
import { costPayments } from '../../../src/engine/results/money/payments.ts'
import { presentValue } from '../../../src/engine/results/money/rateOfReturn.ts'
import { hashPlan } from '../../../src/main/hashPlan.ts'
import { readBranchResult, readSample } from '../../../src/main/library/sample.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import type { Plan } from '../../../src/plan/schema/plan.ts'

const resources = join(import.meta.dirname, '../../../resources')
const catalog = await readCatalog()
const plan = readSample(resources).branches.find((own) => own.id === 'meridian-power-plus-50')!
const result = PlanResult.parse(readBranchResult(resources, plan))
const inputs = deriveInputs(plan, catalog)
const rate = plan.finance.discountRatePerYear
const flow = cashFlow(inputs, result)

test('every cost line is worth its payments', () => {
  for (const line of result.costs) {
    const payments = costPayments(inputs, [line])
    expect(-presentValue(payments, rate), line.name).toBeCloseTo(line.presentMusd, 6)
  }
})

test('racks are paid at the order, a lead time before they serve, and what is left of them comes back at the end', () => {
  const line = result.costs.find((own) => own.name === 'Purchase b300-node')!
  const payments = costPayments(inputs, [line])
  const first = line.byPeriodMusd.findIndex((musd) => musd > 0)
  const served = inputs.periods[first]!.paidYears
  expect(payments[0]).toMatchObject({ kind: 'capital', years: served - 9 / 12 })
  expect(payments[1]).toMatchObject({ kind: 'returned', years: plan.horizon.periods / 4 })
  // 5 years of life, 10 % left: straight line over what is served of the horizon.
  const years = plan.horizon.periods / 4 - served
  const left = 0.1 + 0.9 * (1 - Math.min(1, years / 5))
  expect(payments[1]!.musd / -payments[0]!.musd).toBeCloseTo(left, 9)
})

test('the rows add up to the payments, and to the value that the summary keeps', () => {
  const net = flow.rows.reduce((sum, row) => sum + row.net, 0)
  expect(net).toBeCloseTo(flow.rows.at(-1)!.cumulative, 6)
  const present = flow.rows.reduce((sum, row) => sum + row.present, 0)
  expect(present).toBeCloseTo(flow.netPresentValueMusd!, 6)
  const summary = cashSummary(flow, rate)!
  expect(summary.revenueMusd - summary.netPresentValueMusd).toBeCloseTo(result.summary.netPresentCostMusd, 4)
  expect(presentValue(flow.payments, summary.irrPerYear!)).toBeCloseTo(0, 6)
  expect(flow.discountedPaybackYears).toBeGreaterThanOrEqual(flow.paybackYears!)
})

test('without a price there is no value, and no rate', () => {
  const { tokens: _, ...sellPrices } = plan.distribution.sellPrices
  const unpriced = deriveInputs({ ...plan, distribution: { ...plan.distribution, sellPrices } }, catalog)
  const own = cashFlow(unpriced, result)
  expect(own).toMatchObject({
    isPriced: false,
    netPresentValueMusd: null,
    rateOfReturn: { kind: 'no-prices' },
  })
  expect(cashSummary(own, rate)).toBeNull()
  // What is left of its assets is no return of a plan that sells nothing.
  expect(cashSummary(cashFlow(inputs, { ...result, flows: [] }), rate)).toBeNull()
})

test('the audit sees a net present value and a rate of return that are not the payments’', () => {
  const audited = toAudited(plan, planCatalog(plan, catalog), result, hashPlan(plan))
  const failed = (cash: Partial<NonNullable<PlanResult['cash']>>) =>
    checkCash({ ...audited, result: { ...result, cash: { ...cashSummary(flow, rate)!, ...cash } } })
      .filter((line) => !line.isOk)
      .map((line) => line.path)
  expect(failed({})).toEqual([])
  expect(failed({ netPresentValueMusd: flow.netPresentValueMusd! + 20 })).toEqual([
    'cash.netPresentValueMusd',
  ])
  expect(failed({ revenueMusd: 1300 })).toContain('cash.revenueMusd')
  expect(failed({ irrPerYear: 0.21 })).toEqual(['cash.irrPerYear'])
})

test('after tax every payment stands as before, all that is bought is written off or left, and loans are paid back', () => {
  const tax = { ...plan.finance.tax, rateShare: 0.25 }
  const debt = { ...plan.finance.debt, capitalShare: 0.6 }
  const own = { ...plan, finance: { ...plan.finance, tax, debt } }
  expect(planAfterTax(plan, catalog, flow)).toBeNull()
  const taxed = planAfterTax(own, catalog, flow)!
  const paid = taxed.years.map(({ year, taxMusd }) => ({
    years: Math.min(year + 1, plan.horizon.periods / 4),
    musd: -taxMusd,
  }))
  expect(taxed.netPresentValueMusd).toBeCloseTo(flow.netPresentValueMusd! + presentValue(paid, rate), 6)
  expect(Math.max(...taxed.years.map(({ taxMusd }) => taxMusd))).toBeGreaterThan(0)
  // What is left at the horizon comes back, so that all of its price is written off by then.
  const sum = (items: readonly number[]) => items.reduce((total, value) => total + value, 0)
  const bought = flow.payments.filter(({ kind, asset }) => kind === 'capital' && asset)
  const kept = bought.filter(
    ({ asset }) => !flow.payments.some((one) => one.asset === asset && one.kind === 'returned'),
  )
  const written = sum(taxed.years.map(({ depreciationMusd }) => depreciationMusd))
  expect(written).toBeLessThanOrEqual(-sum(bought.map(({ musd }) => musd)) + 1e-9)
  expect(written).toBeGreaterThanOrEqual(
    -sum(bought.map(({ musd }) => musd)) + sum(kept.map(({ musd }) => musd)),
  )
  const { years, leastCoverage, tax: withInterest } = taxed.debt!
  expect(years.at(-1)!.balanceMusd).toBeCloseTo(0, 6)
  expect(leastCoverage).toBe(Math.min(...years.flatMap(({ coverage }) => coverage ?? [])))
  expect(sum(withInterest.map(({ taxMusd }) => taxMusd))).toBeLessThan(
    sum(taxed.years.map(({ taxMusd }) => taxMusd)),
  )
})

test('what a period earns stands in its row, whenever in it bills are paid', () => {
  const revenueOf = (discounting: Plan['finance']['discounting']) => {
    const dated = deriveInputs({ ...plan, finance: { ...plan.finance, discounting } }, catalog)
    return cashFlow(dated, { ...result, costs: [] }).rows.map((row) => [row.period, row.revenue])
  }
  const inMiddle = revenueOf('mid-period')
  expect(inMiddle).toHaveLength(plan.horizon.periods)
  expect(revenueOf('end-of-period')).toEqual(inMiddle)
  expect(revenueOf('start-of-period')).toEqual(inMiddle)
})
