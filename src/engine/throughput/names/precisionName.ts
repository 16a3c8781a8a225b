import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../../../plan/catalog/modelRows.ts'
import type { Precision } from '../query.ts'

/** Precisions by their published names, the first that matches. */
const NAMES: readonly (readonly [RegExp, Precision])[] = [
  [/mxfp4/, 'mxfp4'],
  [/fp4|e2m1|[aw]4[aw]4/, 'fp4'],
  [/gptq.*8|int8/, 'int8'],
  [/int4|w4a|a\d+w4|awq|gptq|^4|4bit|bnb|bitsandbytes|nf4|^q4/, 'int4'],
  // Six bits are read at most a quarter faster and run at the rate of eight or four: taken as eight.
  [/fp[68]|float8|f8|e4m3|e5m2/, 'fp8'],
  [/w8a8|a8w8|w8a16|^8|8bit|^q8|smoothquant/, 'int8'],
  [/bf16|fp16|16|half|auto/, 'bf16'],
]

/** Models that are published in one precision, whatever a table calls it: experts of four bits, the rest in 16 or 8. */
const PUBLISHED_IN: readonly (readonly [RegExp, Precision])[] = [
  [/^gpt-oss/, 'mxfp4'],
  [/^deepseek-v4/, 'fp4'],
]

function publishedIn({ id }: ModelRow): Precision | undefined {
  return PUBLISHED_IN.find(([ids]) => ids.test(id))?.[1]
}

export function isPublishedInOne(model: ModelRow): boolean {
  return publishedIn(model) !== undefined
}

/** A published precision for a model; of most models MXFP4 is one more 4-bit format that quantises all matrices. */
export function precisionOf(published: string, model: ModelRow): Precision | undefined {
  const name = published.toLowerCase().replaceAll(/(?<=\d)[\s_-](?=bit)/g, '')
  const found = NAMES.find(([words]) => words.test(name))?.[1]
  return publishedIn(model) ?? (found === 'mxfp4' ? 'fp4' : found)
}

/** Words that stand in a column of precisions and name none. */
export function isUnsaidPrecision(published: string): boolean {
  return /^(native|default|mixed|auto|unknown|none|n\/?a|unspecified|compressed-tensors|modelopt|quark|-+|\?)$/i.test(
    published.trim(),
  )
}

/** What benchmarks are submitted in where they do not say: FP4 on hardware that has it, else FP8, INT8, 16 bits. */
export function lowestPrecision(accelerator: AcceleratorRow, model: ModelRow): Precision {
  const only = publishedIn(model)
  if (only !== undefined) return only
  if (accelerator.fp4TflopsDense !== null) return 'fp4'
  if (accelerator.fp8TflopsDense !== null) return 'fp8'
  return accelerator.int8TopsDense === null ? 'bf16' : 'int8'
}
