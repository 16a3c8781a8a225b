import { expect, test } from 'vitest'
import { getAccelerator, getModel } from '../../src/catalog/find.ts'
import { coolingOverhead } from '../../src/engine/climate/coolingOverhead.ts'
import { predictServing, type ServingQuery } from '../../src/engine/throughput/predictServing.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const query: ServingQuery = {
  accelerator: getAccelerator(catalog, 'nvidia-h100-sxm'),
  model: getModel(catalog, 'llama-3.1-70b'),
  precision: 'fp8',
  inputTokens: 1024,
  outputTokens: 1024,
  cacheHitShare: 0,
  ttftMs: 2000,
  tpotMs: 40,
}

test('a tighter token target never serves more', () => {
  const [loose, tight] = [predictServing(query), predictServing({ ...query, tpotMs: 25 })]
  expect(tight.totalTokSPerAccel).toBeLessThan(loose.totalTokSPerAccel)
  expect(loose.tpotMs * 1.25).toBeLessThanOrEqual(40)
})

test('less memory limits the batch and then the model does not fit', () => {
  const less = predictServing({ ...query, memoryGb: 30 })
  expect(less.concurrencyMemoryLimit).toBeLessThan(predictServing(query).concurrencyMemoryLimit)
  expect(predictServing({ ...query, memoryGb: 10 }).isFeasible).toBe(false)
})

test('a request longer than the context window is refused', () => {
  expect(predictServing({ ...query, inputTokens: 200_000 }).isFeasible).toBe(false)
})

test('warm-water liquid cooling costs less than chilled air, and no water', () => {
  const warm = coolingOverhead('dlc85_w45_drycooler', 30, 22)
  expect(warm.kwPerKwIt).toBeLessThan(coolingOverhead('air_crah_aircooled_chiller', 30, 22).kwPerKwIt)
  expect(warm.litresPerKwhIt).toBe(0)
})
