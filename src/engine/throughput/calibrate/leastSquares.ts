import { solveSymmetric } from '../anchors/symmetric.ts'

/** One residual of a sparse non-linear least-squares problem: its value and its slope by parameter. */
export interface Residual {
  readonly value: number
  readonly indices: readonly number[]
  readonly slopes: readonly number[]
}

export interface LeastSquares {
  readonly start: readonly number[]
  /** Standard deviation of each parameter about `priorMean`; infinity leaves it free. */
  readonly priorSd: readonly number[]
  readonly priorMean: readonly number[]
  readonly weights: readonly number[]
  /** Residuals beyond this many units count linearly (Huber). */
  readonly huber: number
  readonly noiseSd: number
  readonly residuals: (parameters: readonly number[]) => readonly Residual[]
}

const MOST_STEPS = 60
const ENOUGH = 1e-5

/**
 * Levenberg-Marquardt with Gaussian priors and Huber weights: the most probable parameters given the rows. No chance
 * enters, so the same rows give the same parameters.
 */
export function solveLeastSquares(problem: LeastSquares): number[] {
  let parameters = [...problem.start]
  let damping = 1e-3
  let residuals = problem.residuals(parameters)
  let cost = costOf(problem, parameters, residuals)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { matrix, gradient } = normalEquations(problem, parameters, residuals)
    let isBetter = false
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const damped = matrix.map((row, i) => {
        const copy = Float64Array.from(row)
        copy[i] = copy[i]! * (1 + damping) + 1e-12
        return copy
      })
      const change = solveSymmetric(damped, gradient)
      const next = parameters.map((value, i) => value - change[i]!)
      const nextResiduals = problem.residuals(next)
      const nextCost = costOf(problem, next, nextResiduals)
      if (nextCost < cost) {
        const gain = (cost - nextCost) / cost
        parameters = next
        residuals = nextResiduals
        cost = nextCost
        damping = Math.max(1e-9, damping / 5)
        isBetter = gain > ENOUGH
        break
      }
      damping *= 6
    }
    if (!isBetter) return parameters
  }
  return parameters
}

function costOf(
  problem: LeastSquares,
  parameters: readonly number[],
  residuals: readonly Residual[],
): number {
  let cost = 0
  for (let r = 0; r < residuals.length; r += 1) {
    const size = Math.abs(residuals[r]!.value) / problem.noiseSd
    cost +=
      problem.weights[r]! * (size <= problem.huber ? size * size : problem.huber * (2 * size - problem.huber))
  }
  for (let i = 0; i < parameters.length; i += 1) {
    cost += ((parameters[i]! - problem.priorMean[i]!) / problem.priorSd[i]!) ** 2
  }
  return cost
}

/** The matrix below and on its diagonal, and the gradient. */
function normalEquations(
  problem: LeastSquares,
  parameters: readonly number[],
  residuals: readonly Residual[],
): { readonly matrix: Float64Array[]; readonly gradient: Float64Array } {
  const count = parameters.length
  const matrix = Array.from({ length: count }, () => new Float64Array(count))
  const gradient = new Float64Array(count)
  for (let r = 0; r < residuals.length; r += 1) {
    const { value, indices, slopes } = residuals[r]!
    const size = Math.abs(value) / problem.noiseSd
    const weight =
      (problem.weights[r]! * (size <= problem.huber ? 1 : problem.huber / size)) / problem.noiseSd ** 2
    for (let a = 0; a < indices.length; a += 1) {
      const index = indices[a]!
      const row = matrix[index]!
      const slope = weight * slopes[a]!
      gradient[index]! += slope * value
      for (let b = 0; b < indices.length; b += 1)
        if (indices[b]! <= index) row[indices[b]!]! += slope * slopes[b]!
    }
  }
  for (let i = 0; i < count; i += 1) {
    const precision = 1 / problem.priorSd[i]! ** 2
    matrix[i]![i]! += precision
    gradient[i]! += precision * (parameters[i]! - problem.priorMean[i]!)
  }
  return { matrix, gradient }
}
