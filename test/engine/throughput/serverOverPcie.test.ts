import { expect, test } from 'vitest'
import { getAccelerator, getModel } from '../../../src/catalog/find.ts'
import { throughputCurve } from '../../../src/engine/throughput/curve.ts'
import { predictServing, type ServingQuery } from '../../../src/engine/throughput/predictServing.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const ofLlama70B = (accelerator: string, precision: ServingQuery['precision']): ServingQuery => ({
  accelerator: getAccelerator(catalog, accelerator),
  model: getModel(catalog, 'llama-3.1-70b'),
  precision,
  inputTokens: 300,
  outputTokens: 300,
  cacheHitShare: 0,
})

test('a target that one accelerator just meets is met by several of its server over PCIe', () => {
  const query = { ...ofLlama70B('nvidia-rtx-pro-6000-blackwell-se', 'fp4'), tpotMs: 40, ttftMs: 450 }
  const own = predictServing(query)
  const alone = predictServing({ ...query, accelCount: 1 })
  expect(own.accelCount).toBeGreaterThan(1)
  expect(own.outputTokSPerAccel).toBeGreaterThan(3 * alone.outputTokSPerAccel)
  // Without a target one alone is faster: nothing crosses the bus.
  expect(predictServing(ofLlama70B('nvidia-rtx-pro-6000-blackwell-se', 'fp4')).accelCount).toBe(1)
})

test('a model that one accelerator cannot hold has a curve over the PCIe of its server', () => {
  const points = throughputCurve(ofLlama70B('nvidia-l40s', 'fp8'))
  expect(points.length).toBeGreaterThan(3)
  expect(points.every(({ accelCount, isFeasible }) => isFeasible && accelCount > 1)).toBe(true)
})
