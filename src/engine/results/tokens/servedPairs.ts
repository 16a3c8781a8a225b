import { findRttMs } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { offerRttMs } from '../../../plan/tiers.ts'
import {
  BYTES_PER_GB,
  HOURS_PER_DAY,
  SECONDS_PER_HOUR,
  TOKENS_PER_MTOK,
  USD_PER_MUSD,
} from '../../../plan/units.ts'
import { roundTripsMs } from '../../derive/scheduling/eligibility.ts'

/** What goes from a region to a place in a period. */
export interface ServedPair {
  readonly period: string
  readonly regionId: string
  readonly to: string
  readonly tokS: number
  readonly rttMs: number | null
  /** The round trip is estimated from distance. */
  readonly isEstimate: boolean
  /** Cost of the bytes in the period, not discounted. */
  readonly egressMusd: number
  /** Limit of the link; null: none. */
  readonly limitMTokS: number | null
}

/**
 * Flows of a period by region and place, the largest of a region first.
 *
 *   egress M$ = tokens/s x seconds of the period x bytes per token / 1e9 x $/GB / 1e6; none for users' devices
 */
export function servedPairs(plan: Plan, catalog: Catalog, result: PlanResult, period: string): ServedPair[] {
  const { bytesPerToken, egressUsdPerGb, links } = plan.distribution
  const seconds = result.slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0) * SECONDS_PER_HOUR
  const musdPerTokS = (seconds * bytesPerToken * egressUsdPerGb) / BYTES_PER_GB / USD_PER_MUSD
  const own = result.flows.filter((flow) => flow.period === period && flow.tokS > 0)
  const trips = roundTripsMs(plan, catalog)
  const pairs = Map.groupBy(own, (flow) => `${flow.regionId} ${flow.to}`)
  return [...pairs.values()]
    .map((flows): ServedPair => {
      const { regionId, to } = flows[0]!
      const tokS = flows.reduce((sum, flow) => sum + flow.tokS, 0)
      const isAtUser = plan.distribution.apis.find((item) => item.id === to)?.tier === 'device'
      const link = links.find((item) => item.regionId === regionId && item.siteId === to)
      return {
        ...{ period, regionId, to, tokS, ...tripOf(plan, catalog, trips, regionId, to) },
        egressMusd: isAtUser ? 0 : tokS * musdPerTokS,
        limitMTokS: link?.limitMTokS ?? null,
      }
    })
    .sort((a, b) => a.regionId.localeCompare(b.regionId) || b.tokS - a.tokS)
}

function tripOf(
  plan: Plan,
  catalog: Catalog,
  trips: readonly (readonly number[])[],
  regionId: string,
  to: string,
): Pick<ServedPair, 'rttMs' | 'isEstimate'> {
  const r = plan.regions.findIndex((own) => own.id === regionId)
  const s = plan.sites.findIndex((own) => own.id === to)
  const lease = plan.distribution.leases.find((own) => own.id === to)
  const api = plan.distribution.apis.find((own) => own.id === to)
  if (lease) return { rttMs: lease.rttMs, isEstimate: false }
  if (api) return { rttMs: offerRttMs(api), isEstimate: false }
  const from = plan.regions[r]?.latencyId
  const at = plan.sites[s]?.latencyId
  const isMeasured = from !== undefined && at !== undefined && findRttMs(catalog, from, at) !== undefined
  return { rttMs: trips[r]?.[s] ?? null, isEstimate: !isMeasured }
}

/** Tokens per second by place and hour of a mean working day (UTC), millions; empty for results without blocks. */
export function servedByHour(
  result: Pick<PlanResult, 'flows' | 'slices'>,
  period: string,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  const flows = result.flows.filter((flow) => flow.period === period && flow.tokS > 0)
  const days = result.slices.flatMap((slice, h) => (slice.dayType === 'weekday' ? [{ slice, h }] : []))
  for (const { to, tokSBySlice } of flows) {
    const hours = found.get(to) ?? Array.from({ length: HOURS_PER_DAY }, () => 0)
    found.set(to, hours)
    for (const { slice, h } of days)
      for (const hour of slice.hoursUtc) hours[hour] = hours[hour]! + (tokSBySlice[h] ?? 0) / TOKENS_PER_MTOK
  }
  return days.length === 0 ? new Map() : found
}
