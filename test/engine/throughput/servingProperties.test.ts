import { describe, expect, test } from 'vitest'
import { getModel } from '../../../src/catalog/find.ts'
import { predictBatch } from '../../../src/engine/throughput/batch/predictBatch.ts'
import { shippedFactors } from '../../../src/engine/throughput/factors/shippedFactors.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()

/** One model of each kind: dense, experts, latent attention, windows, recurrent state, sparse attention, old and short. */
const MODELS = [
  'llama-3.1-8b',
  'llama-3.1-405b',
  'llama-2-70b',
  'mixtral-8x7b',
  'gpt-oss-120b',
  'deepseek-r1',
  'deepseek-v4-pro',
  'kimi-k2.5',
  'qwen3.5-397b-a17b',
  'gemma-3-27b',
  'nemotron-nano-9b-v2',
]
const LENGTHS = [
  { isl: 128, osl: 2048 },
  { isl: 1024, osl: 1024 },
  { isl: 100_000, osl: 64 },
]
const CONDITIONS: readonly Record<string, unknown>[] = [
  {},
  { scenario: 'offline' },
  { scenario: 'server' },
  { scenario: 'Interactive' },
  { framework: 'sglang disagg' },
  { framework: 'trtllm-mtp', precision: 'fp8', concurrency: 32 },
  { nAccel: 6, concurrency: 48 },
  { nAccel: 72, concurrency: 100_000 },
]
const LOADS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]

type Answer = Exclude<ReturnType<typeof predictBatch>[number], { error: string }>

function answersTo(rows: readonly object[]): Answer[] {
  return predictBatch(rows, catalog, shippedFactors()).map((own, i) => {
    if ('error' in own) throw new Error(`${JSON.stringify(rows[i])}: ${own.error}`)
    return own
  })
}

describe.each(MODELS)('%s on every accelerator', (model) => {
  test('every figure is a number, in its band and within the rating', () => {
    const rows = catalog.accelerators.flatMap(({ id }) =>
      LENGTHS.flatMap((lengths) => CONDITIONS.map((own) => ({ model, accelerator: id, ...lengths, ...own }))),
    )
    const wrong = answersTo(rows).flatMap((own, i) => {
      const accelerator = catalog.accelerators.find(({ id }) => id === rows[i]!.accelerator)!
      const isBand = own.p10 <= own.outputTokSPerAccel && own.outputTokSPerAccel <= own.p90
      const areNumbers = [own.outputTokSPerAccel, own.p10, own.p90, own.totalTokSPerAccel].every(
        Number.isFinite,
      )
      const isServed =
        !own.fits ||
        (own.outputTokSPerAccel > 0 && own.tpotMs > 0 && own.ttftP10 < own.ttftMs && own.ttftMs < own.ttftP90)
      const watts = own.powerWPerAccel
      const isRated = watts === null || (watts > 0 && watts <= (accelerator.tdpW ?? 0))
      return isBand && areNumbers && isServed && isRated
        ? []
        : [{ ...rows[i], because: own.because[0], tokS: [own.p10, own.outputTokSPerAccel, own.p90], watts }]
    })
    expect(wrong.slice(0, 3)).toEqual([])
  })

  test('more in flight yield more until memory is full, and time per token times rate is what is in flight', () => {
    for (const { id } of catalog.accelerators) {
      const rows = LOADS.map((concurrency) => ({
        model,
        accelerator: id,
        isl: 1024,
        osl: 512,
        nAccel: 8,
        concurrency,
      }))
      const answers = answersTo(rows)
      for (let i = 0; i < answers.length; i += 1) {
        const own = answers[i]!
        const before = answers[i - 1]
        if (!own.fits) continue
        if (before?.fits)
          expect(own.outputTokSPerAccel / before.outputTokSPerAccel, `${id} at ${LOADS[i]}`).toBeGreaterThan(
            0.999,
          )
        const replica = Number(/\d+/.exec(own.parallelism)![0])
        expect(own.outputTokSPerAccel * replica * (own.tpotMs / 1000)).toBeCloseTo(own.concurrency, 3)
        expect(own.concurrency * (8 / replica)).toBeLessThanOrEqual(Math.max(LOADS[i]!, 8 / replica) * 1.001)
      }
    }
  })

  test('nothing is served whose weights exceed the memory, and no context is exceeded twice over', () => {
    const { totalParamsB, context } = getModel(catalog, model)
    const rows = catalog.accelerators.map(({ id }) => ({
      model,
      accelerator: id,
      nAccel: 1,
      isl: 512,
      osl: 512,
    }))
    answersTo(rows).forEach((own, i) => {
      const { memoryGb } = catalog.accelerators[i]!
      if (0.5 * totalParamsB > memoryGb) expect(own.fits, rows[i]!.accelerator).toBe(false)
    })
    const [beyond] = answersTo([
      { ...rows[0]!, accelerator: 'nvidia-gb300-nvl72', nAccel: 72, isl: 4.1 * context },
    ])
    expect(beyond!.fits).toBe(false)
  })
})
