import { type Factors, resolveCoefficients } from './factors.ts'
import { promptQueue } from './firstToken.ts'
import type { Coefficients } from './parts.ts'
import { place, sizesFor, spreadOver } from './place.ts'
import { boardPowerW } from './power.ts'
import type { ServingQuery } from './query.ts'
import { shippedFactors } from './shippedFactors.ts'

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
  readonly tpotMs: number
  readonly ttftMs: number
  /** Board power, W per accelerator that decodes; null where the catalog has no rating. */
  readonly powerW: number | null
}

/** Share of their time that the two kinds are busy: the rest is the mismatch of whole replicas and of arrivals. */
const PREFILL_BUSY = 0.9
const DECODE_BUSY = 0.92
/** Network of an accelerator that the catalog says nothing of, Gbit/s. */
const USUAL_NETWORK_GBIT_S = 400

/** Times that the share of prompts is worked out again, where the load of a whole system is given. */
const ROUNDS = 3

/**
 * Accelerator-seconds per request, each kind at its best replica:
 *
 *   prefill  n / (0.90 / own prompt);   decode  n / (0.92 B / (step without prompts x output))
 *
 * The cache of a prompt goes over the network and adds to its first token. A concurrency is that of one decode
 * replica; with `mostAccelCount` it is that of a system of so many accelerators.
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
  const decode = place({ ...query, cacheHitShare: 1 }, coefficients)
  const prefill = place({ ...query, concurrency: 1 }, coefficients)
  const { promptS } = promptQueue(query, prefill.layout, coefficients, 1, prefill.stepS)
  const prefillAccelS = (prefill.layout.n * promptS) / PREFILL_BUSY
  const decodeAccelS = (decode.layout.n * decode.stepS * outputTokens) / (DECODE_BUSY * decode.batch)
  const networkS =
    (inputTokens * decode.layout.kvBytesPerToken * 8) /
    ((accelerator.scaleoutGbitSPerAccel ?? USUAL_NETWORK_GBIT_S) * 1e9 * prefill.layout.n)
  const isFeasible = decode.batch >= 1 && prefill.batch >= 1
  const { p10, p90 } = factors.disaggregated
  const outputTokS = isFeasible ? outputTokens / (prefillAccelS + decodeAccelS) : 0
  return {
    isFeasible,
    outputTokSPerAccel: outputTokS,
    p10OutputTokSPerAccel: outputTokS * p10,
    p90OutputTokSPerAccel: outputTokS * p90,
    prefillShare: prefillAccelS / (prefillAccelS + decodeAccelS),
    prefillAccelCount: prefill.layout.n,
    decodeAccelCount: decode.layout.n,
    decodeSpread: decode.spread,
    batch: decode.batch,
    tpotMs: decode.stepS * 1000,
    ttftMs: (promptS / (1 - PREFILL_BUSY / 2) + networkS + decode.stepS) * 1000,
    powerW: boardPowerW(
      query,
      decode.layout,
      coefficients,
      Math.max(1, decode.batch),
      decode.stepS,
      factors.power,
    ),
  }
}
