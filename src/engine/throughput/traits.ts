import { generationOf } from './generation.ts'
import type { Part } from './parts.ts'
import type { ServingQuery } from './query.ts'

/** What a trait may change: one part of the step, or all of it. */
export type Lever = Part | 'all'

/** Software that is assumed where a query names none. */
const USUAL_SOFTWARE = 'vllm'

interface TraitKind {
  readonly name: string
  readonly read: (query: ServingQuery) => string
  readonly levers: readonly Lever[]
  /** How far, in logarithms, the trait is expected to move a lever. */
  readonly priorSd: number
}

const HARDWARE = [
  'weights',
  'experts',
  'cache',
  'decode',
  'prefill',
  'layers',
  'link',
  'collectives',
] as const

const scenarioIn = ({ scenario }: ServingQuery) => scenario ?? 'closed-loop'
const softwareIn = (query: ServingQuery) => query.software ?? USUAL_SOFTWARE

function attentionKind({ model }: ServingQuery): string {
  if (model.mlaKvLoraRank !== null) return 'latent'
  return model.recurrentStateElemsPerSeq === null ? 'standard' : 'recurrent'
}

/**
 * What the efficiency of a step depends on. A trait that was never measured changes nothing, so that an unknown
 * accelerator is predicted from its vendor and generation, and an unknown vendor from the mean of all.
 */
export const TRAIT_KINDS: readonly TraitKind[] = [
  {
    name: 'vendor',
    read: ({ accelerator }) => accelerator.vendor,
    levers: [...HARDWARE, 'moeLayers', 'sequences'],
    priorSd: 0.35,
  },
  {
    name: 'generation',
    read: ({ accelerator }) => generationOf(accelerator),
    levers: HARDWARE,
    priorSd: 0.25,
  },
  {
    name: 'precision',
    read: ({ precision }) => precision,
    levers: ['weights', 'experts', 'decode', 'prefill'],
    priorSd: 0.2,
  },
  {
    name: 'software',
    read: softwareIn,
    levers: ['cache', 'decode', 'prefill', 'layers', 'moeLayers', 'collectives', 'requests', 'sequences'],
    priorSd: 0.35,
  },
  {
    name: 'software-precision',
    read: (query) => `${softwareIn(query)} ${query.precision}`,
    levers: ['experts', 'moeLayers'],
    priorSd: 0.4,
  },
  { name: 'attention', read: attentionKind, levers: ['cache', 'layers', 'moeLayers'], priorSd: 0.25 },
  { name: 'accelerator', read: ({ accelerator }) => accelerator.id, levers: ['all'], priorSd: 0.12 },
  {
    name: 'vendor-software',
    read: (query) => `${query.accelerator.vendor} ${softwareIn(query)}`,
    levers: ['all'],
    priorSd: 0.15,
  },
  {
    name: 'architecture',
    read: ({ model }) => model.arch,
    levers: ['weights', 'decode', 'prefill', 'layers', 'collectives', 'sequences'],
    priorSd: 0.1,
  },
  { name: 'scenario', read: scenarioIn, levers: ['all'], priorSd: 0.1 },
  { name: 'model', read: ({ model }) => model.id, levers: ['all'], priorSd: 0.05 },
  {
    name: 'model-scenario',
    read: (query) => `${query.model.id} ${scenarioIn(query)}`,
    levers: ['all'],
    priorSd: 0.1,
  },
  {
    name: 'pair',
    read: (query) => `${query.model.id} ${query.accelerator.id} ${scenarioIn(query)}`,
    levers: ['all'],
    priorSd: 0.1,
  },
]

/** The traits of a query, each as `kind:value`, in the order of `TRAIT_KINDS`. */
export function traitsOf(query: ServingQuery): string[] {
  return TRAIT_KINDS.map(({ name, read }) => `${name}:${read(query)}`)
}

/** The trend of a software over the years stands under its name. */
export function trendOf(query: ServingQuery): string {
  return softwareIn(query)
}

/** Expected value of each coefficient and how far, in logarithms, it may lie from it. */
export const BASE_PRIOR: Readonly<Record<Part, readonly [value: number, sd: number]>> = {
  weights: [1 / 0.7, 0.7],
  experts: [1 / 0.6, 0.7],
  cache: [1 / 0.6, 0.7],
  decode: [1 / 0.65, 0.7],
  decodeAttention: [1 / 0.3, 0.35],
  prefillAttention: [1 / 0.4, 0.35],
  prefill: [1 / 0.6, 0.7],
  layers: [40e-6, 0.7],
  moeLayers: [25e-6, 0.7],
  collectives: [10e-6, 0.7],
  link: [1 / 0.35, 0.7],
  requests: [3e-3, 0.7],
  sequences: [5e-6, 0.7],
}

export const TREND_PRIOR_SD = 0.1
