/** Serving software by the words in its published name, the first that matches. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/mii/i, 'deepspeed-mii'],
  [/deepspeed/i, 'deepspeed'],
  // Before 1.0 it ran engines compiled ahead, as in 2024, and since then PyTorch. (Versions of disaggregated runs are those of Dynamo.)
  [/^(?!.*disagg).*(trt|tensorrt)[-_ ]?llm[-_ v]*0\./i, 'tensorrt-llm-engine'],
  [/trt|tensorrt/i, 'tensorrt-llm'],
  [/vllm.*default/i, 'vllm-default'],
  [/vllm/i, 'vllm'],
  [/sglang/i, 'sglang'],
  [/neuron/i, 'neuronx'],
  [/sambaflow/i, 'sambaflow'],
  [/gaudi|habana|synapse/i, 'gaudi'],
]

/** MLPerf rows are tuned by the vendor for the benchmark, whatever the software under them is called. */
export const TUNED_SOFTWARE = 'mlperf-tuned'

/** The name under which software of this published name was calibrated; undefined where it is none of them. */
export function softwareOf(published: string): string | undefined {
  return NAMES.find(([words]) => words.test(published))?.[1]
}

/** Runs of the general servers before this year have coefficients of their own, by a suffix. */
const OLD_BEFORE = 2025
const AGED = new Set(['vllm', 'tensorrt-llm', 'deepspeed', 'deepspeed-mii', 'sambaflow'])
export const OLD_SUFFIX = '-2024'
const ENGINE_SUFFIX = '-engine'

/** Software as a query names it, from its published name and date. */
export function softwareAt(published: string, year: number | undefined): string | undefined {
  const name = softwareOf(published)
  if (name === undefined || year === undefined || year >= OLD_BEFORE) return name
  const general = name.replace(ENGINE_SUFFIX, '')
  return AGED.has(general) ? `${general}${OLD_SUFFIX}` : name
}

/**
 * vLLM called by its own benchmarks, without a server, is software of its own on the hardware that was measured so (AMD's
 * tables): what requests take is not in it.
 */
export const IN_PROCESS_SUFFIX = '-in-process'
const MEASURED_IN_PROCESS = 'ROCm'

/** Software as a query names it where it was given one batch from start to end. */
export function inOneBatch(software: string | undefined, ecosystem: string): string | undefined {
  const isMeasured = software === 'vllm' && ecosystem === MEASURED_IN_PROCESS
  return isMeasured ? `${software}${IN_PROCESS_SUFFIX}` : software
}

/**
 * Is it a run for most throughput by TensorRT-LLM's own benchmark (not TensorRT alone, as submissions name it): all requests
 * at once, settings mostly as they come, and memory set aside for a whole answer when a request begins?
 */
export function isBenchRun(published: string | undefined, scenario: string | undefined): boolean {
  if (published === undefined) return false
  if (/trtllm-bench/i.test(published)) return true
  return /trt-?llm|tensorrt-llm/i.test(published) && MOST_THROUGHPUT.test(scenario ?? '')
}

const MOST_THROUGHPUT = /offline|throughput|离线/i

/** Software that scatters alike: tuned for a benchmark, today's, that of 2024. */
export const SOFTWARE_AGES = ['tuned', 'now', 'old'] as const
export type SoftwareAge = (typeof SOFTWARE_AGES)[number]

export function softwareAge(software: string): SoftwareAge {
  if (software === TUNED_SOFTWARE) return 'tuned'
  return software.endsWith(OLD_SUFFIX) ? 'old' : 'now'
}

/** Such runs, and those of AWS Neuron, were one batch from start to end. */
export function isStaticSoftware(software: string | undefined): boolean {
  return software !== undefined && (software.endsWith(OLD_SUFFIX) || software === 'neuronx')
}

/** `2026-03-25` and `2025-04` as a year with its fraction, the middle of the month. */
export function yearOf(date: string): number {
  const month = Number(date.slice(5, 7)) || 6
  return Number(date.slice(0, 4)) + (month - 0.5) / 12
}

/**
 * Runs of DeepSeek-R1 on this release are twice as fast as those before and after it on the same hardware: they must
 * have drafted tokens, though they do not say so. What they tell is kept apart.
 */
const UNSAID_DRAFTING = /rc6\.post3/
export const DRAFTING_SUFFIX = '-drafting'

export function draftsUnsaid(published: string, modelId: string): boolean {
  return modelId === 'deepseek-r1' && UNSAID_DRAFTING.test(published)
}
