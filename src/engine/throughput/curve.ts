import type { Anchor } from './anchors.ts'
import type { Factors } from './factors.ts'
import { sizesUpTo } from './place.ts'
import { predictServing } from './predictServing.ts'
import type { ServingPrediction, ServingQuery } from './query.ts'
import { shippedFactors } from './shippedFactors.ts'

const CONCURRENCIES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]

/**
 * Throughput against interactivity: at each number of sequences in flight the best replica that holds them. Points
 * that another one beats in both tokens per second per accelerator and time per token are left out.
 */
export function throughputCurve(
  query: ServingQuery,
  factors: Factors = shippedFactors(),
  anchors: readonly Anchor[] = [],
): ServingPrediction[] {
  const sizes =
    query.accelCount === undefined
      ? sizesUpTo(Math.max(1, query.accelerator.scaleupDomainSize ?? 1))
      : [query.accelCount]
  const points = sizes.flatMap((accelCount) =>
    CONCURRENCIES.map((concurrency) =>
      predictServing({ ...query, accelCount, concurrency }, factors, anchors),
    ).filter((point, index) => point.isFeasible && point.batch === CONCURRENCIES[index]),
  )
  return points
    .filter((point) => !points.some((other) => beats(other, point)))
    .sort((a, b) => a.tpotMs - b.tpotMs)
}

function beats(other: ServingPrediction, point: ServingPrediction): boolean {
  return other.tpotMs < point.tpotMs && other.outputTokSPerAccel > point.outputTokSPerAccel
}
