import { type TraceInput, toRef } from './trace.ts'
import type { TraceBuilder, TraceContext } from './traceContext.ts'

/** Figures that are fields of the plan: they lead to where they are said. */
export const FIELD_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'discount-rate': discountRate,
  'link-limit': (c, [regionId = '', siteId = '', period = '']) => linkLimit(c, regionId, siteId, period),
}

function discountRate(c: TraceContext) {
  const value = c.plan.finance.discountRatePerYear
  const word = 'discountRate' as const
  return {
    ...{ word, value, unit: 'share', formula: 'discount-factor' as const, isDecided: false },
    inputs: [{ word, value, unit: 'share', path: 'finance.discountRatePerYear' }],
    recomputed: value,
  }
}

/** What may cross a link. */
function linkLimit(c: TraceContext, regionId: string, siteId: string, period: string) {
  const index = c.plan.distribution.links.findIndex(
    (own) => own.regionId === regionId && own.siteId === siteId,
  )
  const value = c.plan.distribution.links[index]?.limitMTokS
  if (value === undefined) return null
  return {
    word: 'limit' as const,
    of: `${regionId} → ${siteId}`,
    ...{ value, unit: 'Mtok/s', formula: 'link-limit' as const, isDecided: false },
    inputs: [
      { word: 'limit' as const, value, unit: 'Mtok/s', path: `distribution.links[${index}].limitMTokS` },
      ...crossing(c, regionId, siteId, period),
    ],
    recomputed: value,
  }
}

/** The mean of what crosses it in the period, once the plan is solved. */
function crossing(c: TraceContext, regionId: string, siteId: string, period: string): TraceInput[] {
  if (!c.isSolved) return []
  const value = c.result.flows
    .filter((flow) => flow.regionId === regionId && flow.to === siteId && flow.period === period)
    .reduce((sum, flow) => sum + flow.tokS, 0)
  const ref = value > 0 ? toRef('pair', regionId, siteId, period) : undefined
  return [{ word: 'flow', of: period, value, unit: 'tok/s', ref }]
}
