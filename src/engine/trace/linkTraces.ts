import { type TraceInput, toRef } from './trace.ts'
import type { TraceBuilder, TraceContext } from './traceContext.ts'

/** What may cross a link, as the plan has it. */
export const LINK_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'link-limit': (c, [regionId = '', siteId = '', period = '']) => linkLimit(c, regionId, siteId, period),
}

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
