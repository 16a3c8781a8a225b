import { distanceKm, findRttMs, getRegion } from '../../../catalog/find.ts'
import { servedPairs } from '../../results/tokens/servedPairs.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

/** Between a region and where it is served: the time of a round trip, what the bytes cost, the limit of the link. */
export const PATH_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'round-trip': (c, [regionId = '', to = '']) => roundTrip(c, regionId, to),
  egress: (c, [regionId = '', to = '', period = '']) => egress(c, regionId, to, period),
}

type Made = Omit<Trace, 'ref'>

const MS = { word: 'roundTrip', unit: 'ms', formula: 'round-trip', isDecided: false } as const

function roundTrip(c: TraceContext, regionId: string, to: string): Made | null {
  const { leases, apis } = c.plan.distribution
  const region = c.plan.regions.find((own) => own.id === regionId)
  const said = leases.find((own) => own.id === to) ?? apis.find((own) => own.id === to)
  if (!region) return null
  if (said) {
    const list = leases.some((own) => own.id === to) ? 'leases' : 'apis'
    // On the user's own device nothing travels.
    const value = 'tier' in said && said.tier === 'device' ? 0 : said.rttMs
    return {
      ...{ ...MS, of: `${region.name} → ${said.name}`, value, recomputed: value },
      inputs: [{ word: 'roundTrip', value, unit: 'ms', path: `distribution.${list}[${to}].rttMs` }],
    }
  }
  const site = c.plan.sites.find((own) => own.id === to)
  if (!site) return null
  const added: TraceInput = {
    ...{ word: 'addedTrip', value: site.extraRttMs, unit: 'ms', path: `sites[${to}].extraRttMs` },
  }
  const of = `${region.name} → ${site.name}`
  const measured = measuredTrip(c, region.latencyId, site.latencyId)
  if (measured) {
    const value = Number(measured.value) + site.extraRttMs
    return { ...MS, of, value, recomputed: value, inputs: [measured, added] }
  }
  const km = distanceKm(
    getRegion(c.catalog, region.catalogRegionId),
    getRegion(c.catalog, site.catalogRegionId),
  )
  const value = (1.5 * 2 * km) / 200 + 4 + site.extraRttMs
  return {
    ...{ ...MS, of, value, recomputed: value },
    inputs: [
      {
        ...{
          word: 'distance',
          of: `${region.catalogRegionId} → ${site.catalogRegionId}`,
          value: km,
          unit: 'km',
        },
        cell: { table: 'regions', rowId: site.catalogRegionId, column: 'lat' },
      },
      added,
    ],
  }
}

/** The row of the table of round trips, in either direction. */
function measuredTrip(
  { catalog }: TraceContext,
  from: string | undefined,
  to: string | undefined,
): TraceInput | undefined {
  if (from === undefined || to === undefined) return undefined
  const value = findRttMs(catalog, from, to)
  if (value === undefined) return undefined
  const row = catalog.latency.find(
    (own) => (own.from === from && own.to === to) || (own.from === to && own.to === from),
  )
  const source = row ? `${row.source}, ${row.date} (${row.confidence})` : 'src/catalog/find.ts (C)'
  return { word: 'roundTrip', of: `${from} → ${to}`, value, unit: 'ms', source }
}

function egress(c: TraceContext, regionId: string, to: string, period: string): Made | null {
  const own = servedPairs(c.plan, c.catalog, c.result, period).find(
    (pair) => pair.regionId === regionId && pair.to === to,
  )
  if (!own) return null
  const { bytesPerToken, egressUsdPerGb } = c.plan.distribution
  const isAtUser = own.egressMusd === 0
  return {
    ...{ word: 'egressCost', of: `${regionId} → ${to}, ${period}`, value: own.egressMusd, unit: 'M$' },
    ...{ formula: 'egress', isDecided: false },
    inputs: [
      { word: 'flow', value: own.tokS, unit: 'tok/s', ref: toRef('pair', regionId, to, period) },
      { word: 'seconds', value: c.seconds, unit: 's' },
      { word: 'bytesPerToken', value: bytesPerToken, unit: '', path: 'distribution.bytesPerToken' },
      { word: 'egressPrice', value: egressUsdPerGb, unit: '$/GB', path: 'distribution.egressUsdPerGb' },
    ],
    recomputed: isAtUser ? 0 : (own.tokS * c.seconds * bytesPerToken * egressUsdPerGb) / 1e15,
  }
}
