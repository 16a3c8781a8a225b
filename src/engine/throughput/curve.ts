import { type Coefficients, FIRST_FIT } from './coefficients.ts'
import { predictServing, sizesOf } from './predictServing.ts'
import type { ServingPrediction, ServingQuery } from './query.ts'

const CONCURRENCIES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096]

/**
 * Throughput against interactivity: at each number of sequences in flight the best replica that holds them. Points
 * that another one beats in both tokens per second per accelerator and time per token are left out.
 */
export function throughputCurve(query: ServingQuery, fit: Coefficients = FIRST_FIT): ServingPrediction[] {
  const points = sizesOf(query).flatMap((accelCount) =>
    CONCURRENCIES.map((concurrency) => predictServing({ ...query, accelCount, concurrency }, fit)).filter(
      (point, index) => point.isFeasible && point.batch === CONCURRENCIES[index],
    ),
  )
  return points
    .filter((point) => !points.some((other) => beats(other, point)))
    .sort((a, b) => a.tpotMs - b.tpotMs)
}

function beats(other: ServingPrediction, point: ServingPrediction): boolean {
  return other.tpotMs < point.tpotMs && other.outputTokSPerAccel > point.outputTokSPerAccel
}
