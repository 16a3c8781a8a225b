import type { StepFactors } from '../factors/factors.ts'
import { resolveCoefficients } from '../factors/resolveCoefficients.ts'
import type { ServingQuery } from '../query.ts'
import type { Coefficients, Part } from '../step/parts.ts'
import { PARTS, stepParts, stepTimeS } from '../step/parts.ts'
import { type Placement, place } from '../step/place.ts'
import { addShifts, covariance, type KernelPoint, kernelPoint, littleKnown, noiseVariance } from './kernel.ts'
import { solveSymmetric } from './symmetric.ts'

/** A measured point of the planner's own, preferred over the model near it. */
export interface Anchor {
  /** The conditions it was measured in, as a query. */
  readonly query: ServingQuery
  readonly outputTokSPerAccel: number
  /** A system with prompts and answers apart, of which `query` is the conditions: it speaks for such systems alone. */
  readonly isDisaggregated?: boolean
  /** File and row it came from. */
  readonly source: string
}

/** What the anchors near a query say. */
export interface Anchored {
  /** Seconds per unit of each part, as the anchors have them. */
  readonly coefficients: Coefficients
  /** Share of the standard deviation, in logarithms, that they leave; 1 without. */
  readonly left: number
  /** The anchor that says most. */
  readonly source: string | null
}

/** More anchors of one pair than this say nothing new. */
const MOST_ANCHORS = 40

/**
 * The most probable parts of a step, given measured runs of the same model on the same accelerator (a Gaussian
 * process): what a run was off by is laid on the parts that fill its step, in proportion to how little each is known,
 * so that a run of long answers says little of prompts. With the runs r and K of their covariances,
 *
 *   shift of a part = covariance of it with the runs x (K + noise)^-1 r
 */
export function anchorStep(
  query: ServingQuery,
  anchors: readonly Anchor[],
  factors: StepFactors,
  coefficients: Coefficients,
): Anchored {
  const none: Anchored = { coefficients, left: 1, source: null }
  const own = anchors.filter(
    ({ query: { accelerator, model }, isDisaggregated }) =>
      accelerator.id === query.accelerator.id && model.id === query.model.id && isDisaggregated !== true,
  )
  if (own.length === 0) return none
  const placement = place(query, coefficients)
  const known = own.flatMap((anchor) => runOf(anchor, factors))
  const little = littleKnown(query, factors, (expected) =>
    known.map((run) => {
      const point = run.pointAt(expected)
      return run.log / Math.sqrt(covariance(point, point) + noiseVariance(point))
    }),
  )
  const point = kernelPoint(query, placement, coefficients, little)
  const runs = known
    .map(({ pointAt, ...run }) => ({ ...run, point: pointAt(little) }))
    .map((run) => ({ ...run, shared: covariance(point, run.point) }))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MOST_ANCHORS)
  if (runs.length === 0) return none
  const { shifts, stepLog, left } = given(point, runs)
  return {
    coefficients: shifted(query, placement, coefficients, shifts, stepLog),
    left,
    source: runs[0]!.source,
  }
}

interface Run {
  readonly point: KernelPoint
  /** Logarithm of the measured step over the predicted one. */
  readonly log: number
  readonly source: string
}

function runOf(
  { query, outputTokSPerAccel, source }: Anchor,
  factors: StepFactors,
): (Omit<Run, 'point'> & { readonly pointAt: (little: number) => KernelPoint })[] {
  const coefficients = resolveCoefficients(factors, query)
  const placement = place(query, coefficients)
  if (placement.outputTokSPerAccel <= 0) return []
  const log = Math.log(placement.outputTokSPerAccel / outputTokSPerAccel)
  const pointAt = (little: number) => kernelPoint(query, placement, coefficients, little)
  return [{ pointAt, log, source }]
}

interface Shared extends Run {
  /** Covariance with the query. */
  readonly shared: number
}

interface Posterior {
  /** Logarithms by which each part is longer, and the step as a whole. */
  readonly shifts: Readonly<Record<Part, number>>
  readonly stepLog: number
  readonly left: number
}

function given(point: KernelPoint, runs: readonly Shared[]): Posterior {
  const solve = (right: readonly number[]) => solveSymmetric(covariances(runs), Float64Array.from(right))
  const evidence = solve(runs.map(({ log }) => log))
  const explained = solve(runs.map(({ shared }) => shared))
  const shifts = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>
  runs.forEach((run, i) => {
    addShifts(shifts, point, run.point, evidence[i]!)
  })
  const noise = noiseVariance(point)
  const prior = covariance(point, point) + noise
  const variance = prior - runs.reduce((sum, { shared }, i) => sum + shared * explained[i]!, 0)
  return {
    shifts,
    stepLog: runs.reduce((sum, { shared }, i) => sum + shared * evidence[i]!, 0),
    left: Math.sqrt(Math.max(noise, variance) / prior),
  }
}

function covariances(runs: readonly Run[]): Float64Array[] {
  return runs.map(({ point: a }, i) =>
    Float64Array.from(runs, ({ point: b }, j) => covariance(a, b) + (i === j ? noiseVariance(a) : 0)),
  )
}

/** Times that the scale of all parts is corrected: where a target limits the batch, a longer step holds fewer sequences. */
const CORRECTIONS = 8
const CLOSE = 1e-4

/**
 * Parts by their shifts, and all by what then makes tokens per second as much fewer as the runs say: large shifts do not
 * add up, and at a target the batch moves with the step.
 */
function shifted(
  query: ServingQuery,
  { layout, batch, stepS, outputTokSPerAccel }: Placement,
  coefficients: Coefficients,
  shifts: Readonly<Record<Part, number>>,
  stepLog: number,
): Coefficients {
  const own = Object.fromEntries(
    PARTS.map((part) => [part, coefficients[part] * Math.exp(shifts[part])]),
  ) as Coefficients
  const scaled = (by: number) =>
    Object.fromEntries(PARTS.map((part) => [part, own[part] * by])) as Coefficients
  let by = (stepS * Math.exp(stepLog)) / stepTimeS(stepParts(query, layout, Math.max(1, batch)), own)
  if (query.concurrency !== undefined || outputTokSPerAccel <= 0) return scaled(by)
  for (let correction = 0; correction < CORRECTIONS; correction += 1) {
    const now = place(query, scaled(by)).outputTokSPerAccel
    if (now <= 0) break
    const off = Math.log(now / outputTokSPerAccel) + stepLog
    if (Math.abs(off) < CLOSE) break
    by *= Math.exp(off / 2)
  }
  return scaled(by)
}
