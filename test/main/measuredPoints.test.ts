import { join } from 'node:path'
import { expect, test } from 'vitest'
import { measuredPointsReader } from '../../src/main/measuredPoints.ts'

const read = measuredPointsReader(join(import.meta.dirname, '../../resources'))

test('public runs of a pair are points: what a user sees is the whole output over the requests in flight', async () => {
  const points = await read({ modelId: 'llama-3.1-70b', acceleratorId: 'nvidia-h100-sxm' })
  expect(points.length).toBeGreaterThan(20)
  for (const own of points)
    expect(own.tokSPerUser * own.concurrency).toBeCloseTo(own.outputTokSPerAccel * own.accelCount, 6)
})

test('a pair that nobody measured has none', async () => {
  expect(await read({ modelId: 'llama-3.1-70b', acceleratorId: 'biren-br100' })).toEqual([])
})
