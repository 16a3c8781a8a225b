import { lookBack } from '../../layers/power/grid/demandCharge.ts'
import { type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder } from '../traceContext.ts'

/** Power that a site's demand charge is paid on. */
export const BILL_TRACES: Readonly<Record<string, TraceBuilder>> = {
  /** The highest of the meter, the minimum take and the ratchet on peaks of the look-back. */
  billed: (c, [siteId = '', label = '']) => {
    const build = c.build(siteId, label)
    const power = c.plan.sites.find(({ id }) => id === siteId)?.power
    if (!build || !power) return null
    const before = power.ratchetShare > 0 ? lookBack(c.inputs, power, c.result.periods.indexOf(label)) : []
    const peaks = before.flatMap((t): TraceInput[] => {
      const own = c.build(siteId, c.result.periods[t]!)
      return own ? [{ word: 'meteredMw', of: own.period, value: own.meteredMw, unit: 'MW' }] : []
    })
    const path = (field: string) => `sites[${siteId}].power.${field}`
    const months = power.ratchetOnlyMonths.join(', ')
    const highest = peaks.reduce((most, { value }) => Math.max(most, Number(value)), 0)
    return {
      ...{ word: 'billedMw', of: `${c.siteName(siteId)}, ${label}`, value: build.billedMw, unit: 'MW' },
      ...{ formula: 'billed-demand', isDecided: false },
      inputs: [
        { word: 'meteredMw', value: build.meteredMw, unit: 'MW' },
        {
          ...{ word: 'minimumTake', value: power.minimumTakeShare, unit: '' },
          path: path('minimumTakeShare'),
        },
        {
          ...{ word: 'contracted', value: build.contractedMw, unit: 'MW' },
          ref: toRef('build', 'contractedMw', siteId, label),
        },
        { word: 'ratchet', value: power.ratchetShare, unit: '', path: path('ratchetShare') },
        ...(months === ''
          ? []
          : [
              {
                ...{ word: 'ratchetMonths' as const, value: months, unit: '' },
                path: path('ratchetOnlyMonths'),
              },
            ]),
        ...peaks,
      ],
      recomputed: Math.max(
        build.meteredMw,
        power.minimumTakeShare * build.contractedMw,
        power.ratchetShare * highest,
      ),
    }
  },
}
