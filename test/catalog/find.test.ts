import { expect, test } from 'vitest'
import { getAccelerator, getModel } from '../../src/catalog/find.ts'
import { tokenPricesOn } from '../../src/catalog/tokenPrices.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import type { AcceleratorRow } from '../../src/plan/catalog/hardwareRows.ts'

const catalog = await readCatalog()

test.each([
  ['H100', 'nvidia-h100-sxm'],
  ['nvidia h100', 'nvidia-h100-sxm'],
  ['GB300 NVL72', 'nvidia-gb300-nvl72'],
  ['华为昇腾910B', 'huawei-ascend-910b2'],
  ['海光 k100-ai', 'hygon-dcu-k100-ai'],
  ['ＭＩ３００Ｘ', 'amd-mi300x'],
])('%s is %s', (name, id) => {
  expect(getAccelerator(catalog, name).id).toBe(id)
})

test('a model is found by a name of the same shape', () => {
  expect(getModel(catalog, 'Llama-3.3-70B').id).toBe('llama-3.1-70b')
  expect(getModel(catalog, 'deepseek v3.1').id).toBe('deepseek-r1')
})

test('every name of every row leads to that row', () => {
  for (const row of catalog.accelerators) {
    for (const name of [row.id, row.accelerator, ...row.aliases])
      expect(getAccelerator(catalog, name)).toBe(row)
  }
  for (const row of catalog.models) {
    for (const name of [row.id, row.model, ...row.aliases]) expect(getModel(catalog, name)).toBe(row)
  }
})

test('a name of blanks is no name', () => {
  expect(() => getModel(catalog, ' ')).toThrow(/no such model/)
})

/** Dense tera-operations x bits, the largest over the precisions: the arithmetic of ECCN 3A090. */
function totalProcessingPerformance(row: AcceleratorRow): number {
  const { bf16TflopsDense: bf16, fp8TflopsDense: fp8, fp4TflopsDense: fp4, int8TopsDense: int8 } = row
  return Math.max((bf16 ?? 0) * 16, (fp8 ?? 0) * 8, (fp4 ?? 0) * 4, (int8 ?? 0) * 8)
}

test('the export mark of US hardware follows its own columns, or names the maker’s report', () => {
  for (const row of catalog.accelerators.filter((own) => own.origin === 'US')) {
    if (row.exportRestriction === 'us-named') continue
    const mark = totalProcessingPerformance(row) >= 4800 ? 'us-tpp' : 'us-check'
    expect(row.exportRestriction, row.id).toBe(mark)
  }
  for (const row of catalog.accelerators.filter((own) => own.origin === 'CN')) {
    expect(['entity-list', 'none-known']).toContain(row.exportRestriction)
  }
})

test('a model has grade A only where its own configuration and the published count agree', () => {
  const isWithin = (own: number | null, published: number, tolerance: number) =>
    own !== null && Math.abs(own / published - 1) <= tolerance
  for (const row of catalog.models.filter((own) => own.grade === 'A')) {
    expect(row.source, row.id).toContain('model_configs/')
    expect(isWithin(row.paramsCalcB, row.totalParamsB, 0.05), row.id).toBe(true)
    expect(isWithin(row.activeCalcB, row.activeParamsB, 0.15), row.id).toBe(true)
    expect(row.notes ?? '', row.id).not.toMatch(/assum|grade C|not read/)
  }
})

test('what the words of a row call an estimate is named as one', () => {
  for (const row of [...catalog.accelerators, ...catalog.models]) {
    const said = /\b(est|estimates?|estimated|assum(es|ed))\b/.test(`${row.source} ${row.notes}`)
    if (said) expect(row.estimatedFields.length, row.id).toBeGreaterThan(0)
  }
})

test('a price holds from its day to the day of the next', () => {
  const outputPrice = (day: string) => tokenPricesOn(catalog, 'GPT-5.6 Luna ≤272k', day)[0]?.usdPerMOutput
  expect(outputPrice('2026-06-25')).toBeUndefined()
  expect(outputPrice('2026-07-29')).toBe(6)
  expect(outputPrice('2026-07-30')).toBe(1.2)
  expect(outputPrice('2027-01-01')).toBe(1.2)
})

test('offers of one model by many providers are compared, cheapest first', () => {
  const offers = tokenPricesOn(catalog, 'gpt-oss-120b', '2026-08-01')
  expect(new Set(offers.map((row) => row.provider)).size).toBeGreaterThan(5)
  const prices = offers.map((row) => row.usdPerMOutput)
  expect(prices).toEqual(prices.toSorted((a, b) => a - b))
})
