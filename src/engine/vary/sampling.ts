import type { Distribution } from '../../plan/cases/sweepSpec.ts'
import { AppFault } from '../../plan/fault.ts'
import { uniform } from '../audit/year/random.ts'

interface Correlation {
  readonly a: number
  readonly b: number
  readonly rank: number
}

/**
 * Draw number `index` of every input, the same on every machine and whatever was drawn before it, so that a sweep may
 * be taken up where it stopped.
 *
 * Rank correlation by a Gaussian copula: normals correlated by r = 2 sin(pi rank / 6) have that Spearman correlation;
 * each is then taken to its own distribution through its share of the normal.
 */
export function drawInputs(
  distributions: readonly Distribution[],
  correlations: readonly Correlation[],
  seed: number,
  index: number,
): number[] {
  const random = uniform(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  const independent = distributions.map(() => normalQuantile(random()))
  const factor = cholesky(distributions.length, correlations)
  return distributions.map((distribution, row) => {
    const z = factor[row]!.reduce((sum, own, column) => sum + own * independent[column]!, 0)
    return quantile(distribution, normalShare(z))
  })
}

/** Value below which a distribution lies with probability p. */
export function quantile(own: Distribution, p: number): number {
  switch (own.shape) {
    case 'uniform':
      return own.low + p * (own.high - own.low)
    case 'triangular': {
      const { low, mode, high } = own
      const width = high - low
      if (width <= 0) return mode
      const turn = (mode - low) / width
      return p < turn
        ? low + Math.sqrt(p * width * (mode - low))
        : high - Math.sqrt((1 - p) * width * (high - mode))
    }
    case 'normal':
      return own.mean + own.deviation * normalQuantile(p)
    case 'lognormal':
      return own.median * Math.exp(own.logDeviation * normalQuantile(p))
    case 'discrete': {
      const all = own.values.reduce((sum, { weight }) => sum + weight, 0)
      let below = 0
      for (const { value, weight } of own.values) {
        below += weight
        if (p * all < below) return value
      }
      return own.values.at(-1)!.value
    }
    default:
      return own satisfies never
  }
}

/** Lower triangle L with L L' = R; throws where the correlations contradict one another. */
function cholesky(size: number, correlations: readonly Correlation[]): number[][] {
  const matrix = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => Number(i === j)),
  )
  for (const { a, b, rank } of correlations) {
    if (a === b || a >= size || b >= size)
      throw badCorrelation({ a, b, rank }, 'two inputs by their places in the list')
    matrix[a]![b] = matrix[b]![a] = 2 * Math.sin((Math.PI * rank) / 6)
  }
  const lower = matrix.map((row) => row.map(() => Number(0)))
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const dot = lower[i]!.slice(0, j).reduce((sum, own, k) => sum + own * lower[j]![k]!, 0)
      if (i !== j) lower[i]![j] = (matrix[i]![j]! - dot) / lower[j]![j]!
      else {
        if (1 - dot <= 1e-9) throw badCorrelation(correlations, 'correlations that can hold together')
        lower[i]![i] = Math.sqrt(1 - dot)
      }
    }
  }
  return lower
}

function badCorrelation(value: unknown, expected: string): AppFault {
  return new AppFault('bad-input', 'The correlations are wrong', [{ path: 'correlations', value, expected }])
}

/** Abramowitz and Stegun 7.1.26, within 1.5e-7. */
function normalShare(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const erf = 1 - poly * Math.exp(-x * x)
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2
}

const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
]
const B = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572]
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416]

/** Acklam's rational approximation of the inverse normal, within 1.2e-9. */
export function normalQuantile(share: number): number {
  const p = Math.min(1 - 1e-12, Math.max(1e-12, share))
  const poly = (own: readonly number[], x: number) => own.reduce((sum, factor) => sum * x + factor, 0)
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p))
    return poly(C, q) / (poly(D, q) * q + 1)
  }
  if (p > 1 - 0.02425) return -normalQuantile(1 - p)
  const q = p - 0.5
  const r = q * q
  return (poly(A, r) * q) / (poly(B, r) * r + 1)
}
