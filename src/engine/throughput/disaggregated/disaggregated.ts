import type { Factors } from '../factors/factors.ts'
import { resolveCoefficients } from '../factors/resolveCoefficients.ts'
import { shippedFactors } from '../factors/shippedFactors.ts'
import type { ServingQuery } from '../query.ts'
import { promptQueue, tailWaitS } from '../step/firstToken.ts'
import { memoryUsedGb } from '../step/limits.ts'
import type { Coefficients } from '../step/parts.ts'
import { place, sizesFor, spreadOver } from '../step/place.ts'
import { boardPowerW } from '../step/power.ts'

/** Prompts and answers on accelerators of their own, at the ratio that keeps both busy. */
export interface DisaggregatedPrediction {
  readonly isFeasible: boolean
  /** Per accelerator of either kind. */
  readonly outputTokSPerAccel: number
  readonly p10OutputTokSPerAccel: number
  readonly p90OutputTokSPerAccel: number
  /** Share of the accelerators that read prompts. */
  readonly prefillShare: number
  readonly prefillAccelCount: number
  readonly decodeAccelCount: number
  /** How a decode replica shares the model. */
  readonly decodeSpread: NonNullable<ServingQuery['spread']>
  readonly batch: number
  readonly concurrencyLatencyLimit: number
  readonly concurrencyMemoryLimit: number
  /** Of an accelerator that decodes. */
  readonly memoryUsedGb: number
  readonly tpotMs: number
  readonly ttftMs: number
  /** One prompt alone, and the share of their time that accelerators for prompts read: as much as the target allows. */
  readonly promptMs: number
  readonly prefillBusyShare: number
  /** Board power, W per accelerator that decodes; null where the catalog has no rating. */
  readonly powerW: number | null
}

/** Share of their time that the two kinds are busy: the rest is the mismatch of whole replicas and of arrivals. */
const PREFILL_BUSY = 0.9
export const DECODE_BUSY = 0.92
/** Network of an accelerator that the catalog says nothing of, Gbit/s. */
const USUAL_NETWORK_GBIT_S = 400

/** Times that the share of prompts is worked out again, where the load of a whole system is given. */
const ROUNDS = 3

/**
 * Accelerator-seconds per request, each kind at its best replica:
 *
 *   prefill  n / (busy / own prompt);   decode  n / (0.92 B / (step without prompts x output))
 *
 * Accelerators for prompts are busy for 0.90 of their time, or less where at random arrivals the P99 of the first token
 * would miss its target. The cache of a prompt goes over the network and adds to its first token. A concurrency is that
 * of one decode replica; with `mostAccelCount` it is that of a system of so many accelerators.
 */
export function predictDisaggregated(
  query: ServingQuery,
  factors: Factors = shippedFactors(),
): DisaggregatedPrediction {
  const coefficients = resolveCoefficients(factors, query)
  const domain = Math.max(1, query.accelerator.scaleupDomainSize ?? 1)
  const sizes = query.accelCount === undefined ? sizesFor(query) : [query.accelCount]
  const inside = sizes
    .filter((accelCount) => accelCount <= domain)
    .map((accelCount) => ({ ...query, accelCount }))
  const spread = spreadSizes(query, sizes, domain).map((accelCount) => ({ ...spreadOver(query), accelCount }))
  return [...inside, ...spread]
    .map((own) => predictAt(own, own.accelCount, coefficients, factors))
    .reduce((best, own) => (own.outputTokSPerAccel > best.outputTokSPerAccel ? own : best))
}

/** Widest spread of experts that decodes: measured systems go to 48. */
const WIDEST_SPREAD = 64

/** Sizes over which experts are spread inside the domain too: many sequences at once are decoded so; and those beyond it. */
function spreadSizes(query: ServingQuery, sizes: readonly number[], domain: number): readonly number[] {
  const beyond = sizes.filter((n) => n > domain)
  if (query.model.arch !== 'MoE' || query.accelCount !== undefined) return beyond
  const most = Math.min(WIDEST_SPREAD, domain, query.mostAccelCount ?? domain)
  return [...[2, 4, 8, 16, 32, 64].filter((n) => n <= most), ...beyond]
}

function predictAt(
  query: ServingQuery,
  decodeAccelCount: number,
  coefficients: Coefficients,
  factors: Factors,
): DisaggregatedPrediction {
  const { concurrency, mostAccelCount } = query
  if (concurrency === undefined || mostAccelCount === undefined) return pair(query, coefficients, factors)
  let prediction = pair(query, coefficients, factors)
  for (let round = 0; round < ROUNDS; round += 1) {
    const decoding = Math.max(decodeAccelCount, mostAccelCount * (1 - prediction.prefillShare))
    const each = Math.max(1, (concurrency * decodeAccelCount) / decoding)
    prediction = pair({ ...query, concurrency: each }, coefficients, factors)
  }
  return withinLittle(prediction, concurrency, mostAccelCount, query.outputTokens)
}

/** So many requests in flight yield no more than they can: a system with more accelerators than work leaves some idle. */
function withinLittle(
  own: DisaggregatedPrediction,
  concurrency: number,
  accelCount: number,
  outputTokens: number,
): DisaggregatedPrediction {
  const most = (1000 * concurrency) / (own.tpotMs + own.ttftMs / outputTokens) / accelCount
  const share = Math.min(1, most / own.outputTokSPerAccel)
  if (!(share < 1)) return own
  return {
    ...own,
    outputTokSPerAccel: own.outputTokSPerAccel * share,
    p10OutputTokSPerAccel: own.p10OutputTokSPerAccel * share,
    p90OutputTokSPerAccel: own.p90OutputTokSPerAccel * share,
  }
}

/** Both kinds at the sizes of the query. */
function pair(query: ServingQuery, coefficients: Coefficients, factors: Factors): DisaggregatedPrediction {
  const { accelerator, inputTokens, outputTokens } = query
  const decode = place(withoutPrompts(query), coefficients)
  const prefill = place({ ...query, concurrency: 1 }, coefficients)
  const { promptS } = promptQueue(query, prefill.layout, coefficients, 1, prefill.stepS)
  const networkS =
    (inputTokens * decode.layout.kvBytesPerToken * 8) /
    ((accelerator.scaleoutGbitSPerAccel ?? USUAL_NETWORK_GBIT_S) * 1e9 * prefill.layout.n)
  const busy = busyShare(query, promptS, networkS + decode.stepS)
  const prefillAccelS = (prefill.layout.n * promptS) / busy
  const decodeAccelS = (decode.layout.n * decode.stepS * outputTokens) / (DECODE_BUSY * decode.batch)
  const isFeasible = decode.batch >= 1 && prefill.batch >= 1 && busy > 0
  const { p10, p90 } = factors.disaggregated
  const outputTokS = isFeasible ? outputTokens / (prefillAccelS + decodeAccelS) : 0
  const used = Math.max(1, decode.batch)
  return {
    isFeasible,
    outputTokSPerAccel: outputTokS,
    p10OutputTokSPerAccel: outputTokS * p10,
    p90OutputTokSPerAccel: outputTokS * p90,
    prefillShare: isFeasible ? prefillAccelS / (prefillAccelS + decodeAccelS) : 0,
    prefillAccelCount: prefill.layout.n,
    decodeAccelCount: decode.layout.n,
    decodeSpread: decode.spread,
    batch: decode.batch,
    concurrencyLatencyLimit: decode.latencyLimit,
    concurrencyMemoryLimit: decode.memoryLimit,
    memoryUsedGb: memoryUsedGb(query, decode.layout, decode.batch),
    tpotMs: decode.stepS * 1000,
    ttftMs: (promptS * meanStay(query, busy) + networkS + decode.stepS) * 1000,
    promptMs: promptS * 1000,
    prefillBusyShare: busy,
    powerW: boardPowerW(query, decode.layout, coefficients, used, decode.stepS, factors.power),
  }
}

/** Answers alone: the target of the first token is for those that read the prompts. */
export function withoutPrompts({ ttftMs: _, ...query }: ServingQuery): ServingQuery {
  return { ...query, cacheHitShare: 1 }
}

/** Is the first token held to a target? Where a number in flight is given, the load is what it is. */
function targetS({ ttftMs, concurrency }: ServingQuery): number | undefined {
  return ttftMs === undefined || concurrency !== undefined ? undefined : ttftMs / 1000
}

const HALVINGS = 30

/** Largest share of their time that those who read prompts may be busy; 0 where one prompt alone is too late. */
function busyShare(query: ServingQuery, promptS: number, restS: number): number {
  const target = targetS(query)
  if (target === undefined) return PREFILL_BUSY
  const isInTime = (share: number) => promptS + tailWaitS(promptS, share) + restS <= target
  if (isInTime(PREFILL_BUSY)) return PREFILL_BUSY
  let low = 0
  let high = PREFILL_BUSY
  if (!isInTime(low)) return 0
  for (let n = 0; n < HALVINGS; n += 1) {
    const middle = (low + high) / 2
    if (isInTime(middle)) low = middle
    else high = middle
  }
  return low
}

/** Mean time of a prompt with its wait, over its own: at random arrivals prompts of one length wait as in M/D/1. */
function meanStay(query: ServingQuery, busy: number): number {
  return targetS(query) === undefined ? 1 / (1 - PREFILL_BUSY / 2) : 1 + busy / (2 * (1 - busy))
}
