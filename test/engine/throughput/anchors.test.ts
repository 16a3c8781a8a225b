import { expect, test } from 'vitest'
import { getAccelerator, getModel } from '../../../src/catalog/find.ts'
import type { Anchor } from '../../../src/engine/throughput/anchors/anchorStep.ts'
import { shippedFactors } from '../../../src/engine/throughput/factors/shippedFactors.ts'
import { predictServing, type ServingQuery } from '../../../src/engine/throughput/predictServing.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const query: ServingQuery = {
  accelerator: getAccelerator(catalog, 'nvidia-h200-sxm'),
  model: getModel(catalog, 'llama-3.1-70b'),
  precision: 'fp8',
  inputTokens: 1024,
  outputTokens: 1024,
  cacheHitShare: 0,
  accelCount: 4,
  concurrency: 64,
}
const speedOf = (own: ServingQuery, anchors: Anchor[] = []) =>
  predictServing(own, shippedFactors(), anchors).outputTokSPerAccel
/** A run that came out at this share of what the model says. */
const runAt = (own: ServingQuery, share: number): Anchor => ({
  query: own,
  outputTokSPerAccel: share * speedOf(own),
  source: 'run',
})
const changeOf = (own: ServingQuery, ...anchors: Anchor[]) => speedOf(own, anchors) / speedOf(own)

const prompts = { ...query, inputTokens: 16_384, outputTokens: 64 }
const answers = { ...query, inputTokens: 64, outputTokens: 4096 }

test('a slow run of long prompts says much of prompts and little of answers', () => {
  const anchor = runAt({ ...prompts, inputTokens: 8192 }, 0.6)
  expect(changeOf(prompts, anchor)).toBeLessThan(0.7)
  expect(changeOf(answers, anchor)).toBeGreaterThan(0.85)
})

test('two runs that disagree by the load are both met', () => {
  const [few, many] = [
    { ...query, concurrency: 4 },
    { ...query, concurrency: 256 },
  ]
  const anchors = [runAt(few, 0.8), runAt(many, 1.25)]
  expect(Math.abs(changeOf(few, ...anchors) / 0.8 - 1)).toBeLessThan(0.05)
  expect(Math.abs(changeOf(many, ...anchors) / 1.25 - 1)).toBeLessThan(0.05)
})

test('a run of another precision, of drafting or of tuned software says less; of another pair nothing', () => {
  const own = 1 - changeOf(query, runAt(query, 0.7))
  const others: Partial<ServingQuery>[] = [
    { precision: 'bf16' },
    { speculation: { draftTokens: 3, acceptedLength: 2.5 } },
    { software: 'mlperf-tuned' },
  ]
  for (const changes of others)
    expect(1 - changeOf(query, runAt({ ...query, ...changes }, 0.7))).toBeLessThan(0.75 * own)
  const other = { ...query, accelerator: getAccelerator(catalog, 'nvidia-h100-sxm') }
  expect(changeOf(query, runAt(other, 0.7))).toBe(1)
})

test('where a target limits the batch, a submission as fast as measured is met in tokens per second', () => {
  const { concurrency: _, ...open } = query
  const server: ServingQuery = {
    ...open,
    software: 'mlperf-tuned',
    scenario: 'server',
    ttftMs: 2000,
    tpotMs: 200,
  }
  expect(changeOf(server, runAt(server, 0.8))).toBeGreaterThan(0.79)
  expect(changeOf(server, runAt(server, 0.8))).toBeLessThan(0.86)
  const offline: ServingQuery = { ...open, software: 'mlperf-tuned', scenario: 'offline' }
  expect(changeOf(server, runAt(offline, 0.8))).toBeGreaterThan(changeOf(server, runAt(server, 0.8)))
  expect(changeOf(server, runAt(offline, 0.8))).toBeLessThan(0.97)
})

test('hardware that was never measured follows a run more, and a known pair one that contradicts it', () => {
  const unseen = { ...query, accelerator: getAccelerator(catalog, 'amd-mi355x') }
  const follows = (own: ServingQuery, share: number) =>
    Math.log(changeOf(own, runAt({ ...own, concurrency: 8 }, share))) / Math.log(share)
  expect(follows(unseen, 0.92)).toBeGreaterThan(follows(query, 0.92))
  expect(follows(query, 0.5)).toBeGreaterThan(follows(query, 0.92))
})

test('runs narrow the band, the nearest most, and slow prompts lengthen the first token', () => {
  const widthOf = (anchors: Anchor[]) => {
    const own = predictServing(query, shippedFactors(), anchors)
    return Math.log(own.p90OutputTokSPerAccel / own.p10OutputTokSPerAccel)
  }
  const [far, near] = [[runAt(prompts, 0.9)], [runAt(query, 0.9)]]
  expect(widthOf(far)).toBeLessThanOrEqual(widthOf([]) + 1e-9)
  expect(widthOf(near)).toBeLessThan(widthOf(far))
  const ttftMs = (anchors: Anchor[]) => predictServing(prompts, shippedFactors(), anchors).ttftMs
  expect(ttftMs([runAt(prompts, 0.6)])).toBeGreaterThan(1.2 * ttftMs([]))
})

test('a submission speaks most for its own round, scenario and size of system', () => {
  const { accelCount, concurrency, ...open } = query
  const submitted: ServingQuery = {
    ...open,
    model: getModel(catalog, 'llama-2-70b'),
    software: 'mlperf-tuned',
    scenario: 'server',
    mostAccelCount: 8,
    ttftMs: 2000,
    tpotMs: 200,
    year: 2025.3,
  }
  const change = (changes: Partial<ServingQuery>) =>
    1 - changeOf(submitted, runAt({ ...submitted, ...changes }, 0.8))
  for (const changes of [{ year: 2024.7 }, { scenario: 'offline' as const }, { mostAccelCount: 72 }])
    expect(change(changes)).toBeLessThan(0.8 * change({}))
  expect(change({ mostAccelCount: 1 })).toBeCloseTo(change({}), 2)
})
