import { expect, test } from 'vitest'
import { importBenchmark } from '../../../src/engine/throughput/import/importBenchmark.ts'
import { toAnchors } from '../../../src/engine/throughput/import/toAnchors.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()

/** Written in the shape of `vllm bench serve --save-result --metadata tensor_parallel_size=2 data_parallel_size=4`. */
const result = {
  date: '20260325-101530',
  model_id: 'deepseek-ai/DeepSeek-R1',
  backend: 'vllm',
  num_prompts: 640,
  max_concurrency: 64,
  duration: 250,
  completed: 640,
  failed: 0,
  total_input_tokens: 655_360,
  total_output_tokens: 655_360,
  output_throughput: 2621.44,
  mean_ttft_ms: 210,
  mean_tpot_ms: 24,
}
const read = (more: object, nAccel?: number) =>
  importBenchmark(
    'a.json',
    JSON.stringify({ ...result, ...more }),
    { accelerator: 'H200', ...(nAccel === undefined ? {} : { nAccel }) },
    catalog,
  )

test.each([
  [{ tensor_parallel_size: 2, data_parallel_size: 4 }, 8],
  [{ tp: '2', pp: '4' }, 8],
  [{ dp: 4 }, 4],
  [{ num_gpus: 16, tp: 8 }, 16],
])('accelerators of %o are %i', (parallel, nAccel) => {
  const { runs, faults } = read(parallel)
  expect(faults).toEqual([])
  expect(runs[0]).toMatchObject({ nAccel, outputTokSPerAccel: 2621.44 / nAccel })
})

test('a server that drafted tokens is kept as one', () => {
  const { runs } = read({ spec_decode_num_drafts: 9000, spec_decode_acceptance_rate: 70 }, 8)
  expect(toAnchors(runs, catalog)[0]?.query.speculation).toBeDefined()
  const plain = read({ spec_decode_num_drafts: 0 }, 8)
  expect(toAnchors(plain.runs, catalog)[0]?.query.speculation).toBeUndefined()
})

test('what Python writes for no number is an absent field', () => {
  const text = JSON.stringify({ ...result, std_tpot_ms: 1 }).replace('"std_tpot_ms":1', '"std_tpot_ms": NaN')
  const context = { accelerator: 'H200', nAccel: 8 }
  expect(importBenchmark('a.json', text, context, catalog)).toMatchObject({ faults: [], runs: [{}] })
  const lost = text.replace('"output_throughput":2621.44', '"output_throughput":-Infinity')
  expect(importBenchmark('a.json', lost, context, catalog).faults[0]?.path).toBe('a.json, output_throughput')
})
