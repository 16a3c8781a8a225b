import { expect, test } from 'vitest'
import { getAccelerator, getModel } from '../../../src/catalog/find.ts'
import { coolingOverhead } from '../../../src/engine/climate/coolingOverhead.ts'
import { throughputCurve } from '../../../src/engine/throughput/curve.ts'
import { predictDisaggregated } from '../../../src/engine/throughput/disaggregated/disaggregated.ts'
import type { Factors } from '../../../src/engine/throughput/factors/factors.ts'
import { predictServing, type ServingQuery } from '../../../src/engine/throughput/predictServing.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import type { ModelRow } from '../../../src/plan/catalog/modelRows.ts'

const catalog = await readCatalog()
const query: ServingQuery = {
  accelerator: getAccelerator(catalog, 'nvidia-h100-sxm'),
  model: getModel(catalog, 'llama-3.1-70b'),
  precision: 'fp8',
  inputTokens: 1024,
  outputTokens: 1024,
  cacheHitShare: 0,
  ttftMs: 2000,
  tpotMs: 40,
}

test('a tighter token target never serves more', () => {
  const [loose, tight] = [predictServing(query), predictServing({ ...query, tpotMs: 25 })]
  expect(tight.totalTokSPerAccel).toBeLessThan(loose.totalTokSPerAccel)
  expect(loose.tpotMs * 1.25).toBeLessThanOrEqual(40)
})

test('less memory limits the batch and then the model does not fit', () => {
  const less = predictServing({ ...query, memoryGb: 30 })
  expect(less.concurrencyMemoryLimit).toBeLessThan(predictServing(query).concurrencyMemoryLimit)
  expect(predictServing({ ...query, memoryGb: 10 }).isFeasible).toBe(false)
})

test('memory set aside for whole answers holds as many fewer requests as their mean length is shorter', () => {
  const open = { ...query, tpotMs: Number.POSITIVE_INFINITY, ttftMs: Number.POSITIVE_INFINITY, accelCount: 2 }
  const [grown, reserved] = [open, { ...open, reservesAnswers: true }].map(
    (own) => predictServing(own).concurrencyMemoryLimit,
  )
  expect(reserved! / grown!).toBeCloseTo((1024 + 512) / 2048, 2)
})

test('a request longer than the context window is refused', () => {
  expect(predictServing({ ...query, inputTokens: 200_000 }).isFeasible).toBe(false)
})

test('warm-water liquid cooling costs less than chilled air, and no water', () => {
  const warm = coolingOverhead('dlc85_w45_drycooler', 30, 22)
  expect(warm.kwPerKwIt).toBeLessThan(coolingOverhead('air_crah_aircooled_chiller', 30, 22).kwPerKwIt)
  expect(warm.litresPerKwhIt).toBe(0)
})

const NO_BAND = { p10: 1, p90: 1, rows: 0, coverage: 1, anchoredWidening: 1 }
/** The nine parameters of the first fit: shares of peak as their inverse, times in seconds. */
const FIRST_FIT = {
  schemaVersion: 10,
  base: {
    weights: 1 / 0.67,
    experts: 1 / 0.67,
    cache: 1 / 0.67,
    decode: 1 / 0.95,
    decodeAttention: 1 / 0.95,
    prefill: 1 / 0.8,
    prefillAttention: 1 / 0.8,
    layers: 24.0e-6,
    moeLayers: 31.8e-6,
    collectives: 15.8e-6,
    link: 1 / 0.195,
    allToAll: 1,
    requests: 4.5e-3,
    sequences: 1e-12,
  },
  effects: {},
  trends: {},
  power: {
    idle: 0.5,
    bytes: 0,
    flop: 0,
    batch: 0,
    moe: 0,
    lowPrecisionMoe: 0,
    reading: 0,
    effects: {},
    rows: 0,
    heldOutMeanPercent: { configuration: 0, model: 0, accelerator: 0 },
  },
  firstToken: {
    own: 1,
    others: 0.1,
    steps: 10,
    software: {},
    known: NO_BAND,
    unknown: NO_BAND,
    rows: 0,
    medianPercent: { configuration: 0, model: 0, accelerator: 0, server: 0, static: 0 },
  },
  disaggregated: { p10: 1, p90: 1, rows: 0, medianPercent: 0 },
  bands: {
    known: NO_BAND,
    'new-pair': NO_BAND,
    'new-model': NO_BAND,
    'new-sibling': NO_BAND,
    'new-accelerator': NO_BAND,
    'new-vendor': NO_BAND,
  },
  bandsByAge: { tuned: {}, now: {}, old: {} },
  scatter: {},
  anchoredScatter: {},
  newPrecision: 1,
  newSetup: 0,
  setups: [],
  laterPerYear: 0,
} satisfies Factors

/** Its times of a layer of experts and of a request were the same for all models; here they are of 8 experts and 64 layers. */
function firstFitOf({ layers, topK }: ModelRow): Factors {
  const { moeLayers, requests } = FIRST_FIT.base
  const own = {
    moeLayers: moeLayers * Math.sqrt(8 / (topK ?? 8)),
    requests: requests * Math.sqrt(64 / layers),
  }
  return { ...FIRST_FIT, base: { ...FIRST_FIT.base, ...own } }
}

/** Published vectors of the first fit: model, accelerator, precision, accelerators, sequences, lengths, TPOT ms, tokens/s. */
const VECTORS = [
  ['llama-3.1-70b', 'nvidia-h100-sxm', 'fp8', 4, 64, 1024, 1024, 22.83, 2803.5, 0.01],
  ['deepseek-r1', 'nvidia-b200-sxm', 'fp4', 8, 128, 8192, 1024, 38.15, 3355.3, 0.02],
  // Sliding-window layers hold 128 tokens here and the whole context in the vector.
  ['gpt-oss-120b', 'nvidia-h200-sxm', 'mxfp4', 2, 32, 1024, 1024, 11.37, 2814.6, 0.04],
  // Fixed times go with the pace of the hardware here and are the same for all in the vector.
  ['llama-3.1-8b', 'nvidia-l40s', 'fp8', 1, 32, 1000, 250, 23.66, 1352.8, 0.02],
] as const

test.each(VECTORS)(
  'first fit: %s on %s',
  (model, accelerator, precision, n, batch, isl, osl, tpot, tokS, within) => {
    const prediction = predictServing(
      {
        accelerator: getAccelerator(catalog, accelerator),
        model: getModel(catalog, model),
        precision,
        inputTokens: isl,
        outputTokens: osl,
        cacheHitShare: 0,
        accelCount: n,
        concurrency: batch,
      },
      firstFitOf(getModel(catalog, model)),
    )
    expect(prediction.isFeasible).toBe(true)
    expect(Math.abs(prediction.tpotMs / tpot - 1)).toBeLessThan(within)
    expect(Math.abs((prediction.outputTokSPerAccel * n) / tokS - 1)).toBeLessThan(within)
  },
)

test('the curve trades tokens per accelerator against interactivity, without dominated points', () => {
  const points = throughputCurve(query)
  expect(points.length).toBeGreaterThan(5)
  for (let i = 1; i < points.length; i += 1) {
    expect(points[i]!.tpotMs).toBeGreaterThanOrEqual(points[i - 1]!.tpotMs)
    expect(points[i]!.outputTokSPerAccel).toBeGreaterThanOrEqual(points[i - 1]!.outputTokSPerAccel)
  }
})

test('power lies between idle and rating, and energy is power over tokens', () => {
  const own = predictServing({ ...query, accelCount: 4, concurrency: 64 })
  expect(own.powerW).toBeGreaterThan(0.25 * 700)
  expect(own.powerW).toBeLessThanOrEqual(700)
  expect(own.joulePerOutputToken! * own.outputTokSPerAccel).toBeCloseTo(own.powerW!, 6)
})

test('drafting helps where memory binds and not where arithmetic does', () => {
  const speculation = { draftTokens: 3, acceptedLength: 2.5 }
  const gainAt = (concurrency: number, inputTokens: number) => {
    const own = { ...query, accelCount: 4, concurrency, inputTokens }
    return predictServing({ ...own, speculation }).outputTokSPerAccel / predictServing(own).outputTokSPerAccel
  }
  expect(gainAt(1, 1024)).toBeGreaterThan(1.8)
  expect(gainAt(256, 1024)).toBeLessThan(gainAt(1, 1024))
  expect(gainAt(256, 8192)).toBeLessThan(1.3)
})

test('separate prefill: more of the accelerators read prompts where prompts are longer', () => {
  const at = (inputTokens: number) => predictDisaggregated({ ...query, inputTokens })
  expect(at(8192).prefillShare).toBeGreaterThan(at(512).prefillShare)
  expect(at(1024).outputTokSPerAccel).toBeGreaterThan(0)
  expect(at(8192).outputTokSPerAccel).toBeLessThan(at(512).outputTokSPerAccel)
})

test('an accelerator that was not measured takes after the measured one of its generation', () => {
  const at = (id: string) =>
    predictServing({ ...query, accelerator: getAccelerator(catalog, id), accelCount: 4, concurrency: 64 })
  const [h100, h800, rubin] = [at('nvidia-h100-sxm'), at('nvidia-h800-sxm'), at('nvidia-vera-rubin-nvl72')]
  expect(Math.abs(h800.tpotMs / h100.tpotMs - 1)).toBeLessThan(0.2)
  expect([h100.grade, h800.grade, rubin.grade]).toEqual(['A', 'B', 'C'])
  const width = (own: typeof h100) => own.p90OutputTokSPerAccel / own.p10OutputTokSPerAccel
  expect(width(h800)).toBeGreaterThan(width(h100))
  expect(width(rubin)).toBeGreaterThan(width(h800))
})

test('experts spread over servers: a published service of DeepSeek, from parameters fitted elsewhere', () => {
  // 18 servers of 8 H800, 88 sequences of 4,989 tokens per accelerator, KV in 16 bits: 20 to 22 tokens/s and user published.
  const own = predictServing(
    {
      accelerator: getAccelerator(catalog, 'nvidia-h800-sxm'),
      model: getModel(catalog, 'deepseek-r1'),
      precision: 'fp8',
      kvBytes: 2,
      spread: 'expert',
      accelCount: 144,
      concurrency: 144 * 88,
      inputTokens: 4489,
      outputTokens: 1000,
      cacheHitShare: 1,
    },
    FIRST_FIT,
  )
  expect(own.isFeasible).toBe(true)
  expect(Math.abs(own.tpotMs / 48 - 1)).toBeLessThan(0.15)
  expect(1000 / own.tpotMs).toBeGreaterThan(18)
})

const modelled = (id: string, changes: Partial<ServingQuery> = {}): ServingQuery => ({
  ...query,
  model: getModel(catalog, id),
  accelCount: 8,
  concurrency: 32,
  ...changes,
})
const cacheOf = (own: ServingQuery) => {
  const { memoryUsedGb, batch, accelCount } = predictServing(own)
  return (accelCount * (memoryUsedGb - predictServing({ ...own, concurrency: 1 }).memoryUsedGb)) / (batch - 1)
}

test('what a sequence keeps in memory, by kind of attention, GB', () => {
  // 80 layers x 8 KV heads x 128 x 2 elements of 1 byte x 1,536 tokens at mean length.
  expect(cacheOf(modelled('llama-3.1-70b'))).toBeCloseTo((163_840 * 1536) / 1e9, 3)
  // Beyond its KV heads tensor parallelism copies them.
  expect(cacheOf(modelled('llama-3.1-70b', { accelCount: 16 }))).toBeCloseTo((2 * 163_840 * 1536) / 1e9, 3)
  // The latent of MLA: 61 layers x (512 + 64).
  expect(cacheOf(modelled('deepseek-r1', { accelCount: 16 }))).toBeCloseTo((35_136 * 1536) / 1e9, 3)
})

test('windows and recurrent states do not grow with the context', () => {
  const growth = (id: string) => cacheOf(modelled(id, { inputTokens: 8192 })) / cacheOf(modelled(id))
  expect(growth('llama-3.1-70b')).toBeGreaterThan(5)
  expect(growth('gpt-oss-120b')).toBeLessThan(growth('llama-3.1-70b'))
  expect(growth('nemotron-nano-9b-v2')).toBeLessThan(growth('gpt-oss-120b'))
})

test('what is found in the prefix cache is read but not computed', () => {
  const cached = predictServing({ ...query, inputTokens: 8192, cacheHitShare: 0.8 })
  const computed = predictServing({ ...query, inputTokens: 8192 })
  expect(cached.outputTokSPerAccel).toBeGreaterThan(1.3 * computed.outputTokSPerAccel)
  expect(cached.ttftMs).toBeLessThan(computed.ttftMs)
})

test('layers one after another: slower for one sequence than matrices cut, but with no all-reduce', () => {
  const own = { ...query, accelerator: getAccelerator(catalog, 'nvidia-l40s'), accelCount: 4 }
  const at = (spread: 'tensor' | 'pipeline', concurrency: number) =>
    predictServing({ ...own, spread, concurrency })
  expect(at('pipeline', 4).tpotMs).toBeGreaterThan(at('tensor', 4).tpotMs)
  expect(at('pipeline', 4).memoryUsedGb).toBeCloseTo(at('tensor', 4).memoryUsedGb, 6)
  const gain = (concurrency: number) =>
    at('pipeline', concurrency).outputTokSPerAccel / at('tensor', concurrency).outputTokSPerAccel
  expect(gain(128)).toBeGreaterThan(gain(4))
})
