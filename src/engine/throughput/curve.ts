import type { Prefill } from '../../plan/schema/supply.ts'
import type { Anchor } from './anchors/anchorStep.ts'
import type { Factors } from './factors/factors.ts'
import { shippedFactors } from './factors/shippedFactors.ts'
import { type DeployedPrediction, type DeployedQuery, predictDeployedBand } from './predictDeployed.ts'
import type { ServingQuery } from './query.ts'
import { sizesOfServer } from './step/place.ts'

const CONCURRENCIES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]

/**
 * Throughput against interactivity: at each number of sequences in flight the best replica that holds them. With prompts on
 * accelerators of their own it is the replicas that answer whose size and sequences are varied. Points that another one
 * beats in both tokens per second per accelerator and time per token are left out.
 */
export function throughputCurve(
  query: ServingQuery,
  factors: Factors = shippedFactors(),
  anchors: readonly Anchor[] = [],
  prefill: Prefill = 'chunked',
): DeployedPrediction[] {
  const points = [
    ...(prefill === 'disaggregated' ? [] : pointsOf(query, 'chunked', factors, anchors)),
    ...(prefill === 'chunked' ? [] : pointsOf(query, 'disaggregated', factors, anchors)),
  ]
  return points
    .filter((point) => !points.some((other) => beats(other, point)))
    .sort((a, b) => a.tpotMs - b.tpotMs)
}

/** The query that yields a point of the curve of another. */
export function queryAt(
  query: ServingQuery,
  { system, accelCount, batch: concurrency }: DeployedPrediction,
): DeployedQuery {
  if (system === null) return { ...query, accelCount, concurrency }
  const { decodeAccelCount, decodeSpread: spread } = system
  return { ...query, accelCount: decodeAccelCount, spread, concurrency, prefill: 'disaggregated' }
}

function pointsOf(
  query: ServingQuery,
  prefill: Prefill,
  factors: Factors,
  anchors: readonly Anchor[],
): DeployedPrediction[] {
  const sizes = query.accelCount === undefined ? sizesOfServer(query.accelerator) : [query.accelCount]
  const canSpread = prefill === 'disaggregated' && query.model.arch === 'MoE' && query.spread === undefined
  const ways = canSpread ? [query, { ...query, spread: 'expert' as const }] : [query]
  return ways.flatMap((way) =>
    sizes.flatMap((accelCount) =>
      CONCURRENCIES.map((concurrency) =>
        predictDeployedBand({ ...way, accelCount, concurrency }, prefill, factors, anchors),
      ).filter((point, index) => point.isFeasible && point.batch === CONCURRENCIES[index]),
    ),
  )
}

function beats(other: DeployedPrediction, point: DeployedPrediction): boolean {
  return other.tpotMs < point.tpotMs && other.outputTokSPerAccel > point.outputTokSPerAccel
}
