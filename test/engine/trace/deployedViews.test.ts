import { expect, test } from 'vitest'
import { getAccelerator, getModel } from '../../../src/catalog/find.ts'
import { compareModels, comparePair, type PairRow } from '../../../src/engine/pairs/comparePairs.ts'
import { queryAt, throughputCurve } from '../../../src/engine/throughput/curve.ts'
import { accelSeconds } from '../../../src/engine/throughput/disaggregated/disaggregatedAnchors.ts'
import { explainDeployed } from '../../../src/engine/throughput/explain/explainDeployed.ts'
import { shippedFactors } from '../../../src/engine/throughput/factors/shippedFactors.ts'
import { predictDeployedBand, prefillUsed } from '../../../src/engine/throughput/predictDeployed.ts'
import type { ServingQuery } from '../../../src/engine/throughput/query.ts'
import { pairRef } from '../../../src/engine/trace/models/pairTraces.ts'
import { TraceContext } from '../../../src/engine/trace/traceContext.ts'
import { traceOf } from '../../../src/engine/trace/traceOf.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()
const conditions = { inputTokens: 8000, outputTokens: 1000, cacheHitShare: 0, ttftMs: 2000, tpotMs: 50 }
const accelerator = getAccelerator(catalog, 'nvidia-b200-sxm')
const model = getModel(catalog, 'deepseek-r1')
const work: ServingQuery = {
  ...{ accelerator, model, precision: 'fp8', inputTokens: 8000, outputTokens: 1000, cacheHitShare: 0 },
}

function planWith(prefill: string) {
  return readPlan({
    ...oneSiteDocument,
    models: [{ ...oneSiteDocument.models[0]!, catalogModelId: 'deepseek-r1', prefill }],
  })
}

function comparing(prefill: string) {
  return { plan: planWith(prefill), catalog, conditions, anchors: [] }
}

test.each(['chunked', 'disaggregated', 'fastest'] as const)('the curve with prefill %s', (prefill) => {
  const points = throughputCurve(work, undefined, [], prefill)
  expect(points.length).toBeGreaterThan(5)
  for (const point of points) {
    const own = prefillUsed(point)
    if (prefill !== 'fastest') expect(own).toBe(prefill)
    const again = predictDeployedBand(queryAt(work, point), own, shippedFactors(), [])
    expect(again.outputTokSPerAccel).toBe(point.outputTokSPerAccel)
    expect(again.tpotMs).toBe(point.tpotMs)
    expect(point.p10OutputTokSPerAccel).toBeLessThan(point.outputTokSPerAccel)
    expect(point.p90OutputTokSPerAccel).toBeGreaterThan(point.outputTokSPerAccel)
  }
})

test('the curve of the faster of both has points of both, and none that either beats', () => {
  const both = (['chunked', 'disaggregated'] as const).flatMap((own) =>
    throughputCurve(work, undefined, [], own),
  )
  const fastest = throughputCurve(work, undefined, [], 'fastest')
  expect(new Set(fastest.map(prefillUsed)).size).toBe(2)
  for (const point of fastest)
    expect(
      both.some((own) => own.tpotMs < point.tpotMs && own.outputTokSPerAccel > point.outputTokSPerAccel),
    ).toBe(false)
})

test.each(['chunked', 'disaggregated', 'fastest'])(
  'a pair is compared as the plan has its model: %s',
  (own) => {
    const rows = comparePair(accelerator, model, comparing(own))
    expect(rows).toHaveLength(1)
    const used = own === 'fastest' ? 'disaggregated' : own
    expect(rows[0]!.query.prefill).toBe(used)
    expect(prefillUsed(rows[0]!.prediction)).toBe(used)
  },
)

test('what the plan does not serve is compared in chunks, and both side by side where asked', () => {
  const [other] = comparePair(accelerator, getModel(catalog, 'qwen3-32b'), comparing('disaggregated'))
  expect(other!.prediction.system).toBe(null)
  const rows = compareModels('nvidia-b200-sxm', { ...comparing('chunked'), prefill: 'both' })
  expect(rows).toHaveLength(2 * catalog.models.length)
  const kinds = rows.filter((row) => row.model.id === model.id).map((row) => row.query.prefill)
  expect(kinds.toSorted()).toEqual(['chunked', 'disaggregated'])
})

test('a trace says the speed of the row and makes it from what either kind takes', () => {
  const plan = planWith('disaggregated')
  const context = new TraceContext(plan, catalog, null)
  const [row] = comparePair(accelerator, model, comparing('disaggregated')) as [PairRow]
  const trace = traceOf(context, pairRef('outputSpeed', row.query))!
  expect(trace.formula).toBe('disaggregated-speed')
  expect(trace.value).toBe(row.prediction.outputTokSPerAccel)
  expect(trace.recomputed).toBeCloseTo(trace.value, 6)
  expect(trace.inputs.find(({ word }) => word === 'prefill')?.value).toBe('disaggregated')
  for (const field of [
    'p10',
    'p90',
    'totalSpeed',
    'replica',
    'sequences',
    'perJoule',
    'usdPerMTok',
  ] as const) {
    const own = traceOf(context, pairRef(field, row.query))!
    expect(own.recomputed, field).toBeCloseTo(own.value, 6)
  }
})

test('the explanation of prompts apart: parts of a step of answers, and what a call takes of either kind', () => {
  const query = { ...work, ttftMs: 2000, tpotMs: 50 }
  const { prediction, parts, band } = explainDeployed(query, 'disaggregated')
  const { system } = prediction
  expect(parts.reduce((sum, own) => sum + own.ms, 0)).toBeCloseTo(prediction.tpotMs, 1)
  expect(parts.some(({ part }) => part === 'prefill' || part === 'promptLink')).toBe(false)
  const { prompts, answers } = accelSeconds(system!, query.outputTokens)
  expect(query.outputTokens / (prompts + answers)).toBeCloseTo(prediction.outputTokSPerAccel, 6)
  expect(band).toMatchObject({ p10: shippedFactors().disaggregated.p10, rows: 176 })
})

test('a measured system draws the explanation of prompts apart, and its parts with it', () => {
  const query = { ...work, accelCount: 8, concurrency: 128 }
  const plain = explainDeployed(query, 'disaggregated')
  const measured = plain.prediction.outputTokSPerAccel * 1.3
  const anchors = [{ query, outputTokSPerAccel: measured, isDisaggregated: true, source: 'own run' }]
  const drawn = explainDeployed(query, 'disaggregated', anchors)
  expect(drawn.anchorFactor).toBeGreaterThan(1.15)
  expect(drawn.prediction.anchor).toBe('own run')
  expect(drawn.parts.reduce((sum, own) => sum + own.ms, 0)).toBeCloseTo(drawn.prediction.tpotMs, 1)
  expect(explainDeployed(query, 'chunked', anchors).anchorFactor).toBe(1)
})
