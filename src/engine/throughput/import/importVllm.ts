import type { Draft } from './checkRun.ts'
import type { Fields } from './fields.ts'

/** Does a record come from `vllm bench serve` (or SGLang's `bench_serving`, which writes the same fields)? */
export function isVllm(record: Readonly<Record<string, unknown>>): boolean {
  return MARKS.filter((mark) => mark in record).length >= 3
}

/** Fields of every such result; with some of them missing it is still one, and says which. */
const MARKS = [
  ...['output_throughput', 'total_output_tokens', 'total_input_tokens', 'completed', 'num_prompts'],
  ...['request_throughput', 'mean_ttft_ms', 'mean_tpot_ms'],
] as const

/** Fields of a server that drafts tokens. */
const SPECULATION = ['spec_decode_num_drafts', 'spec_decode_acceptance_length', 'accept_length'] as const

/** How far a throughput may lie from tokens over duration in the same record, beyond what printing rounds. */
const SAME = 0.05
const ROUNDING = 0.005

/** One result of `vllm bench serve`, saved or printed; hardware comes with `--metadata` or as an option. */
export function readVllm(fields: Fields): Draft {
  const completed = fields.number('completed')
  const inputTokens = fields.number('total_input_tokens')
  const outputTokens = fields.number('total_output_tokens')
  const outputTokS = fields.number('output_throughput')
  const durationS = fields.maybe('duration')
  const failed = Number(fields.raw('failed') ?? 0) === 0 ? undefined : fields.maybe('failed')
  if (failed !== undefined) fields.fault('failed', failed, 'no failed requests')
  const totalTokens = inputTokens && outputTokens ? inputTokens + outputTokens : undefined
  agree(fields, 'output_throughput', durationS, outputTokens, 'total_output_tokens')
  agree(fields, 'total_token_throughput', durationS, totalTokens, 'all tokens')
  agree(fields, 'request_throughput', durationS, completed, 'completed')
  const osl = completed && outputTokens ? outputTokens / completed : undefined
  const ttftMs = fields.maybe('mean_ttft_ms')
  const tpotMs = fields.maybe('mean_tpot_ms') ?? fields.maybe('mean_itl_ms')
  const requests = fields.maybe('request_throughput')
  const inFlight =
    requests && ttftMs && tpotMs && osl ? (requests * (ttftMs + tpotMs * (osl - 1))) / 1000 : undefined
  return {
    model: fields.text('model_id', 'model'),
    accelerator: fields.text('accelerator', 'gpu_type', 'gpu', 'hardware'),
    nAccel: fields.maybe('n_accel') ?? fields.maybe('num_gpus') ?? accelCountOf(fields),
    precision: fields.text('precision', 'quantization', 'dtype'),
    isl: completed && inputTokens ? inputTokens / completed : undefined,
    osl,
    concurrency: fields.maybe('max_concurrency') ?? inFlight,
    framework: frameworkOf(fields),
    date: dateOf(fields.text('date')),
    outputTokS,
    ttftMs,
    tpotMs,
  }
}

/** Accelerators by how the server was parallel: ranks of tensor, pipeline and data parallelism are each one. */
function accelCountOf(fields: Fields): number | undefined {
  const tensor = fields.maybe('tp') ?? fields.maybe('tensor_parallel_size')
  const pipeline = fields.maybe('pp') ?? fields.maybe('pipeline_parallel_size')
  const data = fields.maybe('dp') ?? fields.maybe('data_parallel_size')
  const said = [tensor, pipeline, data].filter((size) => size !== undefined)
  return said.length === 0 ? undefined : said.reduce((count, size) => count * size, 1)
}

/** Software, with drafting in its name where the server counted drafts. */
function frameworkOf(fields: Fields): string | undefined {
  const framework = fields.text('framework', 'backend', 'endpoint_type')
  return SPECULATION.some((field) => Number(fields.raw(field) ?? 0) > 0)
    ? `${framework ?? ''} speculative`.trim()
    : framework
}

/** A rate that is not its amount over the duration is in another unit, or of another run. */
function agree(
  fields: Fields,
  field: string,
  durationS: number | undefined,
  amount: number | undefined,
  name: string,
): void {
  if (durationS === undefined || amount === undefined || !fields.has(field)) return
  const rate = Number(String(fields.raw(field)).replaceAll(',', ''))
  // What is no rate at all has been said already.
  if (field === 'output_throughput' && !(rate > 0)) return
  const derived = amount / durationS
  if (!(Math.abs(rate - derived) <= SAME * derived + ROUNDING))
    fields.fault(field, fields.raw(field), `${name} over duration, ${derived.toPrecision(4)}`)
}

/** `20260325-101530` as 2026-03-25; other dates as they stand. */
function dateOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})-/.exec(text)
  return compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : text.slice(0, 10)
}
