import { expect, test } from 'vitest'
import { compareAccelerators, compareModels } from '../../../src/engine/pairs/comparePairs.ts'
import { planUnit } from '../../../src/engine/pairs/planUnit.ts'
import { explainServing } from '../../../src/engine/throughput/explain/explainServing.ts'
import { toAnchors } from '../../../src/engine/throughput/import/toAnchors.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()
const plan = readPlan({
  ...oneSiteDocument,
  sites: oneSiteDocument.sites.map((site) => ({
    ...site,
    power: { ...site.power, energyUsdPerMwh: 100 },
  })),
})
const conditions = { inputTokens: 1000, outputTokens: 1000, cacheHitShare: 0 }
const comparing = { plan, catalog, conditions, anchors: [] }

test("an hour of the plan's own server over the tokens of that hour is the price of a million", () => {
  const row = compareAccelerators('gpt-oss-120b', comparing).find(
    (own) => own.accelerator.id === 'nvidia-b300-sxm',
  )!
  // 50,000 USD each, 10 % left after 5 years, 3 % upkeep a year; 1.25 kW, PUE 1.2, 0.1 USD/kWh.
  const usdPerHour = (50_000 * (0.9 / 5 + 0.03)) / 8760 + 1.25 * 1.2 * 0.1
  expect(row.usdPerMTok).toBeCloseTo((usdPerHour * 1e6) / (row.prediction.totalTokSPerAccel * 3600), 9)
  expect(row.priceOf).toBe('plan')
  expect(row.outputTokPerJ! * row.prediction.joulePerOutputToken!).toBeCloseTo(1, 9)
})

test('without a price in the plan a whole system of the catalog is taken, else the accelerator scaled as systems are', () => {
  const priceOf = (id: string) =>
    compareAccelerators('gpt-oss-120b', comparing).find((own) => own.accelerator.id === id)!.priceOf
  expect(priceOf('nvidia-b200-sxm')).toBe('system')
  expect(priceOf('nvidia-h100-sxm')).toBe('estimate')
  expect(priceOf('google-tpu-v7-ironwood')).toBe(null)
})

test('all accelerators are compared: cheapest first, then those without a price, last those that cannot', () => {
  const rows = compareAccelerators('deepseek-v3.2', comparing)
  expect(rows).toHaveLength(catalog.accelerators.length)
  const prices = rows.flatMap((row) => (row.usdPerMTok === null ? [] : [row.usdPerMTok]))
  expect(prices).toEqual(prices.toSorted((a, b) => a - b))
  const firstUnfit = rows.findIndex((row) => !row.prediction.isFeasible)
  expect(rows.slice(firstUnfit).every((row) => !row.prediction.isFeasible && row.usdPerMTok === null)).toBe(
    true,
  )
})

test('all models are compared on an accelerator; software that the plan names for one is kept', () => {
  const own = readPlan({
    ...oneSiteDocument,
    models: [{ ...oneSiteDocument.models[0]!, ecosystems: ['ROCm'] }],
  })
  const rows = compareModels('B300', { ...comparing, plan: own })
  expect(rows).toHaveLength(catalog.models.length)
  expect(rows.find((row) => row.model.id === 'gpt-oss-120b')!.isServed).toBe(false)
})

test("the parts of a step sum to the time per token, with the plan's own runs in them", () => {
  const [row] = compareAccelerators('gpt-oss-120b', comparing)
  const explained = explainServing(row!.query)
  const sum = explained.parts.reduce((ms, part) => ms + part.ms, 0)
  expect(sum / explained.prediction.tpotMs).toBeCloseTo(1, 3)
  expect(explained.anchorFactor).toBe(1)
  const run = {
    source: 'own',
    model: row!.model.id,
    accelerator: row!.accelerator.id,
    nAccel: 1,
    isl: 1000,
    osl: 1000,
  }
  const slow = { ...run, concurrency: 64, precision: row!.query.precision, outputTokSPerAccel: 50 }
  const anchored = explainServing(row!.query, toAnchors([slow], catalog))
  expect(anchored.anchorFactor).toBeGreaterThan(1)
  expect(anchored.prediction.anchor).toBe('own')
  const anchoredSum = anchored.parts.reduce((ms, part) => ms + part.ms, 0)
  expect(anchoredSum / anchored.prediction.tpotMs).toBeCloseTo(1, 3)
})

test('an accelerator of the catalog becomes a unit of the plan: its system, else a server scaled as systems are', () => {
  const row = (id: string) => catalog.accelerators.find((own) => own.id === id)!
  const rack = planUnit(row('nvidia-gb300-nvl72'), catalog, plan)!
  expect(rack).toMatchObject({
    accelPerUnit: 72,
    unitItKw: 120,
    priceUsdPerUnit: 8_740_000,
    cooling: 'liquid',
  })
  const server = planUnit(row('nvidia-h100-sxm'), catalog, plan)!
  expect(server).toMatchObject({ accelPerUnit: 8, cooling: 'air' })
  expect(server.note).toContain('(C)')
  expect(planUnit(row('google-tpu-v7-ironwood'), catalog, plan)).toBeUndefined()
  const twice = { ...plan, accelerators: [...plan.accelerators, rack] }
  expect(planUnit(row('nvidia-gb300-nvl72'), catalog, twice)!.id).toBe('nvidia-gb300-nvl72-2')
})
