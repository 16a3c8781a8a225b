import { type Coefficients, PARTS, type Part, stepParts } from './parts.ts'
import type { Placement } from './place.ts'
import type { ServingQuery } from './query.ts'
import { OLD_SUFFIX, TUNED_SOFTWARE } from './softwareName.ts'
import { softwareIn } from './traits.ts'

/** Parts of a step that are off together, and how far, in logarithms: in today's software and in that of 2024. */
interface Group {
  readonly parts: readonly Part[]
  readonly now: number
  readonly old: number
}

/**
 * How far a model on an accelerator may lie from what was fitted elsewhere. Set on runs of models and accelerators held
 * out (those of today on InferenceX alone): prompts are the least certain, and in 2024 the products of matrices.
 */
const GROUPS: readonly Group[] = [
  { parts: PARTS, now: 0.12, old: 0.08 },
  { parts: ['weights', 'experts'], now: 0.1, old: 0.33 },
  { parts: ['cache'], now: 0.4, old: 0.75 },
  { parts: ['layers', 'moeLayers', 'collectives'], now: 0.22, old: 0.1 },
  { parts: ['decode', 'decodeAttention'], now: 0.28, old: 3 },
  { parts: ['prefill', 'prefillAttention', 'requests'], now: 0.7, old: 0.25 },
  { parts: ['sequences'], now: 0.2, old: 0.95 },
  { parts: ['link', 'allToAll'], now: 0.5, old: 0.26 },
]
/** What only runs of like conditions share, and what two runs of the same conditions differ by. */
const NEAR = { now: 0.11, old: 0.145 }
const NOISE = { now: 0.04, old: 0.1 }

/** How what is near fades, per doubling. */
const DECAY = { batch: 0.05, accelCount: 0.14, inputTokens: 0.1, outputTokens: 0.1 }

/** Correlation of runs that differ in precision, in drafting, or in the name of the software; tuned and old ones apart. */
const OTHER_PRECISION = 0.4
const OTHER_DRAFTING = 0.5
const OTHER_SOFTWARE = 0.5
const OTHER_KIND = 0.1

/** A run as the kernel sees it: conditions, and how far each group of parts can move its step. */
export interface KernelPoint {
  readonly query: ServingQuery
  readonly age: 'now' | 'old'
  readonly placement: Placement
  /** By group: share of the step times how far it may be off. */
  readonly reach: readonly number[]
}

export function kernelPoint(
  query: ServingQuery,
  placement: Placement,
  coefficients: Coefficients,
): KernelPoint {
  const age = softwareIn(query).endsWith(OLD_SUFFIX) ? 'old' : 'now'
  const parts = stepParts(query, placement.layout, Math.max(1, placement.batch))
  const seconds = (part: Part) => parts[part] * coefficients[part]
  const reach = GROUPS.map(
    (group) => (group[age] * group.parts.reduce((sum, part) => sum + seconds(part), 0)) / placement.stepS,
  )
  return { query, age, placement, reach }
}

function kindOf(software: string): string {
  if (software.endsWith(OLD_SUFFIX)) return OLD_SUFFIX
  return software === TUNED_SOFTWARE ? software : ''
}

function likeness({ query: a }: KernelPoint, { query: b }: KernelPoint): number {
  const [software, other] = [softwareIn(a), softwareIn(b)]
  return (
    (a.precision === b.precision ? 1 : OTHER_PRECISION) *
    ((a.speculation === undefined) === (b.speculation === undefined) ? 1 : OTHER_DRAFTING) *
    (software === other ? 1 : kindOf(software) === kindOf(other) ? OTHER_SOFTWARE : OTHER_KIND)
  )
}

function nearCovariance(a: KernelPoint, b: KernelPoint): number {
  const doublings = (x: number, y: number) => Math.abs(Math.log2(Math.max(1, x) / Math.max(1, y)))
  const distance =
    DECAY.batch * doublings(a.placement.batch, b.placement.batch) +
    DECAY.accelCount * doublings(a.placement.layout.n, b.placement.layout.n) +
    DECAY.inputTokens * doublings(a.query.inputTokens, b.query.inputTokens) +
    DECAY.outputTokens * doublings(a.query.outputTokens, b.query.outputTokens)
  return NEAR[a.age] * NEAR[b.age] * Math.exp(-distance)
}

/** Covariance of how far the steps of two runs are off. */
export function covariance(a: KernelPoint, b: KernelPoint): number {
  const shared = a.reach.reduce((sum, own, group) => sum + own * b.reach[group]!, 0)
  return likeness(a, b) * (shared + nearCovariance(a, b))
}

/** Variance of what a run adds to that by itself. */
export function noiseVariance({ age }: KernelPoint): number {
  return NOISE[age] ** 2
}

/** By how much, in logarithms, each part of a query's step is off, given a run's share of the evidence. */
export function addShifts(
  shifts: Record<Part, number>,
  query: KernelPoint,
  run: KernelPoint,
  share: number,
): void {
  const own = likeness(query, run) * share
  GROUPS.forEach((group, g) => {
    for (const part of group.parts) shifts[part] += own * group[query.age] * run.reach[g]!
  })
  for (const part of PARTS) shifts[part] += own * nearCovariance(query, run)
}
