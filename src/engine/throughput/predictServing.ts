import { type Coefficients, FIRST_FIT, FIRST_FIT_BAND } from './coefficients.ts'
import { firstTokenS } from './firstToken.ts'
import { type Layout, layoutOf } from './layout.ts'
import { latencyLimit, memoryLimit, memoryUsedGb } from './limits.ts'
import { boardPowerW } from './power.ts'
import type { ServingPrediction, ServingQuery } from './query.ts'
import { stepTimeS } from './stepTime.ts'

export type { ServingPrediction, ServingQuery } from './query.ts'

/** Widest tensor parallelism considered inside a scale-up domain. */
const WIDEST = 16

/**
 * Tokens per second of a model on an accelerator at a latency target: a KV roofline with fixed costs per step.
 *
 *   tokens per second per accelerator = B / TPOT / n x (1 + input / output)
 *
 * Over the tensor-parallel sizes n of the scale-up domain, the best feasible one.
 */
export function predictServing(query: ServingQuery, fit: Coefficients = FIRST_FIT): ServingPrediction {
  const all = sizesOf(query).map((n) => predictAt(query, layoutOf(query, n), fit))
  return all.reduce((best, own) => {
    if (own.isFeasible !== best.isFeasible) return own.isFeasible ? own : best
    return own.totalTokSPerAccel > best.totalTokSPerAccel ? own : best
  })
}

/** Tensor-parallel sizes of the scale-up domain. */
export function sizesOf({ accelerator, accelCount }: ServingQuery): number[] {
  if (accelCount !== undefined) return [accelCount]
  const domain = Math.max(1, Math.min(WIDEST, accelerator.scaleupDomainSize ?? 1))
  return [1, 2, 4, 8, 16].filter((n) => n <= domain)
}

function predictAt(query: ServingQuery, layout: Layout, fit: Coefficients): ServingPrediction {
  const memory = memoryLimit(query, layout)
  const latency = latencyLimit(query, layout, fit)
  const batch = Math.min(memory, query.concurrency ?? latency)
  const used = Math.max(1, batch)
  const tpotS = stepTimeS(query, layout, fit, used)
  const outputTokS = batch / tpotS / layout.n
  const powerW = boardPowerW(query, layout, used, tpotS)
  return {
    isFeasible: batch >= 1,
    accelCount: layout.n,
    batch,
    totalTokSPerAccel: outputTokS * (1 + query.inputTokens / query.outputTokens),
    outputTokSPerAccel: outputTokS,
    p10OutputTokSPerAccel: outputTokS * FIRST_FIT_BAND.p10,
    p90OutputTokSPerAccel: outputTokS * FIRST_FIT_BAND.p90,
    ttftMs: firstTokenS(query, layout, fit, used, tpotS) * 1000,
    tpotMs: tpotS * 1000,
    concurrencyLatencyLimit: latency,
    concurrencyMemoryLimit: memory,
    memoryUsedGb: memoryUsedGb(query, layout, batch),
    powerW,
    joulePerOutputToken: powerW === null || outputTokS <= 0 ? null : powerW / outputTokS,
  }
}
