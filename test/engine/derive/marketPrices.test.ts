import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { findProblems } from '../../../src/engine/check/findProblems.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { leasePrice, letPrice, salePrice } from '../../../src/engine/derive/distribution/marketPrice.ts'
import { marketView } from '../../../src/engine/derive/distribution/marketView.ts'
import { sellPriceList } from '../../../src/engine/derive/distribution/sellPrice.ts'
import { listPeriods } from '../../../src/engine/derive/periods.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { toRef } from '../../../src/engine/trace/trace.ts'
import { TraceContext } from '../../../src/engine/trace/traceContext.ts'
import { traceOf } from '../../../src/engine/trace/traceOf.ts'
import { hashPlan } from '../../../src/main/hashPlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { findFaults } from '../../../src/plan/fault.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { marketSiteDocument } from '../../fixtures/marketSite.ts'
import { tradedSiteDocument } from '../../fixtures/tradedSite.ts'

const catalog = await readCatalog()
const plan = readPlan(marketSiteDocument)
const periods = listPeriods(plan)
const { leases, sales } = plan.distribution
const b200 = leases.find((own) => own.id === 'b200')!
const at = (label: string) => periods.find((own) => own.label === label)!

async function solved(document: PlanInput) {
  const own = readPlan(document)
  const answer = await solvePlan({ plan: own, catalog, inputsHash: 'h' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  return PlanResult.parse(answer.result)
}
const result = await solved(marketSiteDocument)

test('a lease costs what it is said to from its day on, then its change a year, then the market', () => {
  const price = (label: string) => leasePrice(plan, b200, at(label)).usd
  // 9 $ at the start of 2027, 10 % less a year; the middle of a quarter is an eighth of a year in.
  expect(price('2027Q1')).toBeCloseTo(9 * 0.9 ** 0.125, 9)
  expect(price('2027Q2')).toBeCloseTo(9 * 0.9 ** 0.375, 9)
  // 8 $ on the first of July; the change counts from there.
  expect(price('2027Q3')).toBeCloseTo(8 * 0.9 ** 0.125, 9)
  expect(price('2028Q1')).toBeCloseTo(8 * 0.9 ** 0.625 * 0.7, 9)
  expect(deriveInputs(plan, catalog).leaseUsdPerAccelH[leases.indexOf(b200)]).toEqual(
    periods.map(({ label }) => price(label)),
  )
})

test('what is sold has its days and its moves, a class of its own before all classes', () => {
  const [tokens, hours] = sales
  // -40 % a year from July, no further than to January: half a year.
  expect(salePrice(plan, tokens!, at('2027Q2')).usd).toBeCloseTo(0.05 * 0.9 ** 0.375, 9)
  expect(salePrice(plan, tokens!, at('2027Q4')).usd).toBeCloseTo(0.08 * 0.9 ** 0.125 * 0.6 ** 0.375, 9)
  expect(salePrice(plan, tokens!, at('2028Q2')).usd).toBeCloseTo(0.08 * 0.9 ** 0.625 * 0.6 ** 0.5, 9)
  // A move of before the horizon holds from its start.
  expect(salePrice(plan, hours!, at('2027Q1')).usd).toBeCloseTo(1.2 * 1.25, 9)
  expect(salePrice(plan, hours!, at('2027Q2')).usd).toBeCloseTo(1.6 * 1.25, 9)
  expect(letPrice(plan, at('2027Q1'))?.usd).toBeCloseTo(4 * 1.1 ** 0.125 * 1.25, 9)
  expect(letPrice(plan, at('2027Q3'))?.usd).toBeCloseTo(3.5 * 1.1 ** 0.125 * 1.25, 9)
  const output = (classId: string, label: string) =>
    sellPriceList(plan, classId, at(label))!.list.usdPerMOutput
  expect(output('standard-simple', '2027Q3')).toBe(2)
  expect(output('standard-simple', '2027Q4')).toBe(1.6)
  expect(output('batch-simple', '2027Q4')).toBe(1)
  expect(output('batch-simple', '2028Q1')).toBe(0.8)
})

test('tokens of an API have the list of their day, its change since, and the market', () => {
  const { apiUsdPerMTok, classes, tokenMix } = deriveInputs(plan, catalog)
  const index = classes.findIndex((own) => own.id === 'batch-simple')
  const { uncached, cached, output } = tokenMix[index]!
  const usd = apiUsdPerMTok[0]![index]!
  const first = uncached * 0.4 + cached * 0.05 + output * 1.2
  const second = uncached * 0.3 + cached * 0.04 + output * 0.9
  expect(usd[2]).toBeCloseTo(first * 1.1 ** 0.625, 9)
  // From the 15th of September (8 months and 14 days) to the middle of November.
  const since = 0.875 - (8 / 12 + 14 / 365)
  expect(usd[3]).toBeCloseTo(second * 1.1 ** since * 0.8 * 1.05 ** 0.125, 9)
})

test('moves that do not apply change nothing; what is not said leaves the hash of a plan', () => {
  const off = readPlan({
    ...marketSiteDocument,
    distribution: {
      ...marketSiteDocument.distribution,
      market: { ...marketSiteDocument.distribution.market, applies: false },
    },
  })
  expect(leasePrice(off, b200, at('2028Q1')).usd).toBeCloseTo(8 * 0.9 ** 0.625, 9)
  const { distribution } = tradedSiteDocument
  const said = {
    ...tradedSiteDocument,
    distribution: {
      ...distribution,
      leases: distribution.leases!.map((own) => ({ ...own, prices: [] })),
      market: { applies: true, moves: [] },
    },
  }
  expect(hashPlan(readPlan(said))).toBe(hashPlan(readPlan(tradedSiteDocument)))
})

test('the audit finds every price again, and money at other prices wrong', () => {
  const wrong = (own: typeof plan) =>
    auditResult(own, catalog, result, 'h').lines.filter((line) => !line.isOk)
  expect(wrong(plan).map((line) => line.sentence)).toEqual([])
  const without = (change: (draft: typeof plan) => void) => {
    const draft = structuredClone(plan)
    change(draft)
    return new Set(wrong(draft).map((line) => line.check))
  }
  const move = (id: string) => (draft: typeof plan) => {
    draft.distribution.market.moves = draft.distribution.market.moves.filter((own) => own.id !== id)
  }
  expect(without(move('glut'))).toContain('leases')
  expect(without(move('war'))).toContain('cash')
  expect(without(move('api'))).toContain('purchases')
  expect(without(move('hours'))).toContain('sales')
  expect(
    without((draft) => {
      for (const own of draft.distribution.leases) own.prices = []
    }),
  ).toContain('leases')
  expect(
    without((draft) => {
      for (const own of draft.distribution.sales) own.prices = []
    }),
  ).toContain('sales')
  expect(
    without((draft) => {
      draft.distribution.sellPrices.prices = []
    }),
  ).toContain('cash')
})

test('every price is traced to where it is said, and is what its inputs make it', () => {
  const context = new TraceContext(plan, catalog, result)
  const refs = periods.flatMap(({ label }) => [
    ...leases.map((own) => toRef('price-lease', own.id, label)),
    ...sales.map((own) => toRef('price-sale', own.id, label)),
    ...['', 'batch-simple'].map((id) => toRef('price-api', 'api', id, label)),
    ...['', 'batch-simple'].map((id) => toRef('price-sold', id, label)),
    toRef('price-let', label),
  ])
  for (const ref of refs) {
    const trace = traceOf(context, ref)!
    expect(trace.recomputed / trace.value, ref).toBeCloseTo(1, 9)
    expect(trace.inputs[0]!.path, ref).toMatch(/^distribution\./)
  }
  const { inputs } = traceOf(context, toRef('price-lease', 'b200', '2028Q1'))!
  expect(inputs.map(({ word, value, path }) => [word, value, path])).toEqual([
    ['saidPrice', 8, 'distribution.leases[b200].prices[0].usdPerAccelH'],
    ['holdsFrom', '2027Q3', undefined],
    ['priceChange', -0.1, 'distribution.leases[b200].priceChangePerYear'],
    ['years', expect.closeTo(0.625), undefined],
    ['marketMove', 0.7, 'distribution.market.moves[glut].stepShare'],
  ])
  for (const line of result.costs.filter((own) => /^(Lease|API)/.test(own.name)))
    for (const [t, label] of result.periods.entries()) {
      const trace = traceOf(context, toRef('cost-period', line.layer, line.name, '', label))!
      expect(trace.recomputed, `${line.name} ${label}`).toBeCloseTo(line.byPeriodMusd[t]!, 6)
      expect(trace.inputs.some(({ ref }) => ref?.startsWith('price-')) || line.byPeriodMusd[t] === 0).toBe(
        true,
      )
    }
})

test('the view of the market has both sides, and the mix of the plan for tokens', () => {
  const rows = marketView(plan, catalog)
  expect(rows.map(({ kind, id, side }) => `${side} ${kind} ${id}`.trim())).toEqual([
    ...['buy lease b200', 'buy lease spot', 'buy api api', 'sell sale tokens', 'sell sale hours'],
    ...['sell sell', 'sell sell batch-simple', 'sell let'],
  ])
  expect(rows.every(({ prices }) => prices.length === periods.length)).toBe(true)
})

const withMarket = (distribution: object): unknown => ({
  ...marketSiteDocument,
  distribution: { ...marketSiteDocument.distribution, ...distribution },
})
const lease = (prices: unknown) => ({
  leases: [{ id: 'l', name: 'L', acceleratorId: 'nvidia-b300-sxm', usdPerAccelH: 1, limitAccel: 1, prices }],
})
const move = (own: object) => ({
  market: { moves: [{ id: 'm', name: 'M', side: 'buy', from: '2027Q3', stepShare: 0.1, ...own }] },
})
const DATE = 'a day, month or quarter from which it holds, as in 2028-01-15, 2028-01 or 2028Q1'

test.each<[string, object, string, string | number, unknown]>([
  [
    'a month that is none',
    lease([{ from: '2028-13', usdPerAccelH: 1 }]),
    'distribution.leases[0].prices[0].from',
    '2028-13',
    DATE,
  ],
  [
    'a day that is none',
    lease([{ from: '2028-02-31', usdPerAccelH: 1 }]),
    'distribution.leases[0].prices[0].from',
    '2028-02-31',
    DATE,
  ],
  ['words', move({ from: 'soon' }), 'distribution.market.moves[0].from', 'soon', DATE],
  [
    'two prices for one day',
    lease([
      { from: '2028Q1', usdPerAccelH: 1 },
      { from: '2028-01-01', usdPerAccelH: 2 },
    ]),
    'distribution.leases[0].prices[1].from',
    '2028-01-01',
    'a day on which no other price of this list begins',
  ],
  [
    'a price below nothing',
    lease([{ from: '2028Q1', usdPerAccelH: -1 }]),
    'distribution.leases[0].prices[0].usdPerAccelH',
    -1,
    'a number of 0 or more',
  ],
  [
    'a move that ends before it begins',
    move({ until: '2027Q1' }),
    'distribution.market.moves[0].until',
    '2027Q1',
    'a day after 2027Q3',
  ],
  [
    'a side that is none',
    move({ side: 'both' }),
    'distribution.market.moves[0].side',
    'both',
    expect.stringMatching(/buy.*sell/),
  ],
])('refused: %s', (_, distribution, path, value, expected) => {
  const faults = findFaults(() => readPlan(withMarket(distribution)))
  expect(faults).toEqual([{ path, value, expected }])
})

test('asked about: what holds later than it says, what never holds, what moves nothing', () => {
  const own = readPlan(
    withMarket({
      ...lease([
        { from: '2027-05', usdPerAccelH: 1 },
        { from: '2040Q1', usdPerAccelH: 1 },
        { from: '2020-01-01', usdPerAccelH: 1 },
      ]),
      ...move({ stepShare: 0 }),
    }),
  )
  const found = findProblems(own, catalog, '2026-11-25').filter(({ code }) =>
    ['holds-later', 'holds-never', 'moves-nothing'].includes(code),
  )
  expect(found.map(({ code, path, values }) => [code, path.join('.'), ...values])).toEqual([
    ['holds-later', 'distribution.leases.0.prices.0.from', '2027-05', '2027-07-01'],
    ['holds-never', 'distribution.leases.0.prices.1.from', '2040Q1'],
    ['holds-later', 'distribution.apis.0.prices.1.from', '2027-09-15', '2027-10-01'],
    ['moves-nothing', 'distribution.market.moves.0.stepShare'],
  ])
})
