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
  return sizes
    .map((accelCount) => {
      const own = accelCount > domain ? spreadOver(query) : query
      return predictAt({ ...own, accelCount }, accelCount, coefficients, factors)
    })
    .reduce((best, own) => (own.outputTokSPerAccel > best.outputTokSPerAccel ? own : best))
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
  return prediction
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
