import type { Demand } from '../../plan/schema/agents.ts'

/** Saturation of the logistic curve over the last value, when the planner gives two points only (grade C). */
const LOGISTIC_HEADROOM = 1.25

/**
 * Units of an archetype in each period: `unitsStart` in the first, `unitsEnd` in the last.
 *
 *   cagr      N(t) = N0 (N1 / N0)^x          x = t / (T - 1)
 *   logistic  N(t) = K / (1 + exp(a - b x))  K = 1.25 max(N0, N1), a and b through both points
 *   linear    N(t) = N0 + (N1 - N0) x
 *
 * A curve that starts or ends at zero has no growth rate: it is drawn as linear.
 */
export function unitsByPeriod(
  demand: Pick<Demand, 'unitsStart' | 'unitsEnd' | 'growth'>,
  periods: number,
): number[] {
  const { unitsStart: start, unitsEnd: end } = demand
  const curve = start > 0 && end > 0 ? demand.growth : 'linear'
  return Array.from({ length: periods }, (_, t) => {
    const x = periods > 1 ? t / (periods - 1) : 0
    switch (curve) {
      case 'cagr':
        return start * (end / start) ** x
      case 'linear':
        return start + (end - start) * x
      case 'logistic': {
        const most = LOGISTIC_HEADROOM * Math.max(start, end)
        const a = Math.log(most / start - 1)
        const b = a - Math.log(most / end - 1)
        return most / (1 + Math.exp(a - b * x))
      }
      default:
        return curve satisfies never
    }
  })
}
