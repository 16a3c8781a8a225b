import type { Anchor } from '../anchors/anchorStep.ts'
import { solveSymmetric } from '../anchors/symmetric.ts'
import type { Factors } from '../factors/factors.ts'
import { shippedFactors } from '../factors/shippedFactors.ts'
import type { ServingQuery } from '../query.ts'
import { softwareIn } from '../query.ts'
import { DECODE_BUSY, type DisaggregatedPrediction, predictDisaggregated } from './disaggregated.ts'

/** What measured systems say of another: a factor on its tokens per second, and the share of the deviation they leave. */
interface SystemAnchored {
  readonly factor: number
  readonly left: number
  /** The one that says most. */
  readonly source: string | null
}

export interface AnchoredSystem extends DisaggregatedPrediction {
  /** Source of the measured system nearest that it leans on; null without. */
  readonly anchor: string | null
  /** By which they lift the tokens per second that are derived; 1 without. */
  readonly anchorFactor: number
}

/** Separate prefill as derived, drawn towards measured systems of the same model on the same accelerator. */
export function predictSystem(
  query: ServingQuery,
  factors: Factors = shippedFactors(),
  anchors: readonly Anchor[] = [],
): AnchoredSystem {
  const own = predictDisaggregated(query, factors)
  if (!own.isFeasible) return { ...own, anchor: null, anchorFactor: 1 }
  const { factor, left, source } = anchorSystem({ query, load: loadOf(query, own) }, anchors, factors)
  const outputTokSPerAccel = own.outputTokSPerAccel * factor
  const bound = (derived: number) => outputTokSPerAccel * (derived / own.outputTokSPerAccel) ** left
  return {
    ...own,
    outputTokSPerAccel,
    p10OutputTokSPerAccel: bound(own.p10OutputTokSPerAccel),
    p90OutputTokSPerAccel: bound(own.p90OutputTokSPerAccel),
    tpotMs: own.tpotMs / factor,
    anchor: source,
    anchorFactor: factor,
  }
}

/** Accelerator-seconds that a call takes of either kind, before measured systems are heard. */
export function accelSeconds(
  own: AnchoredSystem,
  outputTokens: number,
): { readonly prompts: number; readonly answers: number } {
  const stepMs = own.tpotMs * own.anchorFactor
  return {
    prompts: (own.prefillAccelCount * own.promptMs) / 1000 / own.prefillBusyShare,
    answers: (own.decodeAccelCount * stepMs * outputTokens) / 1000 / (DECODE_BUSY * own.batch),
  }
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
/** As of one kind of accelerator: none of those rows drafted tokens. */
const OTHER_DRAFTING = 0.5

/** More systems of one pair than this say nothing new. */
const MOST_ANCHORS = 40

/** The most probable factor given measured systems of the same model on the same accelerator (a Gaussian process). */
function anchorSystem(asked: System, anchors: readonly Anchor[], factors: Factors): SystemAnchored {
  const runs = anchors
    .filter((own) => own.isDisaggregated === true && isSamePair(own.query, asked.query))
    .flatMap(({ query, outputTokSPerAccel, source }) => {
      const derived = predictDisaggregated(query, factors)
      if (!derived.isFeasible) return []
      const own = { query, load: loadOf(query, derived) }
      const log = Math.log(outputTokSPerAccel / derived.outputTokSPerAccel)
      return [{ ...own, log, source, shared: covariance(asked, own) }]
    })
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MOST_ANCHORS)
  if (runs.length === 0) return { factor: 1, left: 1, source: null }
  const shared = runs.map((run) => run.shared)
  const solve = (right: readonly number[]) =>
    solveSymmetric(
      runs.map((a, i) => Float64Array.from(runs, (b, j) => covariance(a, b) + (i === j ? NOISE ** 2 : 0))),
      Float64Array.from(right),
    )
  const evidence = solve(runs.map(({ log }) => log))
  const explained = solve(shared)
  const prior = DEVIATION ** 2 + NOISE ** 2
  const variance = prior - shared.reduce((sum, own, i) => sum + own * explained[i]!, 0)
  return {
    factor: Math.exp(shared.reduce((sum, own, i) => sum + own * evidence[i]!, 0)),
    left: Math.sqrt(Math.max(NOISE ** 2, variance) / prior),
    source: runs[0]!.source,
  }
}

function isSamePair(a: ServingQuery, b: ServingQuery): boolean {
  return a.accelerator.id === b.accelerator.id && a.model.id === b.model.id
}

/** A system and the sequences in flight per accelerator of either kind. */
interface System {
  readonly query: ServingQuery
  readonly load: number
}

/** As given of a whole system, else what its decode replicas hold. */
function loadOf({ concurrency, mostAccelCount }: ServingQuery, derived: DisaggregatedPrediction): number {
  if (concurrency !== undefined && mostAccelCount !== undefined) return concurrency / mostAccelCount
  return (derived.batch * (1 - derived.prefillShare)) / derived.decodeAccelCount
}

function covariance({ query: a, load }: System, { query: b, load: otherLoad }: System): number {
  const doublings = (x: number, y: number) => Math.abs(Math.log2(x / y))
  const distance =
    DECAY.load * doublings(load, otherLoad) +
    DECAY.tokens * (doublings(a.inputTokens, b.inputTokens) + doublings(a.outputTokens, b.outputTokens))
  const likeness =
    (a.precision === b.precision ? 1 : OTHER_PRECISION) *
    ((a.speculation === undefined) === (b.speculation === undefined) ? 1 : OTHER_DRAFTING) *
    (softwareIn(a) === softwareIn(b) ? 1 : OTHER_SOFTWARE)
  return DEVIATION ** 2 * likeness * Math.exp(-distance)
}
