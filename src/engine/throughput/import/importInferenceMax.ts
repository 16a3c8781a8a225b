import type { Draft } from './checkRun.ts'
import { Fields } from './fields.ts'

/** Does a record come from InferenceMAX / InferenceX? Its figures are per GPU and its times in seconds. */
export function isInferenceMax(record: Readonly<Record<string, unknown>>): boolean {
  return (
    'tput_per_gpu' in record ||
    'output_tput_per_gpu' in record ||
    (typeof record.metrics === 'object' && record.metrics !== null && isInferenceMax({ ...record.metrics }))
  )
}

/** Mean length over nominal length: they are drawn between 0.8 and 1 of it. */
const LENGTH_SHARE = 0.9
/** Times above this many seconds per token, or to the first one, were given in milliseconds. */
const SLOWEST_TPOT_S = 2

/** How far output may lie from its share of all tokens: lengths are drawn for each request. */
const SAME = 0.15

export function readInferenceMax(fields: Fields): Draft {
  const metrics = fields.has('metrics')
    ? new Fields(`${fields.path}, metrics`, fields.raw('metrics'))
    : fields
  const isl = fields.maybe('isl')
  const osl = fields.maybe('osl')
  const total = metrics.maybe('tput_per_gpu')
  const system = systemOf(fields)
  const output = outputPerAccel(metrics.maybe('output_tput_per_gpu'), system)
  const derived = total && isl && osl ? (total * osl) / (isl + osl) : undefined
  const isGiven = metrics.has('tput_per_gpu') || metrics.has('output_tput_per_gpu')
  if (!isGiven)
    fields.fault('output_tput_per_gpu', undefined, 'output (or total) tokens per second and GPU above 0')
  if (output !== undefined && derived !== undefined && Math.abs(output / derived - 1) > SAME)
    fields.fault(
      'output_tput_per_gpu',
      output,
      `the share of output in tput_per_gpu, ${derived.toPrecision(4)}, as the lengths have it`,
    )
  const tpotS = metrics.maybe('mean_tpot') ?? metrics.maybe('median_tpot')
  const ttftS = metrics.maybe('mean_ttft') ?? metrics.maybe('median_ttft')
  if (tpotS !== undefined && tpotS > SLOWEST_TPOT_S)
    fields.fault(
      'mean_tpot',
      tpotS,
      `seconds per token, no more than ${SLOWEST_TPOT_S} (is it milliseconds?)`,
    )
  if (metrics !== fields) fields.faults.push(...metrics.faults)
  return {
    model: fields.text('model', 'infmax_model_prefix'),
    accelerator: fields.text('hw', 'hardware'),
    nAccel:
      (system?.isDisaggregated ? undefined : fields.maybe('num_gpus')) ??
      system?.accelCount ??
      fields.maybe('decode_tp') ??
      fields.maybe('tp'),
    precision: fields.text('precision'),
    isl: isl === undefined ? undefined : isl * LENGTH_SHARE,
    osl: osl === undefined ? undefined : osl * LENGTH_SHARE,
    concurrency: fields.number('conc'),
    framework: frameworkOf(fields),
    isDisaggregated: system?.isDisaggregated,
    date: fields.text('date')?.slice(0, 10),
    outputTokSPerAccel: output ?? derived,
    ttftMs: ttftS === undefined ? undefined : ttftS * 1000,
    tpotMs: tpotS === undefined ? undefined : tpotS * 1000,
  }
}

/** Accelerators that read prompts, and those that answer, where a row counts them. */
interface System {
  readonly isDisaggregated: boolean
  readonly accelCount: number | undefined
  readonly decodeCount: number | undefined
}

/** Rows of one kind of accelerator count the same ones under both names; some count none of the second. */
function systemOf(fields: Fields): System | undefined {
  const isDisaggregated = isTrue(fields.raw('disagg'))
  const hasDecode = Number(fields.raw('num_decode_gpu') ?? 0) !== 0
  const decodeCount = hasDecode ? fields.maybe('num_decode_gpu') : undefined
  if (!isDisaggregated) {
    const accelCount = decodeCount ?? fields.maybe('num_prefill_gpu')
    return accelCount === undefined ? undefined : { isDisaggregated, accelCount, decodeCount: undefined }
  }
  const prefill = fields.text('prefill_hw')
  const decode = fields.text('decode_hw')
  if (prefill !== undefined && decode !== undefined && prefill !== decode)
    fields.fault(
      'decode_hw',
      decode,
      `the accelerator of the prompts, ${prefill}: two kinds are not compared`,
    )
  const prefillCount = fields.number('num_prefill_gpu')
  if (!hasDecode) fields.number('num_decode_gpu')
  const accelCount = prefillCount && decodeCount ? prefillCount + decodeCount : undefined
  return { isDisaggregated, accelCount, decodeCount }
}

/** Output tokens are counted per accelerator that answers, and all tokens per accelerator of either kind. */
function outputPerAccel(output: number | undefined, system: System | undefined): number | undefined {
  if (output === undefined || !system?.isDisaggregated) return output
  const { accelCount, decodeCount } = system
  return accelCount && decodeCount ? (output * decodeCount) / accelCount : undefined
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}

/** Software with how it drafted tokens in its name, as `speculationNamed` reads it. */
function frameworkOf(fields: Fields): string | undefined {
  const framework = fields.text('framework')
  const method = fields.text('spec_method', 'spec_decoding')
  if (method === undefined || /^(none|off|false)$/i.test(method)) return framework
  return `${framework ?? ''} speculative ${method}`.trim()
}
