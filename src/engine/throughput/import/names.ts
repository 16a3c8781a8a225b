import { getAccelerator, getModel } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { AcceleratorRow, ModelRow } from '../../../plan/catalog/rows.ts'
import { AppFault } from '../../../plan/fault.ts'

/** Ends of published model names that say how a checkpoint was made, not which model it is. */
const MODEL_END =
  /[-_.](instruct|chat|it|hf|fp8|nvfp4|mxfp4|fp4|int4|int8|awq|gptq|w4a16|w8a8|bf16|fp16|dynamic|block|kv|v\d+(\.\d+)?|\d{4})$/i

/** The catalog's model for a published name, such as `meta-llama/Llama-3.1-70B-Instruct-FP8`. */
export function findModel(catalog: Catalog, published: string): ModelRow | undefined {
  let name = published.slice(published.lastIndexOf('/') + 1)
  for (;;) {
    const found = attempt(() => getModel(catalog, name))
    if (found) return found
    const shorter = name.replace(MODEL_END, '')
    if (shorter === name) return undefined
    name = shorter
  }
}

/** The catalog's accelerator for a published name, such as `h200-sxm` or the runner label `b200-trt`. */
export function findAccelerator(catalog: Catalog, published: string): AcceleratorRow | undefined {
  const whole = attempt(() => getAccelerator(catalog, published))
  return whole ?? attempt(() => getAccelerator(catalog, published.split(/[-_]/)[0] ?? ''))
}

/** Precision that the name of a checkpoint carries. */
export function precisionInName(published: string): string | undefined {
  return /nvfp4|mxfp4|fp4|fp8|int4|int8|w4a16|w8a8|awq|gptq/i.exec(published)?.[0].toLowerCase()
}

function attempt<T>(get: () => T): T | undefined {
  try {
    return get()
  } catch (error) {
    if (error instanceof AppFault) return undefined
    throw error
  }
}
