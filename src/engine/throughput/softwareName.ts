/** Serving software by the words in its published name, the first that matches. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/mii/i, 'deepspeed-mii'],
  [/deepspeed/i, 'deepspeed'],
  [/trt|tensorrt/i, 'tensorrt-llm'],
  [/vllm/i, 'vllm'],
  [/sglang/i, 'sglang'],
  [/neuron/i, 'neuronx'],
  [/sambaflow/i, 'sambaflow'],
]

/** MLPerf rows are tuned by the vendor for the benchmark, whatever the software under them is called. */
export const TUNED_SOFTWARE = 'mlperf-tuned'

/** The name under which software of this published name was calibrated; undefined where it is none of them. */
export function softwareOf(published: string): string | undefined {
  return NAMES.find(([words]) => words.test(published))?.[1]
}
