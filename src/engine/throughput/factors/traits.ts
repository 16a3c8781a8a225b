import { type ServingQuery, scenarioIn, softwareIn } from '../query.ts'
import { generationOf } from '../step/generation.ts'
import type { BasePart } from '../step/parts.ts'
import { type Lever, scaled } from './levers.ts'

interface TraitKind {
  readonly name: string
  readonly read: (query: ServingQuery) => string
  /** How far, in logarithms, the trait is expected to move each lever. */
  readonly levers: Partial<Record<Lever, number>>
}

function pairIn(query: ServingQuery): string {
  return `${query.model.id} ${query.accelerator.id} ${scenarioIn(query)}`
}

function attentionKind({ model }: ServingQuery): string {
  if (model.mlaKvLoraRank !== null) return 'latent'
  return model.recurrentStateElemsPerSeq === null ? 'standard' : 'recurrent'
}

/** Formats that the hardware does not multiply in are unpacked first: kernels of another kind. */
export function precisionIn({ precision, accelerator }: ServingQuery): string {
  const native: Readonly<Record<typeof precision, number | null>> = {
    bf16: 1,
    fp8: accelerator.fp8TflopsDense,
    int8: accelerator.int8TopsDense,
    fp4: accelerator.fp4TflopsDense,
    mxfp4: accelerator.fp4TflopsDense,
    int4: null,
  }
  return native[precision] === null ? `${precision} unpacked` : precision
}

/**
 * What the efficiency of a step depends on. A trait that was never measured changes nothing, so that an unknown
 * accelerator is predicted from its vendor and generation, and an unknown vendor from the mean of all. A vendor is known
 * by the programs written for it: the two of Intel have nothing in common. Most of what a vendor's rows of one software
 * show is of that software on it, so that old runs do not speak against new ones.
 */
export const TRAIT_KINDS: readonly TraitKind[] = [
  {
    name: 'vendor',
    read: ({ accelerator }) => accelerator.ecosystem,
    levers: scaled(0.05, {
      read: 1.5,
      matmul: 2,
      fixed: 2,
      link: 2,
      moeLayers: 1.5,
      prefill: 1,
      layers: 1,
      collectives: 1,
      cache: 1,
    }),
  },
  {
    name: 'generation',
    read: ({ accelerator }) => generationOf(accelerator),
    levers: scaled(0.08, {
      read: 1,
      matmul: 1.2,
      fixed: 1.2,
      link: 1.5,
      weights: 1,
      experts: 1,
      cache: 1,
      decode: 0.8,
      prefill: 1,
      layers: 1,
      collectives: 1,
    }),
  },
  {
    name: 'precision',
    read: precisionIn,
    levers: scaled(0.08, { weights: 1.5, experts: 1.5, matmul: 1.5, decode: 1, prefill: 1 }),
  },
  {
    name: 'software',
    read: softwareIn,
    levers: scaled(0.25, {
      matmul: 1,
      fixed: 1,
      cache: 1,
      prefill: 1,
      moeLayers: 1,
      decode: 0.8,
      layers: 0.8,
      collectives: 0.8,
      requests: 1.2,
      sequences: 1.2,
    }),
  },
  {
    name: 'software-precision',
    read: (query) => `${softwareIn(query)} ${precisionIn(query)}`,
    levers: scaled(0.28, { experts: 1, moeLayers: 1 }),
  },
  { name: 'attention', read: attentionKind, levers: scaled(0.25, { cache: 1, layers: 1, moeLayers: 1 }) },
  { name: 'accelerator', read: ({ accelerator }) => accelerator.id, levers: { all: 0.12 } },
  {
    name: 'vendor-software',
    read: (query) => `${query.accelerator.ecosystem} ${softwareIn(query)}`,
    levers: scaled(0.28, {
      all: 1.5,
      prefill: 1.5,
      matmul: 1.25,
      fixed: 1.25,
      read: 1,
      layers: 1,
      collectives: 1,
    }),
  },
  {
    name: 'generation-software',
    read: (query) => `${generationOf(query.accelerator)} ${softwareIn(query)}`,
    levers: scaled(0.28, { matmul: 1, prefill: 1, fixed: 1, read: 0.75, layers: 0.75 }),
  },
  {
    name: 'architecture',
    read: ({ model }) => model.arch,
    levers: scaled(0.1, {
      weights: 1,
      matmul: 1,
      layers: 1,
      collectives: 1,
      sequences: 1,
      decode: 0.5,
      prefill: 0.5,
    }),
  },
  { name: 'scenario', read: scenarioIn, levers: { all: 0.1 } },
  { name: 'model', read: ({ model }) => model.id, levers: { all: 0.05 } },
  {
    name: 'model-scenario',
    read: (query) => `${query.model.id} ${scenarioIn(query)}`,
    levers: { all: 0.1 },
  },
  { name: 'pair', read: pairIn, levers: { all: 0.1 } },
]

export function pairTrait(query: ServingQuery): string {
  return `pair:${pairIn(query)}`
}

export function precisionTrait(query: ServingQuery): string {
  return `precision:${precisionIn(query)}`
}

/** The traits of a query, each as `kind:value`, in the order of `TRAIT_KINDS`. */
export function traitsOf(query: ServingQuery): string[] {
  return TRAIT_KINDS.map(({ name, read }) => `${name}:${read(query)}`)
}

/** The trend of a software over the years stands under its name. */
export function trendOf(query: ServingQuery): string {
  return softwareIn(query)
}

/** Expected value of each coefficient and how far, in logarithms, it may lie from it. */
export const BASE_PRIOR: Readonly<Record<BasePart, readonly [value: number, sd: number]>> = {
  weights: [1 / 0.7, 0.7],
  experts: [1 / 0.6, 0.7],
  cache: [1 / 0.6, 0.7],
  decode: [1 / 0.7, 0.3],
  decodeAttention: [1 / 0.3, 0.35],
  prefillAttention: [1 / 0.4, 0.35],
  prefill: [1 / 0.6, 0.3],
  layers: [40e-6, 0.7],
  moeLayers: [25e-6, 0.7],
  collectives: [10e-6, 0.7],
  link: [1 / 0.35, 0.7],
  // No row of the calibration spread its experts over servers: it stays what DeepSeek published of its own.
  allToAll: [1, 0.1],
  requests: [3e-3, 0.7],
  sequences: [5e-6, 0.7],
}

/**
 * The same of the exchange of prompts in submissions: all-reduces of megabytes reach about four fifths of a link, whoever
 * makes it, and few rows tell them from prefill. Elsewhere it takes what the exchange of answers takes a byte: what is
 * fitted of today's servers is of both together.
 */
export const PROMPT_LINK_PRIOR: readonly [value: number, sd: number] = [1 / 0.8, 0.3]

/**
 * Software of any name is expected to get faster by so much a year, in logarithms, and single ones by more or less: seven
 * months of InferenceX and two rounds of MLPerf on the same hardware both show about this.
 */
export const TREND_PRIOR = { mean: -0.2, sd: 0.08 }
