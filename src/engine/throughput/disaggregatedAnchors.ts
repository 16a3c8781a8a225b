import { predictDisaggregated } from './disaggregated.ts'
import type { Factors } from './factors.ts'
import type { ServingQuery } from './query.ts'
import { solveSymmetric } from './symmetric.ts'
import { softwareIn } from './traits.ts'

/** A measured system with prompts and answers apart: its conditions, and output tokens per second per accelerator. */
export interface MeasuredSystem {
  readonly query: ServingQuery
  readonly outputTokSPerAccel: number
}

/** What such systems say of another: a factor on its tokens per second, and the share of the deviation they leave. */
export interface SystemAnchored {
  readonly factor: number
  readonly left: number
}

/**
 * How far systems lie from what is derived, in logarithms; what a run adds by itself; how what two share fades per doubling
 * of the load of an accelerator and of the lengths, and with another precision or software. Set on 176 such rows of
 * InferenceX.
 */
const DEVIATION = 0.22
const NOISE = 0.06
const DECAY = { load: 0.25, tokens: 0.05 }
const OTHER_PRECISION = 0.5
const OTHER_SOFTWARE = 0.5

/** The most probable factor given measured systems of the same model on the same accelerator (a Gaussian process). */
export function anchorSystem(
  query: ServingQuery,
  measured: readonly MeasuredSystem[],
  factors: Factors,
): SystemAnchored {
  const runs = measured.flatMap(({ query: own, outputTokSPerAccel }) => {
    const derived = predictDisaggregated(own, factors)
    return derived.isFeasible
      ? [{ query: own, log: Math.log(outputTokSPerAccel / derived.outputTokSPerAccel) }]
      : []
  })
  if (runs.length === 0) return { factor: 1, left: 1 }
  const shared = runs.map((run) => covariance(query, run.query))
  const solve = (right: readonly number[]) =>
    solveSymmetric(
      runs.map((a, i) =>
        Float64Array.from(runs, (b, j) => covariance(a.query, b.query) + (i === j ? NOISE ** 2 : 0)),
      ),
      Float64Array.from(right),
    )
  const evidence = solve(runs.map(({ log }) => log))
  const explained = solve(shared)
  const prior = DEVIATION ** 2 + NOISE ** 2
  const variance = prior - shared.reduce((sum, own, i) => sum + own * explained[i]!, 0)
  return {
    factor: Math.exp(shared.reduce((sum, own, i) => sum + own * evidence[i]!, 0)),
    left: Math.sqrt(Math.max(NOISE ** 2, variance) / prior),
  }
}

function covariance(a: ServingQuery, b: ServingQuery): number {
  const doublings = (x: number, y: number) => Math.abs(Math.log2(x / y))
  const load = ({ concurrency = 1, mostAccelCount = 1 }: ServingQuery) => concurrency / mostAccelCount
  const distance =
    DECAY.load * doublings(load(a), load(b)) +
    DECAY.tokens * (doublings(a.inputTokens, b.inputTokens) + doublings(a.outputTokens, b.outputTokens))
  const likeness =
    (a.precision === b.precision ? 1 : OTHER_PRECISION) *
    (softwareIn(a) === softwareIn(b) ? 1 : OTHER_SOFTWARE)
  return DEVIATION ** 2 * likeness * Math.exp(-distance)
}
