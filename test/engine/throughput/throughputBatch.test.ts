import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { predictBatch } from '../../../src/engine/throughput/batch/predictBatch.ts'
import { shippedFactors } from '../../../src/engine/throughput/factors/shippedFactors.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

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

test('what does not fit says what its weights take, on all the accelerators it may have', () => {
  const [own] = predict({
    model: 'Llama-3.1-405B',
    accelerator: 'NVIDIA H100 SXM',
    nAccel: 8,
    precision: 'bf16',
    isl: 1024,
    osl: 1024,
  })
  expect(own).toMatchObject({ fits: false, parallelism: 'tp8' })
  expect(own!.because.join()).toMatch(
    /weights and runtime alone take 10\d GB of each of 8 accelerators, which have 80 GB/,
  )
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
  expect(far.p90 / far.p10).toBeLessThanOrEqual(answer.p90 / answer.p10)
  expect(near.because.join()).toMatch(/anchor 1/)
})

test('every measured row is answered, and none is refused as not fitting', () => {
  const file = join(import.meta.dirname, '../../../resources/calibration/measurements.csv')
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const answers = predict(
    ...data.map((cells) => ({
      model: cells.model,
      accelerator: cells.accelerator,
      nAccel: cells.n_accel,
      precision: cells.precision,
      isl: cells.isl || 300,
      osl: cells.osl,
      concurrency: cells.concurrency,
      scenario: cells.scenario,
      framework: cells.framework,
      date: cells.date,
    })),
  )
  const refused = answers.flatMap((own, i) => (own.fits ? [] : [data[i]!.accelerator]))
  expect(refused).toEqual([])
})

const ACCELERATORS = [
  ['H100-SXM-80GB', 'NVIDIA H100 SXM'],
  ['8x NVIDIA H100 80GB HBM3', 'NVIDIA H100 SXM'],
  ['NVIDIA-H100-PCIe-80GB', 'NVIDIA H100 PCIe'],
  ['GH200-GraceHopper-Superchip_GH200-144GB_aarch64', 'NVIDIA GH200 144GB'],
  ['A100-SXM4-40GB', 'NVIDIA A100 SXM 40GB'],
  ['NVIDIA H200', 'NVIDIA H200 SXM'],
  ['b200-trt', 'NVIDIA B200 SXM'],
  ['amd/MI355X', 'AMD MI355X'],
  ['AMD Instinct MI300X-NPS1-SPX-192GB-750W', 'AMD MI300X'],
  ['TPU v6e', 'Google TPU v6e Trillium'],
  ['Huawei Ascend 910B', 'Huawei Ascend 910B2'],
] as const
test.each(ACCELERATORS)('accelerator %s is %s', (accelerator, name) => {
  const [own] = predict({ model: 'Llama-3.1-8B', accelerator, isl: 100, osl: 100 })
  expect(own!.because.join('\n')).toContain(`${name}, `)
})

const MODELS = [
  ['meta-llama/Llama-3.1-8B-Instruct', 'Llama-3.1-8B'],
  ['nvidia/DeepSeek-R1-0528-FP4-v2', 'DeepSeek-R1'],
  ['llama2-70b-99.9', 'Llama-2-70B'],
  ['RedHatAI/Meta-Llama-3.1-405B-Instruct-quantized.w8a8', 'Llama-3.1-405B'],
  ['deepseek-ai/DeepSeek-R1-Distill-Llama-70B', 'Llama-3.1-70B'],
] as const
test.each(MODELS)('model %s is %s', (model, name) => {
  const [own] = predict({ model, accelerator: 'B200', nAccel: 8, isl: 100, osl: 100 })
  expect(own!.because.join('\n')).toContain(`; ${name}`)
})

test('a distilled model is not the one it was distilled from, and part of a board is not the board', () => {
  const [distilled, part] = predict(
    { ...row, model: 'deepseek-ai/DeepSeek-R1-Distill-Qwen-32B' },
    { ...row, accelerator: 'H100 MIG 1g.10gb' },
  )
  expect(distilled!.because.join('; ')).toContain('Qwen2.5-32B')
  expect(part).toHaveProperty('error')
})

test('a model and lengths are enough: the rest is chosen and said', () => {
  const { model, accelerator } = row
  const [own] = predict({ model, accelerator, isl: '1024', osl: 1024, nAccel: '', date: null, colour: 'red' })
  expect(own).toMatchObject({ fits: true, precision: 'fp8' })
  expect(own!.because.join('\n')).toMatch(/names no precision[\s\S]*fields not read: colour/)
})

const WRONG = [
  ['isl', { ...row, isl: '1k' }],
  ['osl', { ...row, osl: undefined }],
  ['nAccel', { ...row, nAccel: 1.5 }],
  ['concurrency', { ...row, concurrency: -1 }],
  ['precision', { ...row, precision: 'papyrus' }],
  ['date', { ...row, date: 'last week' }],
  ['anchor', { ...row, anchor: { outputTokSPerAccel: 0 } }],
  ['model', { ...row, model: '' }],
] as const
test.each(WRONG)('a wrong %s is named', (field, wrong) => {
  const [own] = predict(wrong)
  expect(own).toMatchObject({ fits: false, error: expect.any(String) })
  expect(own!.because.join('\n')).toMatch(new RegExp(`^${field}`))
})

test('a benchmark without targets is held to those of its rules', () => {
  const base = { model: 'Llama-2-70B', accelerator: 'NVIDIA H200', nAccel: 8, isl: 299, osl: 294 }
  const [named, unnamed] = predict(
    { ...base, scenario: 'interactive', ttftMsMax: 450, tpotMsMax: 40 },
    { ...base, scenario: 'Interactive' },
  )
  expect(unnamed).toMatchObject({
    outputTokSPerAccel: (named as { outputTokSPerAccel: number }).outputTokSPerAccel,
  })
  expect(unnamed!.because.join()).toMatch(/450 ms/)
})

test('what no server holds goes over several, and what exceeds any context does not fit', () => {
  const r1 = { model: 'DeepSeek-R1', accelerator: 'H100', precision: 'fp8', osl: 100 }
  const [wide, long] = predict({ ...r1, isl: 100 }, { ...r1, isl: 500_000 })
  expect(wide).toMatchObject({ fits: true, parallelism: 'ep16' })
  expect(long).toMatchObject({ fits: false })
  expect(long!.because.join()).toMatch(/context/)
})

const apart = {
  model: 'DeepSeek-R1',
  accelerator: 'GB200',
  nAccel: 24,
  precision: 'fp4',
  isl: 8192,
  osl: 1024,
  concurrency: 512,
  framework: 'sglang disagg',
}

test('prompts and answers apart: an anchor counts there too, the more the nearer its load', () => {
  const anchor = { outputTokSPerAccel: 400 }
  const [own, near, far] = predict(
    apart,
    { ...apart, anchor },
    { ...apart, anchor: { ...anchor, concurrency: 8, outputTokSPerAccel: 8 } },
  )
  if (!own || !near || !far || 'error' in own || 'error' in near || 'error' in far)
    throw new Error('no answer')
  expect(own.parallelism).toMatch(/prefill/)
  expect(Math.abs(near.outputTokSPerAccel / 400 - 1)).toBeLessThan(0.1)
  expect(near.p90 / near.p10).toBeLessThan(0.8 * (own.p90 / own.p10))
  expect(far.p90 / far.p10).toBeGreaterThan(near.p90 / near.p10)
})

test('a system with more accelerators than requests yields no more than the requests can', () => {
  const [few] = predict({ ...apart, nAccel: 72, concurrency: 4 })
  if (!few || 'error' in few) throw new Error('no answer')
  expect(few.outputTokSPerAccel * 72 * few.tpotMs).toBeLessThanOrEqual(4000 * 1.001)
})

test('many sequences at once are decoded with experts spread over the rack', () => {
  const [own] = predict({ ...apart, isl: 1024, nAccel: 48, concurrency: 8192 })
  expect(own).toMatchObject({ parallelism: expect.stringMatching(/decode ep(8|16|32)/) })
})

test('accelerators in odd numbers hold replicas of even ones, each with work, and whole where nothing smaller fits', () => {
  const mixtral = { model: 'Mixtral-8x7B', accelerator: 'NVIDIA H100', precision: 'fp8', isl: 512, osl: 512 }
  const parallelism = (own: object) => {
    const [found] = predict({ ...mixtral, ...own })
    if (!found || 'error' in found) throw new Error('no answer')
    return Number(/\d+/.exec(found.parallelism)![0])
  }
  expect([1, 2, 4]).toContain(parallelism({ nAccel: 6, concurrency: 60 }))
  expect(parallelism({ nAccel: 72, concurrency: 8, accelerator: 'GB200' })).toBe(16)
  expect(parallelism({ nAccel: 6, concurrency: 6, model: 'Llama-3.1-405B' })).toBe(6)
})

test('an anchor may speak of tokens in and out, or of all its accelerators; without a speed it is said', () => {
  const at64 = { ...row, concurrency: 64 }
  const [own, total, system, none] = predict(
    { ...at64, anchor: { outputTokSPerAccel: 400 } },
    { ...at64, anchor: { totalTokSPerAccel: 800 } },
    { ...at64, anchor: [{ outputTokS: 1600, date: 2026 }] },
    { ...at64, anchor: { concurrency: 64 } },
  )
  if (!own || !total || !system || 'error' in own || 'error' in total || 'error' in system)
    throw new Error('no answer')
  expect(total.outputTokSPerAccel).toBeCloseTo(own.outputTokSPerAccel, 6)
  expect(Math.abs(system.outputTokSPerAccel / own.outputTokSPerAccel - 1)).toBeLessThan(0.1)
  expect(none).toMatchObject({ error: 'The anchor has no speed' })
})

test('models whose experts are published in four bits fit where they were measured, whatever their row calls it', () => {
  const long = { precision: 'fp8', nAccel: 8, isl: 8192, osl: 1024, concurrency: 16 }
  const [hopper, instinct, small] = predict(
    { ...long, model: 'deepseek-ai/DeepSeek-V4-Pro', accelerator: 'h200-dgxc' },
    { ...long, model: 'dsv4', accelerator: 'mi300x-amds' },
    { ...long, model: 'dsv4', accelerator: 'H100' },
  )
  expect([hopper, instinct, small]).toMatchObject([
    { fits: true, precision: 'fp4' },
    { fits: true },
    { fits: false },
  ])
  expect(hopper!.because.join()).toMatch(/published in/)
})
