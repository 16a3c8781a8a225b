import { expect, test } from 'vitest'
import type { Anchor } from '../../../src/engine/throughput/anchors/anchorStep.ts'
import { predictSystem } from '../../../src/engine/throughput/disaggregated/disaggregatedAnchors.ts'
import { shippedFactors } from '../../../src/engine/throughput/factors/shippedFactors.ts'
import { importBenchmark } from '../../../src/engine/throughput/import/importBenchmark.ts'
import type { RunContext } from '../../../src/engine/throughput/import/measuredRun.ts'
import { toAnchors } from '../../../src/engine/throughput/import/toAnchors.ts'
import { predictServing, type ServingQuery } from '../../../src/engine/throughput/predictServing.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const H200: RunContext = { accelerator: 'H200', nAccel: 4, precision: 'fp8' }

/** Written in the shape of `vllm bench serve --save-result`; the figures agree with each other. */
const vllm = {
  date: '20260325-101530',
  endpoint_type: 'vllm',
  model_id: 'meta-llama/Llama-3.3-70B-Instruct-FP8',
  num_prompts: 640,
  max_concurrency: 64,
  duration: 250,
  completed: 640,
  failed: 0,
  total_input_tokens: 655_360,
  total_output_tokens: 655_360,
  request_throughput: 2.56,
  output_throughput: 2621.44,
  total_token_throughput: 5242.88,
  mean_ttft_ms: 210,
  mean_tpot_ms: 24,
}
/** In the shape of AIPerf's `profile_export_aiperf.json`. */
const aiperf = {
  request_throughput: { unit: 'requests/sec', avg: 2.5 },
  request_latency: { unit: 'ms', avg: 25_000 },
  time_to_first_token: { unit: 'ms', avg: 300 },
  inter_token_latency: { unit: 'ms', avg: 24.1 },
  output_token_throughput: { unit: 'tokens/sec', avg: 2560 },
  output_sequence_length: { unit: 'tokens', avg: 1024 },
  input_sequence_length: { unit: 'tokens', avg: 1024 },
  input_config: { endpoint: { model_names: ['Llama-3.3-70B'] }, loadgen: { concurrency: 64 } },
  start_time: '2026-03-01T10:00:00',
}
const aiperfCsv = `Metric,avg,min,max,p99,p50
Time To First Token (ms),300.0,200,400,390,300
Inter Token Latency (ms),24.10,20,30,29,24
Request Latency (ms),"25,000.00",24000,26000,25900,25000
Output Sequence Length (tokens),1024,1024,1024,1024,1024
Input Sequence Length (tokens),1024,1024,1024,1024,1024

Metric,Value
Output Token Throughput (per sec),"2,560.00"
Request Throughput (per sec),2.50
`
/** A row of InferenceMAX: per GPU, seconds. */
const inferenceMax = {
  hw: 'h200-nv',
  tp: 4,
  conc: 64,
  model: 'deepseek-ai/DeepSeek-R1-0528',
  framework: 'sglang',
  precision: 'fp8',
  isl: 1024,
  osl: 1024,
  tput_per_gpu: 900,
  mean_ttft: 0.4,
  mean_tpot: 0.03,
  date: '2026-03-25',
}
const mlperf = `================================================
MLPerf Results Summary
================================================
SUT name : LLM
Scenario : Offline
Mode     : PerformanceOnly
Samples per second: 119.4
Tokens per second: 34864.2
Result is : VALID
`

const read = (text: unknown, context: RunContext = H200) =>
  importBenchmark('run.json', typeof text === 'string' ? text : JSON.stringify(text), context, catalog)

test('vLLM: lengths from totals, model and precision from the name, hardware from the options', () => {
  const { runs, faults } = read(vllm, { accelerator: 'H200', nAccel: 4 })
  expect(faults).toEqual([])
  expect(runs).toMatchObject([
    {
      model: 'llama-3.1-70b',
      accelerator: 'nvidia-h200-sxm',
      precision: 'fp8',
      isl: 1024,
      osl: 1024,
      concurrency: 64,
      date: '2026-03-25',
    },
  ])
  expect(runs[0]!.outputTokSPerAccel).toBeCloseTo(655.36, 6)
})

/** As `vllm bench serve` prints it, with the command before it. */
const printed = `$ vllm bench serve --model meta-llama/Llama-3.3-70B-Instruct-FP8 --max-concurrency 64
============ Serving Benchmark Result ============
Successful requests:                     640
Failed requests:                         0
Maximum request concurrency:             64
Benchmark duration (s):                  250.00
Total input tokens:                      655360
Total generated tokens:                  655360
Request throughput (req/s):              2.56
Output token throughput (tok/s):         2621.44
Peak output token throughput (tok/s):    3008.00
Peak concurrent requests:                70.00
Total token throughput (tok/s):          5242.88
---------------Time to First Token----------------
Mean TTFT (ms):                          210.00
P99 TTFT (ms):                           905.33
-----Time per Output Token (excl. 1st token)------
Mean TPOT (ms):                          24.00
---------------Inter-token Latency----------------
Mean ITL (ms):                           24.00
==================================================
`

test('vLLM: the printed table says what the saved result does, colours and line ends aside', () => {
  const { source: _, date: __, framework: ___, ...saved } = read(vllm).runs[0]!
  expect(read(printed)).toMatchObject({ runs: [saved], faults: [] })
  const coloured = printed.replaceAll('Output token', '\u001b[32mOutput token').replaceAll('\n', '\r\n')
  expect(read(coloured)).toMatchObject({ runs: [saved], faults: [] })
})

test('vLLM: several printed tables are rows of their own; one that is wrong does not stop the others', () => {
  const wrong = printed.replace('2621.44', '0.00')
  const { runs, faults } = read(`${printed}${wrong}${printed.replace(/^\$.*\n=.*\n/, '')}`)
  expect(runs.map(({ source }) => source)).toEqual(['run.json row 1', 'run.json row 3'])
  expect(faults.map(({ path }) => path)).toEqual(['run.json row 2, output_throughput'])
})

test('vLLM: without a limit the printed rate and times say what was in flight; SGLang prints the same', () => {
  const sglang = printed
    .replace(
      'Maximum request concurrency:             64',
      'Max request concurrency:                 not set',
    )
    .replace('============ Serving', 'Namespace(model=None)\n============ Serving')
    .replace('Successful', 'Backend:                                 sglang\nSuccessful')
    .replace('Total token', 'Total generated tokens (retokenized):    655001\nTotal token')
  const [run] = read(sglang).runs
  expect(run).toMatchObject({ framework: 'sglang', model: 'llama-3.1-70b' })
  expect(run!.concurrency).toBeCloseTo(63.4, 1)
})

test('vLLM: a field that is missing is named, a zero said once, seconds under the name of milliseconds refused', () => {
  const said = (own: object) => read({ ...vllm, ...own }).faults.map(({ path }) => path)
  expect(said({ completed: undefined, total_output_tokens: undefined })).toEqual(
    expect.arrayContaining(['run.json, completed', 'run.json, total_output_tokens']),
  )
  expect(said({ output_throughput: 0 })).toEqual(['run.json, output_throughput'])
  const seconds = read({ ...vllm, mean_ttft_ms: 0.21, mean_tpot_ms: 0.024 })
  expect(seconds.runs).toEqual([])
  expect(seconds.faults.map(({ path }) => path)).toEqual(['run.json, time per output token'])
})

test('AIPerf: JSON and CSV of one run say the same', () => {
  const json = read(aiperf).runs[0]!
  const csv = read(aiperfCsv, { ...H200, model: 'Llama-3.3-70B' }).runs[0]!
  expect(json).toMatchObject({ concurrency: 64, outputTokSPerAccel: 640, tpotMs: 24.1 })
  expect(csv).toMatchObject({ outputTokSPerAccel: 640, tpotMs: 24.1, isl: 1024 })
  expect(csv.concurrency).toBeCloseTo(62.5, 6)
})

test('InferenceMAX: seconds, totals and drawn lengths are converted', () => {
  const [run] = read([inferenceMax], {}).runs
  expect(run).toMatchObject({ model: 'deepseek-r1', accelerator: 'nvidia-h200-sxm', nAccel: 4, tpotMs: 30 })
  expect(run!.outputTokSPerAccel).toBeCloseTo(450, 6)
  expect(run!.isl).toBeCloseTo(921.6, 6)
})

test('InferenceMAX: drafted tokens are a run of drafting software, an anchor for such alone', () => {
  const rows = [
    { ...inferenceMax, tp: 8, spec_decoding: 'mtp', tput_per_gpu: 800, mean_tpot: 0.018 },
    { ...inferenceMax, tp: 8, spec_decoding: 'none', tput_per_gpu: 500 },
  ]
  const { runs, faults } = read(rows, {})
  expect(faults).toEqual([])
  const [drafted, plain] = toAnchors(runs, catalog)
  expect(drafted!.query.speculation).toEqual({ draftTokens: 3, acceptedLength: 2.49 })
  expect(plain!.query.speculation).toBeUndefined()
  const at = (query: ServingQuery, anchors: Anchor[]) =>
    predictServing(query, shippedFactors(), anchors).outputTokSPerAccel
  const own = at(drafted!.query, [drafted!, plain!])
  expect(Math.abs(own / 400 - 1)).toBeLessThan(0.05)
  expect(Math.abs(at(plain!.query, [drafted!, plain!]) / 250 - 1)).toBeLessThan(0.05)
})

/** Prompts and answers apart: all tokens per accelerator of either kind, output per accelerator that answers. */
const disaggregated = {
  ...inferenceMax,
  hw: 'gb200-nv',
  framework: 'dynamo-sglang',
  disagg: true,
  is_multinode: true,
  conc: 2048,
  num_prefill_gpu: 16,
  num_decode_gpu: 32,
  tput_per_gpu: 3600,
  output_tput_per_gpu: 2700,
  mean_tpot: 0.021,
  mean_ttft: 1.6,
}

test('InferenceMAX: separate prefill counts both kinds of accelerator, and anchors such systems alone', () => {
  const { runs, faults } = read([disaggregated], {})
  expect(faults).toEqual([])
  expect(runs[0]).toMatchObject({ isDisaggregated: true, nAccel: 48, accelerator: 'nvidia-gb200-nvl72' })
  expect(runs[0]!.outputTokSPerAccel).toBeCloseTo(1800, 6)
  const [anchor] = toAnchors(runs, catalog)
  const { query } = anchor!
  const derived = predictSystem(query)
  const own = predictSystem(query, shippedFactors(), [anchor!])
  expect(own.anchor).toBe('run.json row 1')
  expect(Math.abs(Math.log(own.outputTokSPerAccel / 1800))).toBeLessThan(
    0.5 * Math.abs(Math.log(derived.outputTokSPerAccel / 1800)),
  )
  expect(own.p90OutputTokSPerAccel / own.p10OutputTokSPerAccel).toBeLessThan(
    derived.p90OutputTokSPerAccel / derived.p10OutputTokSPerAccel,
  )
  const { mostAccelCount: _, ...alone } = query
  expect(predictServing(alone, shippedFactors(), [anchor!])).toEqual(predictServing(alone))
  const [plain] = toAnchors(read([{ ...inferenceMax, hw: 'gb200-nv' }], {}).runs, catalog)
  expect(predictSystem(query, shippedFactors(), [plain!])).toEqual(derived)
})

test('InferenceMAX: a system that answers without accelerators of its own is no separate prefill', () => {
  const [run] = read(
    [{ ...disaggregated, disagg: false, num_decode_gpu: 0, output_tput_per_gpu: 1800 }],
    {},
  ).runs
  expect(run).toMatchObject({ nAccel: 16, outputTokSPerAccel: 1800 })
  expect(run!.isDisaggregated).toBeUndefined()
})

test('MLPerf: a valid offline summary', () => {
  const context = { model: 'Llama-2-70B', accelerator: 'H200', nAccel: 8, isl: 299, osl: 291 }
  const { runs, faults } = read(mlperf, context)
  expect(faults).toEqual([])
  expect(runs[0]).toMatchObject({ scenario: 'offline', outputTokSPerAccel: 34_864.2 / 8 })
  expect(read(mlperf.replace('VALID', 'INVALID'), context).runs).toEqual([])
})

test('MLPerf: output per sample and the data set give the lengths of a server run', () => {
  const server = mlperf
    .replace('Offline', 'Server')
    .replace('Samples per second: 119.4', 'Completed samples per second    : 103.37')
    .replace('Tokens per second: 34864.2', 'Completed tokens per second: 30068.50')
  const text = `${server}Mean First Token latency (ns)  : 242000000\n`
  const { runs, faults } = read(text, { model: 'llama2-70b-99.9', accelerator: 'H200', nAccel: 8 })
  expect(faults).toEqual([])
  expect(runs[0]).toMatchObject({ scenario: 'server', isl: 299, ttftMs: 242 })
  expect(runs[0]!.osl).toBeCloseTo(290.9, 1)
})

test('a number in front of the accelerator counts, and the names of older exports are read', () => {
  const [counted] = read({ ...vllm, gpu: '4xNVIDIA_L40S' }, { precision: 'fp8' }).runs
  expect(counted).toMatchObject({ accelerator: 'nvidia-l40s', nAccel: 4 })
  const old = aiperfCsv
    .replace('Output Sequence Length (tokens)', 'Num Output Token')
    .replace('Input Sequence Length (tokens)', 'Num Input Token')
  expect(read(old, { ...H200, model: 'Llama-3.3-70B' }).runs[0]).toMatchObject({ isl: 1024, osl: 1024 })
})

const WRONG: readonly (readonly [string, unknown, RunContext, RegExp])[] = [
  ['a missing field', { ...vllm, total_output_tokens: undefined }, H200, /total_output_tokens/],
  ['no throughput', { ...vllm, output_throughput: 0 }, H200, /output_throughput/],
  ['an unknown model', { ...vllm, model_id: 'acme/Unheard-9B' }, H200, /model/],
  ['an unknown accelerator', vllm, { accelerator: 'abacus', nAccel: 1 }, /accelerator/],
  ['no accelerator at all', vllm, {}, /accelerator/],
  ['failed requests', { ...vllm, failed: 3 }, H200, /failed/],
  ['throughput against its own totals', { ...vllm, output_throughput: 2.6 }, H200, /output_throughput/],
  [
    'times in seconds, throughput in milliseconds',
    { ...vllm, mean_tpot_ms: 2400 },
    H200,
    /output throughput/,
  ],
  ['requests per minute', { ...vllm, request_throughput: 153.6 }, H200, /request_throughput/],
  ['a total of another run', { ...vllm, total_token_throughput: 9999 }, H200, /total_token_throughput/],
  ['half an accelerator', { ...vllm, num_gpus: 2.5 }, { accelerator: 'H200' }, /accelerators/],
  ['total as output', [{ ...inferenceMax, output_tput_per_gpu: 900 }], {}, /output_tput_per_gpu/],
  [
    'more than the hardware can',
    {
      ...vllm,
      duration: 0.25,
      output_throughput: 2_621_440,
      total_token_throughput: 5_242_880,
      request_throughput: 2560,
      mean_tpot_ms: 0.024,
      mean_ttft_ms: 0.2,
    },
    H200,
    /output throughput/,
  ],
  ['an unknown unit', { ...aiperf, inter_token_latency: { unit: 'fortnights', avg: 1 } }, H200, /unit/],
  ['milliseconds where seconds are meant', [{ ...inferenceMax, mean_tpot: 30 }], {}, /mean_tpot/],
  ['a cancelled run', { ...aiperf, was_cancelled: true }, H200, /was_cancelled/],
  [
    'requests that failed',
    { ...aiperf, error_request_count: { unit: 'requests', avg: 12 } },
    H200,
    /error_request_count/,
  ],
  ['errors of a run', { ...aiperf, error_summary: [{ count: 1 }] }, H200, /error_summary/],
  ['failed requests in a CSV', `${aiperfCsv}Error Request Count,3\n`, H200, /error_request_count/],
  ['no count of one kind', [{ ...disaggregated, num_decode_gpu: null }], {}, /num_decode_gpu/],
  ['two kinds of hardware', [{ ...disaggregated, prefill_hw: 'h200', decode_hw: 'b200' }], {}, /decode_hw/],
  [
    'output of either kind under the name of those that answer',
    [{ ...disaggregated, output_tput_per_gpu: 1800 }],
    {},
    /output_tput_per_gpu/,
  ],
  ['failed requests in a printed table', printed.replace(/(Failed.* )0/, '$13'), H200, /failed/],
  ['a printed table cut short', printed.slice(0, printed.indexOf('Total gen')), H200, /run\.json/],
  ['a printed line alone', 'Output token throughput (tok/s): 2621.44', H200, /completed/],
  ['no lengths, as of agents', [{ ...inferenceMax, isl: null, osl: null }], {}, /input length/],
  ['something else', { hello: 'world' }, H200, /run\.json/],
  ['no JSON', '{"cut": ', H200, /run\.json/],
  ['nothing', '', H200, /run\.json/],
]

test.each(WRONG)('%s is named and nothing of it imported', (_, text, context, path) => {
  const { runs, faults } = read(text, context)
  expect(runs).toEqual([])
  expect(faults.map((fault) => fault.path).join('; ')).toMatch(path)
})

test('a row that is wrong does not stop the others', () => {
  const { runs, faults } = read(`${JSON.stringify(vllm)}\n${JSON.stringify({ ...vllm, completed: 'x' })}\n`)
  expect(runs).toHaveLength(1)
  expect(faults[0]!.path).toBe('run.json line 2, completed')
})

test('an imported run is preferred near its point', () => {
  const anchors = toAnchors(
    read({
      ...vllm,
      output_throughput: 2000,
      total_token_throughput: 4000,
      request_throughput: 1.953,
      duration: 327.68,
    }).runs,
    catalog,
  )
  const query = anchors[0]!.query
  const { outputTokSPerAccel, anchor } = predictServing(query, shippedFactors(), anchors)
  expect(anchor).toBe('run.json')
  expect(Math.abs(outputTokSPerAccel / 500 - 1)).toBeLessThan(0.05)
})
