import { expect, test } from 'vitest'
import { getAccelerator, getModel } from '../../../src/catalog/find.ts'
import { comparePair } from '../../../src/engine/pairs/comparePairs.ts'
import { hashPlan } from '../../../src/main/hashPlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { PRECISIONS } from '../../../src/plan/schema/supply.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()
const conditions = { inputTokens: 1000, outputTokens: 1000, cacheHitShare: 0, tpotMs: 50 }

function rowOf(modelId: string, precision: string | undefined) {
  const [own] = oneSiteDocument.models
  const plan = readPlan({
    ...oneSiteDocument,
    models: [{ ...own!, catalogModelId: modelId, ...(precision === undefined ? {} : { precision }) }],
  })
  const accelerator = getAccelerator(catalog, 'nvidia-h100-sxm')
  const [row] = comparePair(accelerator, getModel(catalog, modelId), {
    plan,
    catalog,
    conditions,
    anchors: [],
  })
  return row!
}

test.each(PRECISIONS)('a model of a plan may be served in %s', (precision) => {
  const row = rowOf('llama-3.1-8b', precision)
  expect(row.query.precision).toBe(precision)
  expect(row.prediction.isFeasible).toBe(true)
  expect(row.prediction.p10OutputTokSPerAccel).toBeLessThan(row.prediction.outputTokSPerAccel)
})

test('a trillion parameters fit a server of H100 in four bits and in no more', () => {
  expect(rowOf('kimi-k2.5', 'int4').prediction.isFeasible).toBe(true)
  expect(rowOf('kimi-k2.5', 'int4').prediction.accelCount).toBe(8)
  expect(rowOf('kimi-k2.5', 'fp8').prediction.isFeasible).toBe(false)
})

test('weights of four bits that compute in 16 leave more room and serve less at a loose target than FP8', () => {
  const [int4, fp8] = [rowOf('llama-3.1-70b', 'int4'), rowOf('llama-3.1-70b', 'fp8')]
  expect(int4.prediction.accelCount).toBeLessThanOrEqual(fp8.prediction.accelCount)
  expect(int4.prediction.outputTokSPerAccel).toBeLessThan(fp8.prediction.outputTokSPerAccel)
  expect(['B', 'A']).toEqual([int4.prediction.grade, fp8.prediction.grade])
})

test('a plan that names no precision keeps its hash, and another format is refused with those that there are', () => {
  const plain = readPlan(oneSiteDocument)
  expect(Object.keys(plain.models[0]!)).not.toContain('precision')
  const [own] = oneSiteDocument.models
  const withInt4 = readPlan({ ...oneSiteDocument, models: [{ ...own!, precision: 'int4' }] })
  expect(hashPlan(withInt4)).not.toBe(hashPlan(plain))
  expect(() => readPlan({ ...oneSiteDocument, models: [{ ...own!, precision: 'int3' }] })).toThrow(
    expect.objectContaining({
      faults: [expect.objectContaining({ path: 'models[0].precision', value: 'int3' })],
    }),
  )
})
