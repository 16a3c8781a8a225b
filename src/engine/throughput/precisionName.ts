import type { AcceleratorRow, ModelRow } from '../../plan/catalog/rows.ts'
import type { Precision } from './query.ts'

/** Precisions by their published names, the first that matches. */
const NAMES: readonly (readonly [RegExp, Precision])[] = [
  [/mxfp4/, 'mxfp4'],
  [/fp4/, 'fp4'],
  [/int4|w4a|awq|gptq|^4|nf4|^q4/, 'int4'],
  [/fp8|float8|f8|e4m3|e5m2/, 'fp8'],
  [/int8|w8a8|w8a16|^8|^q8/, 'int8'],
  [/bf16|fp16|16|half|auto/, 'bf16'],
]

/**
 * A published precision for a model. gpt-oss is published in MXFP4 only, whatever a table calls it; of any other model
 * MXFP4 is one more 4-bit format that quantises all matrices.
 */
export function precisionOf(published: string, model: ModelRow): Precision | undefined {
  if (model.id.startsWith('gpt-oss')) return 'mxfp4'
  const found = NAMES.find(([words]) => words.test(published.toLowerCase()))?.[1]
  return found === 'mxfp4' ? 'fp4' : found
}

/** What benchmarks are submitted in where they do not say: FP4 on hardware that has it, else FP8, INT8, 16 bits. */
export function lowestPrecision(accelerator: AcceleratorRow, model: ModelRow): Precision {
  if (model.id.startsWith('gpt-oss')) return 'mxfp4'
  if (accelerator.fp4TflopsDense !== null) return 'fp4'
  if (accelerator.fp8TflopsDense !== null) return 'fp8'
  return accelerator.int8TopsDense === null ? 'bf16' : 'int8'
}
