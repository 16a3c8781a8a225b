import { predictDisaggregated } from '../disaggregated/disaggregated.ts'
import type { DisaggregatedFit } from '../factors/disaggregatedFit.ts'
import type { Factors } from '../factors/factors.ts'
import type { Measurement } from './measurement.ts'
import { quantile } from './statistics.ts'

/** Nothing that the band could change is read of it. */
const NO_BAND: DisaggregatedFit = { p10: 1, p90: 1, rows: 0, medianPercent: 0 }

/**
 * How far off it is to derive separate prefill from either kind alone. No number is fitted to these rows: one scale over
 * all of them made accelerators held out worse.
 */
export function fitDisaggregated(
  measurements: readonly Measurement[],
  factors: Omit<Factors, 'disaggregated'>,
): DisaggregatedFit {
  const logs = measurements.flatMap(({ query, outputTokSPerAccel }) => {
    const own = predictDisaggregated(query, { ...factors, disaggregated: NO_BAND })
    return own.isFeasible ? [Math.log(outputTokSPerAccel / own.outputTokSPerAccel)] : []
  })
  return {
    p10: Math.exp(quantile(logs, 0.1)),
    p90: Math.exp(quantile(logs, 0.9)),
    rows: logs.length,
    medianPercent: quantile(
      logs.map((log) => 100 * Math.abs(Math.exp(-log) - 1)),
      0.5,
    ),
  }
}
