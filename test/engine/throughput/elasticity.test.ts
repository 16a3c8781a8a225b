import { expect, test } from 'vitest'
import { getAccelerator, getModel } from '../../../src/catalog/find.ts'
import { resolveCoefficients } from '../../../src/engine/throughput/factors/resolveCoefficients.ts'
import { shippedFactors } from '../../../src/engine/throughput/factors/shippedFactors.ts'
import { predictServing, type ServingQuery } from '../../../src/engine/throughput/predictServing.ts'
import { speedElasticity } from '../../../src/engine/throughput/step/elasticity.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const query: ServingQuery = {
  accelerator: getAccelerator(catalog, 'nvidia-h200-sxm'),
  model: getModel(catalog, 'llama-3.1-405b'),
  precision: 'fp8',
  inputTokens: 9000,
  outputTokens: 700,
  cacheHitShare: 0,
  accelCount: 8,
}
const at = (own: Partial<ServingQuery>) =>
  speedElasticity({ ...query, ...own }, resolveCoefficients(shippedFactors(), { ...query, ...own }))
const widthOf = (own: Partial<ServingQuery>) => {
  const { p10OutputTokSPerAccel, p90OutputTokSPerAccel } = predictServing({ ...query, ...own })
  return Math.log(p90OutputTokSPerAccel / p10OutputTokSPerAccel)
}

test('without a target, or with a number in flight, tokens fall as a step grows', () => {
  expect(at({})).toBe(1)
  expect(at({ concurrency: 16, ttftMs: 2000, tpotMs: 50 })).toBe(1)
})

test('where memory limits the batch a target changes nothing', () => {
  expect(at({ ttftMs: 3.6e6, tpotMs: 3.6e6 })).toBeCloseTo(1, 2)
})

test('the tighter the target, the steeper: bands are wider by as much, up to a limit', () => {
  const [loose, tight] = [{ tpotMs: 400 }, { tpotMs: 60 }] as const
  expect(at(tight)).toBeGreaterThan(at(loose))
  expect(at(tight)).toBeGreaterThan(1.5)
  expect(at({ tpotMs: 1 })).toBeLessThanOrEqual(5)
  expect(widthOf(tight) / at(tight)).toBeCloseTo(widthOf(loose) / at(loose), 6)
})
