import { expect, test } from 'vitest'
import { getAccelerator, getModel } from '../../../src/catalog/find.ts'
import { DECODE_BUSY } from '../../../src/engine/throughput/disaggregated/disaggregated.ts'
import { shippedFactors } from '../../../src/engine/throughput/factors/shippedFactors.ts'
import { predictDeployed } from '../../../src/engine/throughput/predictDeployed.ts'
import { predictPoint } from '../../../src/engine/throughput/predictServing.ts'
import type { ServingQuery } from '../../../src/engine/throughput/query.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const factors = shippedFactors()
const query: ServingQuery = {
  accelerator: getAccelerator(catalog, 'nvidia-b200-sxm'),
  model: getModel(catalog, 'deepseek-r1'),
  precision: 'fp4',
  ...{ inputTokens: 8000, outputTokens: 1000, cacheHitShare: 0 },
  ...{ ttftMs: 2000, tpotMs: 30 },
}
const apart = (more: Partial<ServingQuery> = {}) =>
  predictDeployed({ ...query, ...more }, 'disaggregated', factors, [])

test('prompts in chunks are what is predicted without a choice', () => {
  const { system, ...point } = predictDeployed(query, 'chunked', factors, [])
  expect(system).toBeNull()
  expect(point).toEqual(predictPoint(query, factors, []))
})

test('tokens of a call over what it takes of either kind, each as busy as it is said to be', () => {
  const { system, outputTokSPerAccel, totalTokSPerAccel, accelCount } = apart()
  const { prefillAccelCount, decodeAccelCount, promptMs, prefillBusyShare, tpotMs, batch } = system!
  const prompts = (prefillAccelCount * promptMs) / 1000 / prefillBusyShare
  const answers = (decodeAccelCount * tpotMs) / (DECODE_BUSY * batch)
  expect(outputTokSPerAccel).toBeCloseTo(1000 / (prompts + answers), 6)
  expect(totalTokSPerAccel).toBeCloseTo(9 * outputTokSPerAccel, 6)
  expect(system!.prefillShare).toBeCloseTo(prompts / (prompts + answers), 9)
  expect(accelCount).toBe(prefillAccelCount + decodeAccelCount)
})

test('those that read prompts are less busy the sooner the first token is due, and none where a prompt is too long', () => {
  const [loose, tight, tighter, never] = [1e6, 600, 300, 20].map((ttftMs) => apart({ ttftMs, accelCount: 8 }))
  expect(loose!.system!.prefillBusyShare).toBe(0.9)
  expect(tight!.system!.prefillBusyShare).toBeLessThan(0.9)
  expect(tighter!.system!.prefillBusyShare).toBeLessThan(tight!.system!.prefillBusyShare)
  expect(tighter!.outputTokSPerAccel).toBeLessThan(tight!.outputTokSPerAccel)
  expect(tight!.outputTokSPerAccel).toBeLessThan(loose!.outputTokSPerAccel)
  // At P99 the wait of M/D/1 fits: by hand, own prompt / (2 (1 - share)) x ln(share / 0.01).
  const { promptMs, prefillBusyShare: share, tpotMs } = tight!.system!
  const tailMs = promptMs + (promptMs / (2 * (1 - share))) * Math.log(share / 0.01) + tpotMs
  expect(tailMs).toBeLessThanOrEqual(600)
  expect(tailMs).toBeGreaterThan(540)
  expect(tight!.ttftMs).toBeLessThan(600)
  expect(never).toMatchObject({ isFeasible: false, outputTokSPerAccel: 0 })
})

test('the faster of both is never slower than either', () => {
  for (const [inputTokens, tpotMs] of [
    [8000, 30],
    [8000, 200],
    [200, 200],
  ] as const) {
    const own = { ...query, inputTokens, tpotMs }
    const speed = (how: 'chunked' | 'disaggregated' | 'fastest') =>
      predictDeployed(own, how, factors, []).totalTokSPerAccel
    expect(speed('fastest')).toBe(Math.max(speed('chunked'), speed('disaggregated')))
  }
})

test('at a tight time per token prompts apart serve more, as measured systems do', () => {
  expect(apart({ tpotMs: 15 }).outputTokSPerAccel).toBeGreaterThan(
    predictPoint({ ...query, tpotMs: 15 }, factors, []).outputTokSPerAccel,
  )
})

test('a measured system near it is followed', () => {
  const anchor = {
    query: { ...query, concurrency: 512, mostAccelCount: 16 },
    ...{ outputTokSPerAccel: 50, source: 'own run', isDisaggregated: true },
  }
  const followed = predictDeployed(query, 'disaggregated', factors, [anchor])
  expect(followed.anchor).toBe('own run')
  expect(followed.outputTokSPerAccel).toBeLessThan(apart().outputTokSPerAccel)
})
