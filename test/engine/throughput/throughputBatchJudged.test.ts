import { expect, test } from 'vitest'
import { predictBatch } from '../../../src/engine/throughput/batch/predictBatch.ts'
import { shippedFactors } from '../../../src/engine/throughput/factors/shippedFactors.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const predict = (...rows: unknown[]) => predictBatch(rows, catalog, shippedFactors())
const row = { model: 'Llama-3.1-8B', accelerator: 'H100', isl: 1024, osl: 128 }

test.each([
  ['nvidia/DeepSeek-R1-0528-FP4', 'fp4'],
  ['RedHatAI/Meta-Llama-3.1-70B-Instruct-quantized.w4a16', 'int4'],
  ['Qwen/Qwen2.5-72B-Instruct-GPTQ-Int8', 'int8'],
  ['meta-llama/Llama-3.1-8B-Instruct', 'fp8'],
])('a row without a precision takes that in the name of its model: %s', (model, precision) => {
  const [own, given, unsaid] = predict(
    { ...row, model, accelerator: 'B200', nAccel: 8 },
    { ...row, model, accelerator: 'B200', nAccel: 8, precision: 'bf16' },
    { ...row, model, accelerator: 'B200', nAccel: 8, precision: 'auto' },
  )
  expect(own).toMatchObject({ precision })
  expect(given).toMatchObject({ precision: 'bf16' })
  expect(unsaid).toMatchObject({ precision })
})

test('a looser target never yields less, whatever the precision it is met in', () => {
  const speeds = predict(
    ...[8, 10, 15, 20, 30, 50, 100].map((tpotMsMax) => ({
      ...{ model: 'DeepSeek-R1', accelerator: 'GB200', isl: 1000, osl: 1000 },
      tpotMsMax,
    })),
  ).map((own) => ('error' in own ? Number.NaN : own.outputTokSPerAccel))
  expect(speeds).toEqual(speeds.toSorted((a, b) => a - b))
  expect(speeds[0]).toBeGreaterThan(0)
})

test('targets that the sequences asked for miss are said; without targets none is spoken of', () => {
  const [missed, met, none] = predict(
    { ...row, model: 'Llama-3.1-70B', nAccel: 4, concurrency: 64, ttftMsMax: 50, tpotMsMax: 20 },
    { ...row, concurrency: 2, ttftMsMax: 1000, tpotMsMax: 50 },
    { ...row, accelerator: 'GB300' },
  )
  expect(missed!.because.filter((own) => /is missed/.test(own))).toHaveLength(2)
  expect(met!.because.join()).not.toMatch(/missed/)
  expect(none!.because.join()).not.toMatch(/targets/)
})

test('a single stream is one request at a time', () => {
  const [stream, one] = predict({ ...row, scenario: 'SingleStream' }, { ...row, concurrency: 1 })
  expect(stream).toMatchObject({ concurrency: 1, fits: true })
  expect(stream).toMatchObject({
    outputTokSPerAccel: (one as { outputTokSPerAccel: number }).outputTokSPerAccel,
  })
})

test('an anchor of other hardware is not used, one that no hardware can have is refused, a field not read is named', () => {
  const at16 = { ...row, concurrency: 16 }
  const [plain, other, same, fast, slow, unread] = predict(
    at16,
    { ...at16, anchor: { outputTokSPerAccel: 1500, accelerator: 'H200' } },
    { ...at16, anchor: { outputTokSPerAccel: 1500, accelerator: 'H100-SXM-80GB', model: 'llama3.1-8b' } },
    { ...at16, anchor: { outputTokSPerAccel: 1_500_000 } },
    { ...at16, anchor: [{ outputTokSPerAccel: 1e-6 }] },
    { ...at16, anchor: { outputTokSPerAccel: 1500, tp: 2 } },
  )
  if (!plain || !other || !same || 'error' in plain || 'error' in other || 'error' in same)
    throw new Error('no answer')
  expect(other.outputTokSPerAccel).toBe(plain.outputTokSPerAccel)
  expect(other.because.join()).toMatch(/anchor 1 is of another model or accelerator/)
  expect(Math.abs(same.outputTokSPerAccel / 1500 - 1)).toBeLessThan(0.05)
  for (const own of [fast, slow]) expect(own!.because.join()).toMatch(/^anchor.outputTokSPerAccel: .*unit/)
  expect(unread!.because.join()).toMatch(/fields not read: anchor.tp/)
})

test.each([
  ['2025/08/01', '2025-08'],
  ['2025-8', '2025-08'],
  ['20250801', '2025-08'],
  [2025, '2025-06'],
  ['2025-08-01T10:00:00Z', '2025-08-01'],
])('a date %s is read as %s', (date, same) => {
  const [own, expected] = predict(
    { ...row, framework: 'vLLM', date },
    { ...row, framework: 'vLLM', date: same },
  )
  expect(own).toHaveProperty('fits', true)
  expect(own).toEqual(expected)
})

test.each(['2025-13', '202', '1 Aug 2025', '202508'])('a date %s is none', (date) => {
  const [own] = predict({ ...row, date })
  expect(own!.because.join()).toMatch(/^date: .*expected a date as 2026-03-25/)
})

test('less than one sequence in flight is no load, and two kinds of accelerators are no one kind', () => {
  const [half, two] = predict({ ...row, concurrency: 0.5 }, { ...row, accelerator: 'H100 + H200' })
  expect(half!.because.join()).toMatch(/^concurrency: 0.5; expected a number of 1 or more/)
  expect(two!.because.join()).toMatch(/^accelerator: "H100 . H200"/)
})

test('weights of four bits: one H100 holds Llama 4 Scout, as its maker says, and not Maverick', () => {
  const quantised = { ...row, precision: 'w4a16', nAccel: 1, concurrency: 1 }
  const [scout, maverick] = predict(
    { ...quantised, model: 'Llama-4-Scout-17B-16E-Instruct' },
    { ...quantised, model: 'Llama-4-Maverick' },
  )
  expect([scout, maverick]).toMatchObject([{ fits: true }, { fits: false }])
})

test('sequences that several replicas share are told as asked, not as a limit of the software', () => {
  const [shared, own] = predict(
    { ...row, model: 'Llama-3.1-70B', nAccel: 3, concurrency: 16 },
    { ...row, model: 'Llama-3.1-70B', nAccel: 4, concurrency: 16 },
  )
  expect(shared!.because).toContain('16 sequences in flight were asked for, 10.7 of them on each replica')
  expect(own!.because).toContain('16 sequences in flight were asked for')
  expect([...shared!.because, ...own!.because].join()).not.toContain('takes no more than')
})

test.each([
  ['moonshotai/Kimi-K2-Thinking', 'int4'],
  ['Kimi-K2.5', 'int4'],
  ['nvidia/Kimi-K2-Thinking-NVFP4', 'fp4'],
  ['moonshotai/Kimi-K2-Instruct', 'fp8'],
])(
  'a model that was trained in four bits is served in them where nothing else is said: %s',
  (model, precision) => {
    const conditions = { ...row, model, accelerator: 'B200', nAccel: 8, concurrency: 16 }
    const [own, said] = predict(conditions, { ...conditions, precision: 'fp8' })
    expect(own).toMatchObject({ precision, fits: true })
    expect(said).toMatchObject({ precision: 'fp8' })
  },
)

interface Told {
  readonly grade: string
  readonly p10: number
  readonly p90: number
  readonly because: readonly string[]
}

test('a precision that no row had: the grade is one less, the band wider, and that is said', () => {
  const [measured, unseen] = predict(
    ...['fp8', 'int4'].map((precision) => ({ ...row, precision, nAccel: 1, concurrency: 16 })),
  ) as unknown as [Told, Told]
  expect([measured.grade, unseen.grade]).toEqual(['A', 'B'])
  expect(unseen.p90 / unseen.p10).toBeGreaterThan(1.1 * (measured.p90 / measured.p10))
  expect(unseen.because.join()).toContain('no measured row had this precision')
  expect(measured.because.join()).not.toContain('precision on such hardware')
})

test.each([
  ['software of no measured name', { framework: 'Chitu 0.4' }],
  [
    'software measured on other hardware alone',
    { framework: 'vLLM', date: '2026-01', accelerator: 'MI300X' },
  ],
  ['another way to run it', { framework: 'TensorRT-LLM', scenario: 'offline', date: '2026-01' }],
])('%s: the band is wider, the grade at most B, and that is said', (_, other) => {
  const asked = { ...row, framework: 'vLLM', date: '2026-01', nAccel: 1 }
  const [known, own] = predict(asked, { ...asked, ...other }) as unknown as [Told, Told]
  const said = 'no measured row was run by this software on such hardware in this way'
  expect(own.p90 / own.p10).toBeGreaterThan(1.3 * (known.p90 / known.p10))
  expect([known.grade, own.grade]).toEqual(['A', 'B'])
  expect(own.because.join()).toContain(said)
  expect(known.because.join()).not.toContain(said)
})

test('a year beyond what was measured of its software: the band is wider, less so with a run known, and that is said', () => {
  const asked = { ...row, framework: 'vLLM', nAccel: 1, concurrency: 16 }
  const anchor = { outputTokSPerAccel: 1000 }
  const width = ({ p10, p90 }: Told) => Math.log(p90 / p10)
  const [now, later, nowKnown, laterKnown] = predict(
    { ...asked, date: '2026-01' },
    { ...asked, date: '2027-06' },
    { ...asked, date: '2026-01', anchor },
    { ...asked, date: '2027-06', anchor },
  ) as unknown as [Told, Told, Told, Told]
  expect(width(later)).toBeGreaterThan(1.05 * width(now))
  expect(width(laterKnown) / width(nowKnown)).toBeLessThan(width(later) / width(now))
  expect(later.because.join()).toContain('later than all that was measured')
  expect(now.because.join()).not.toContain('later than all')
})

test.each([
  ['Llama-3.3-70B', 'B200', 1, 'fp4', 1024, 1024, 6842, 0.25],
  ['Llama-3.1-405B', 'H200', 8, 'fp8', 2048, 2048, 2948 / 8, 0.25],
  ['Llama-4-Scout', 'H100', 4, 'fp8', 1000, 2000, 9838 / 4, 0.45],
])(
  'most throughput of TensorRT-LLM is no submission: %s on %s',
  (model, accelerator, nAccel, precision, isl, osl, measured, within) => {
    const asked = { model, accelerator, nAccel, precision, isl, osl, scenario: 'offline', date: '2026-01' }
    interface Speed {
      readonly outputTokSPerAccel: number
    }
    const [own, submitted] = predict(
      { ...asked, framework: 'TensorRT-LLM' },
      { ...asked, framework: 'TensorRT 10.2.0, CUDA 12.4' },
    ) as unknown as [Speed, Speed]
    expect(Math.abs(own.outputTokSPerAccel / measured - 1)).toBeLessThan(within)
    expect(submitted.outputTokSPerAccel).not.toBeCloseTo(own.outputTokSPerAccel, 0)
  },
)
