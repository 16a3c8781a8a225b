import { expect, test } from 'vitest'
import { predictBatch } from '../../src/engine/throughput/batch/predictBatch.ts'
import { shippedFactors } from '../../src/engine/throughput/shippedFactors.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const row = {
  model: 'Llama-3.3-70B',
  accelerator: 'NVIDIA H200',
  nAccel: 4,
  precision: 'fp8',
  isl: 1024,
  osl: 1024,
}
const [answer] = predictBatch([{ ...row, concurrency: 64 }], catalog, shippedFactors())
const predict = (...rows: unknown[]) => predictBatch(rows, catalog, shippedFactors())

test('a row is answered with its band, and total is output times lengths', () => {
  if (!answer || 'error' in answer) throw new Error('no answer')
  expect(answer).toMatchObject({
    fits: true,
    concurrency: 64,
    parallelism: 'tp4',
    precision: 'fp8',
    grade: 'A',
  })
  expect(answer.p10).toBeLessThan(answer.outputTokSPerAccel)
  expect(answer.p90).toBeGreaterThan(answer.outputTokSPerAccel)
  expect(answer.totalTokSPerAccel).toBeCloseTo(2 * answer.outputTokSPerAccel, 6)
  expect(answer.ttftP10).toBeLessThan(answer.ttftP90)
})

test('rows that are wrong say why and leave the others alone', () => {
  const answers = predict(
    { ...row, model: 'Nobody-7B' },
    { ...row, isl: 0 },
    { accelerator: 'NVIDIA H200', isl: 1, osl: 1 },
    'not a row',
    { ...row, concurrency: 64 },
  )
  expect(answers.slice(0, 4).every((own) => 'error' in own && own.because.length > 0)).toBe(true)
  expect(answers[4]).toEqual(answer)
})

test('what cannot fit is not served, in any precision', () => {
  const [own] = predict({
    model: 'DeepSeek-R1',
    accelerator: 'NVIDIA L40S',
    nAccel: 1,
    isl: 1024,
    osl: 1024,
    concurrency: 1,
  })
  expect(own).toMatchObject({ fits: false })
})

test('offline serves more than server, and server more than interactive', () => {
  const base = { model: 'Llama-2-70B', accelerator: 'NVIDIA H200', nAccel: 8, isl: 299, osl: 294 }
  const speeds = predict(
    { ...base, scenario: 'offline' },
    { ...base, scenario: 'server', ttftMsMax: 2000, tpotMsMax: 200 },
    { ...base, scenario: 'interactive', ttftMsMax: 450, tpotMsMax: 40 },
  ).map((own) => ('error' in own ? 0 : own.outputTokSPerAccel))
  expect(speeds[0]).toBeGreaterThan(speeds[1]!)
  expect(speeds[1]).toBeGreaterThan(speeds[2]!)
})

test('an anchor draws the prediction to it, the more the nearer, and narrows the band', () => {
  const anchor = { outputTokSPerAccel: 400, concurrency: 64 }
  const [near, far] = predict(
    { ...row, concurrency: 64, anchor },
    { ...row, concurrency: 64, anchor: { ...anchor, outputTokSPerAccel: 100, concurrency: 4 } },
  )
  if (!answer || !near || !far || 'error' in answer || 'error' in near || 'error' in far)
    throw new Error('no answer')
  expect(Math.abs(near.outputTokSPerAccel / 400 - 1)).toBeLessThan(0.05)
  expect(near.p90 / near.p10).toBeLessThan(answer.p90 / answer.p10)
  expect(far.p90 / far.p10).toBeLessThan(answer.p90 / answer.p10)
  expect(near.because.join()).toMatch(/anchor 1/)
})
