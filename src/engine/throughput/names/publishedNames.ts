import { getAccelerator, getModel } from '../../../catalog/find.ts'
import { nameKey } from '../../../catalog/nameKey.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../../../plan/catalog/modelRows.ts'
import { AppFault } from '../../../plan/fault.ts'
import { catalogWording } from './acceleratorWording.ts'

/**
 * Words of a published model name that say how a checkpoint was made, tuned or quantised, not which model it is. What
 * is left over otherwise makes it another model: `DeepSeek-R1-Distill-Llama-70B` is no DeepSeek-R1.
 */
const MADE =
  /^(instruct|chat|it|hf|base|edge|bnb|channel|thinking|reasoning|exp|speciale|terminus|preview|turbo|tput|maas|fast|latest|[wa]?(fp8|mxfp4|mxfp6|mxfp8|fp4|int4|int8)|kvfp8|nvfp4|ocp|moe|awq|gptq|gguf|q\d(_\w+)?|autoround|quark|marlin|quantized(\.w\da\d+)?|w4a16|w8a8|w4a8|w8a16|bf16|fp16|bfloat16|float16|a16|a8|g128|dynamic|static|block|tensor|kv|kvcache|mtp|eagle3?|ptpc|tensorwise|datacenter|server|offline|interactive|99(\.9)?|\d+k|1m|v\d+(\.\d+)?|\d{4}|[48]bit|vl|scale|uint8|mlperf)$/i

/** Names that are no form of the catalog's name, and the row that has the shape of what they name. */
const SAME_SHAPE: readonly (readonly [RegExp, string])[] = [
  [/distill-llama-70b|nemotron-70b/i, 'llama-3.1-70b'],
  [/distill-llama-8b/i, 'llama-3.1-8b'],
  [/distill-qwen-7b/i, 'qwen2.5-7b'],
  [/^(dsv|deepseek-v|深度求索-?v)3\.?2/i, 'deepseek-v3.2'],
  [/^((dsr1|dsv3|deepseek-?(r1|v3|chat|reasoner))\b|deepseek$|深度求索-?v3)/i, 'deepseek-r1'],
  [/^(dsv|deepseek-?v)4$/i, 'deepseek-v4-pro'],
  [/^kimi-?k2\.[5-9]/i, 'kimi-k2.5'],
  [/^qwen-?3\.5$/i, 'qwen3.5-397b-a17b'],
  [/^glm-?5$/i, 'glm-5'],
  [/^minimax-?m2(\.\d)?$/i, 'minimax-m2.5'],
  [/^gpt-?oss$/i, 'gpt-oss-120b'],
  [/^llama-?70b$/i, 'llama-3.1-70b'],
  [/^mixtral$/i, 'mixtral-8x7b'],
  [/^qwen-?3-vl$/i, 'qwen3-235b-a22b'],
  [/^qwen-?3-coder$/i, 'qwen3-coder-480b-a35b'],
  [/^mistral-small-3(\.\d)?$/i, 'mistral-small-24b'],
]
/** Makers that some put before the name, and words that some put in its middle. */
const MAKER = /^(meta|nvidia|openai|google|microsoft|ibm|amd|alibaba|moonshot(ai)?|zhipu)$/i
const TUNED = /^(instruct|chat)$/i

/** The catalog's model for a published name, such as `nvidia/Llama-3.3-70B-Instruct-FP4`. */
export function findModel(catalog: Catalog, published: string): ModelRow | undefined {
  const own = published.slice(published.lastIndexOf('/') + 1).replace(/(\d)_(\d)/g, '$1.$2')
  const words = wordsOf(own)
  const plain = words.filter((word, at) => !TUNED.test(word) && !(at === 0 && MAKER.test(word)))
  const found = nameOf(catalog, words) ?? nameOf(catalog, plain)
  if (found) return found
  const shape = SAME_SHAPE.find(([names]) => names.test(own.trim().replaceAll(/[\s_]+/g, '-')))?.[1]
  return shape === undefined ? bySize(catalog, plain) : attempt(() => getModel(catalog, shape))
}

/** The longest start of the words that is a name of the catalog, where the rest says how it was made. */
function nameOf(catalog: Catalog, words: readonly string[]): ModelRow | undefined {
  for (let count = words.length; count > 0; count -= 1) {
    const rest = words.slice(count)
    if (!rest.every((word) => MADE.test(word))) break
    const found = attempt(() => getModel(catalog, words.slice(0, count).join('-')))
    if (found) return found
  }
  return undefined
}

/** `Qwen3-235B` for `Qwen3-235B-A22B`: a name without its active parameters, where only one has it. */
function bySize({ models }: Catalog, words: readonly string[]): ModelRow | undefined {
  const start = `${nameKey(words.filter((word) => !MADE.test(word)).join('-'))}a`
  const found = models.filter(({ model }) => nameKey(model).startsWith(start))
  return found.length === 1 && /\db$/.test(start.slice(0, -1)) ? found[0] : undefined
}

/** Parts of a board, of which no row speaks. */
const PARTIAL = /\bmig\b|vgpu|\b\dg\.\d+gb/i

/** What stands between accelerators of two kinds that ran together. */
const TOGETHER = /\s*[+&]\s*|\s+(?:and|with)\s+|\s+\/\s+/i

/**
 * The catalog's accelerator for a published name, such as `NVIDIA H100-SXM-80GB`, `b200-trt` or `DGX H200`. Undefined for
 * `H100 + H200`, which is neither.
 */
export function findAccelerator(catalog: Catalog, published: string): AcceleratorRow | undefined {
  const whole = attempt(() => getAccelerator(catalog, published))
  if (whole || PARTIAL.test(published)) return whole
  const each = published.split(TOGETHER)
  if (each.length === 1) return byWords(catalog, published)
  const ids = new Set(each.map((own) => byWords(catalog, own)?.id).filter((id) => id !== undefined))
  return ids.size > 1 ? undefined : byWords(catalog, published)
}

/** The longest run of words that is a name of the catalog. */
function byWords(catalog: Catalog, published: string): AcceleratorRow | undefined {
  const name = catalogWording(published)
  const words = wordsOf(name).map((word) => word.replace(/^(sxm|oam|pcie)\d$/i, '$1'))
  for (let count = words.length; count > 0; count -= 1) {
    for (let start = 0; start + count <= words.length; start += 1) {
      const found = attempt(() => getAccelerator(catalog, words.slice(start, start + count).join(' ')))
      if (found) return found
    }
  }
  return undefined
}

function wordsOf(name: string): string[] {
  return name.split(/[\s\-_/()[\],:]+/).filter((word) => word !== '')
}

/** The same, or a fault that names what was asked for and rows that are near. */
export function getPublishedAccelerator(catalog: Catalog, published: string): AcceleratorRow {
  return findAccelerator(catalog, published) ?? getAccelerator(catalog, published)
}

export function getPublishedModel(catalog: Catalog, published: string): ModelRow {
  return findModel(catalog, published) ?? getModel(catalog, published)
}

/** Checkpoints whose weights were trained in four bits; others made of them say so in their names. */
const TRAINED_IN_INT4 = /kimi[-_ ]?k2([-_ ]thinking|[._][5-9])/i

/** Precision that the name of a checkpoint carries, or that it was published in. */
export function precisionInName(published: string): string | undefined {
  const said =
    /nvfp4|mxfp[468]|fp[48]|(gptq|awq)([-_]?(int)?[48])?|int[48]|w\d+a\d+|\b[48][-_]?bit|bf16/i.exec(
      published,
    )
  return said?.[0].toLowerCase() ?? (TRAINED_IN_INT4.test(published) ? 'int4' : undefined)
}

function attempt<T>(get: () => T): T | undefined {
  try {
    return get()
  } catch (error) {
    if (error instanceof AppFault) return undefined
    throw error
  }
}
