import type { Factors, Familiarity } from '../factors/factors.ts'
import { familiarityOf } from '../factors/familiarity.ts'
import { type SoftwareAge, softwareAge } from '../names/softwareName.ts'
import type { ServingQuery } from '../query.ts'
import { softwareIn } from '../query.ts'
import { type Coefficients, PARTS, type Part, stepParts } from '../step/parts.ts'
import type { Placement } from '../step/place.ts'

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
  { parts: ['link', 'promptLink', 'allToAll'], now: 0.5, old: 0.26 },
]
/** How little is known, as a multiple of that, where the fit saw more, or less, than the hardware: set on runs held out so. */
const LITTLE_KNOWN: Readonly<Record<Familiarity, number>> = {
  known: 0.4,
  'new-pair': 0.7,
  'new-model': 1,
  'new-sibling': 1.5,
  'new-accelerator': 1.5,
  'new-vendor': 1.5,
}
/** What only runs of like conditions share, and what two runs of the same conditions differ by. */
const NEAR = { now: 0.16, old: 0.145, tuned: 0.104 }
const NOISE = { now: 0.04, old: 0.1, tuned: 0.03 }

/** How what is near fades, per doubling. */
const DECAY = { batch: 0.05, accelCount: 0.14, inputTokens: 0.1, outputTokens: 0.1 }

/** Correlation of runs that differ in precision, in drafting, or in the name of the software; tuned and old ones apart. */
const OTHER_PRECISION = 0.4
const OTHER_DRAFTING = 0.5
const OTHER_SOFTWARE = 0.5
const OTHER_KIND = 0.1
/**
 * And of submissions in another scenario, of another round, and from a system of another size (one accelerator speaks for
 * all): set on MLPerf v4.1 and v5.0 with pairs and accelerators held out.
 */
const OTHER_SCENARIO = 0.6
const OTHER_ROUND = 0.4
const OTHER_SYSTEM = 0.6

/** A run as the kernel sees it: conditions, and how far each group of parts can move its step. */
export interface KernelPoint {
  readonly query: ServingQuery
  /** Today's software, that of 2024, or tuned for a benchmark: there what a run is off by is of no part but of the tuning. */
  readonly age: SoftwareAge
  readonly placement: Placement
  /** By group: how far its parts may be off, in logarithms; and that times its share of the step. */
  readonly off: readonly number[]
  /** What it shares with runs of like conditions alone. */
  readonly near: number
  readonly reach: readonly number[]
}

export function kernelPoint(
  query: ServingQuery,
  placement: Placement,
  coefficients: Coefficients,
  little: number,
): KernelPoint {
  const age = softwareAge(softwareIn(query))
  const parts = stepParts(query, placement.layout, Math.max(1, placement.batch))
  const seconds = (part: Part) => parts[part] * coefficients[part]
  const off = GROUPS.map((group) => (age === 'tuned' ? 0 : group[age]) * little)
  const reach = GROUPS.map(
    ({ parts: own }, g) => (off[g]! * own.reduce((sum, part) => sum + seconds(part), 0)) / placement.stepS,
  )
  return { query, age, placement, off, reach, near: NEAR[age] * Math.min(1, little) }
}

/** Runs off by more than this many deviations say that less is known than was thought. */
const SURPRISING = 1.5

/**
 * How little is known of a pair: as the fit knows it, and less where its runs are further off than that allows, so that a
 * run that contradicts the model is followed.
 */
export function littleKnown(
  query: ServingQuery,
  factors: Pick<Factors, 'effects'>,
  deviationsOf: (little: number) => readonly number[],
): number {
  const expected = LITTLE_KNOWN[familiarityOf(factors, query)]
  const deviations = deviationsOf(expected)
  const meanSquare = deviations.reduce((sum, own) => sum + own * own, 0) / deviations.length
  const surprise = Math.max(1, Math.sqrt(meanSquare) / SURPRISING)
  return Math.max(expected, Math.min(LITTLE_KNOWN['new-vendor'], expected * surprise))
}

function likeness({ query: a, age }: KernelPoint, { query: b, age: otherAge }: KernelPoint): number {
  const isSameSoftware = softwareIn(a) === softwareIn(b)
  return (
    (a.precision === b.precision ? 1 : OTHER_PRECISION) *
    ((a.speculation === undefined) === (b.speculation === undefined) ? 1 : OTHER_DRAFTING) *
    (age === 'tuned' && otherAge === 'tuned' ? likenessOfSubmissions(a, b) : 1) *
    (isSameSoftware ? 1 : age === otherAge ? OTHER_SOFTWARE : OTHER_KIND)
  )
}

function likenessOfSubmissions(a: ServingQuery, b: ServingQuery): number {
  const size = (query: ServingQuery) => query.mostAccelCount ?? query.accelCount ?? 1
  const isOtherSize = size(a) !== size(b) && Math.min(size(a), size(b)) > 1
  return (
    (a.scenario === b.scenario ? 1 : OTHER_SCENARIO) *
    (a.year === b.year ? 1 : OTHER_ROUND) *
    (isOtherSize ? OTHER_SYSTEM : 1)
  )
}

function nearCovariance(a: KernelPoint, b: KernelPoint): number {
  const doublings = (x: number, y: number) => Math.abs(Math.log2(Math.max(1, x) / Math.max(1, y)))
  const distance =
    DECAY.batch * doublings(a.placement.batch, b.placement.batch) +
    DECAY.accelCount * doublings(a.placement.layout.n, b.placement.layout.n) +
    DECAY.inputTokens * doublings(a.query.inputTokens, b.query.inputTokens) +
    DECAY.outputTokens * doublings(a.query.outputTokens, b.query.outputTokens)
  return a.near * b.near * Math.exp(-distance)
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
    for (const part of group.parts) shifts[part] += own * query.off[g]! * run.reach[g]!
  })
  for (const part of PARTS) shifts[part] += own * nearCovariance(query, run)
}
