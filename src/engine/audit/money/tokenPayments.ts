import type { Placement } from '../../../plan/result/work.ts'
import { offerLine } from '../../../plan/tiers.ts'
import { BYTES_PER_GB, SECONDS_PER_HOUR, TOKENS_PER_MTOK } from '../../../plan/units.ts'
import { type Audited, sumOf } from '../audited.ts'
import { hoursIn, periodsOf, yearsIn } from '../calendar.ts'
import { apiUsdPerMTok } from './apiPrice.ts'
import { forgoneUsdPerMTok } from './forgone.ts'
import { type Payment, paidAt } from './ledger.ts'
import { leaseUsdPerHour } from './marketPrices.ts'
import { royaltyOf } from './royaltyOf.ts'
import { salePayments } from './salePayments.ts'

/** Name of the line that is in the objective but that nobody pays. */
export const PENALTY_LINE = 'Unserved tokens (penalty, not paid)'

export const ROYALTIES = 'Royalties'

/** What is paid by the token: egress, leases by the hour used, royalties, licences; and the penalty for those not served. */
export function tokenPayments(audited: Audited): Payment[] {
  return [
    ...penalties(audited),
    ...salePayments(audited),
    ...flowPayments(audited),
    ...blockPayments(audited),
    ...royalties(audited),
    ...licences(audited),
  ]
}

function penalties(audited: Audited): Payment[] {
  const { plan, result, quarters } = audited
  return result.demand.map((item) => {
    const t = quarters.indexOf(item.period)
    return {
      layer: 'agents',
      name: PENALTY_LINE,
      siteId: null,
      t,
      years: paidAt(plan, t),
      usd:
        ((item.unservedTokS * (hoursIn(plan) * SECONDS_PER_HOUR)) / TOKENS_PER_MTOK) *
        forgoneUsdPerMTok(audited, item.classId, t),
    }
  })
}

function flowPayments(audited: Audited): Payment[] {
  const { plan, result, quarters, speeds } = audited
  const { egressUsdPerGb, bytesPerToken, leases } = plan.distribution
  return result.flows.flatMap((flow): Payment[] => {
    const t = quarters.indexOf(flow.period)
    const at = { layer: 'distribution', siteId: null, t, years: paidAt(plan, t) } as const
    const tokens = flow.tokS * (hoursIn(plan) * SECONDS_PER_HOUR)
    const egressUsd = ((tokens * bytesPerToken) / BYTES_PER_GB) * egressUsdPerGb
    const api = plan.distribution.apis.find((own) => own.id === flow.to)
    if (api) {
      const usd = (tokens / TOKENS_PER_MTOK) * apiUsdPerMTok(audited, api, flow.classId, t)
      return [{ ...at, name: offerLine(api), usd: (api.tier === 'device' ? 0 : egressUsd) + usd }]
    }
    const lease = leases.find((own) => own.id === flow.to)
    if (!lease) return [{ ...at, name: 'Network egress', usd: egressUsd }]
    const isHourly = lease.termQuarters === 0
    const byModel = leasedTokens(audited, flow)
    const accelHours = sumOf(byModel, ([modelId, served]) => {
      const tokS = speeds.leasedTokS(flow.classId, lease.id, modelId)
      return tokS > 0 && isHourly ? served / tokS / SECONDS_PER_HOUR : 0
    })
    const usdPerHour = leaseUsdPerHour(plan, lease, t)
    const royaltyUsd = sumOf(
      byModel,
      ([modelId, served]) => (served / TOKENS_PER_MTOK) * royaltyOf(plan, modelId),
    )
    return [{ ...at, name: `Lease ${lease.name}`, usd: egressUsd + royaltyUsd + accelHours * usdPerHour }]
  })
}

/** Tokens of a flow to a lease in its period, by the model that serves them. */
function leasedTokens(audited: Audited, flow: Audited['result']['flows'][number]): [string, number][] {
  const { plan, result } = audited
  if (flow.tokSBySliceByModel === undefined)
    return [
      [audited.speeds.leasedModelId(flow.classId, flow.to), flow.tokS * (hoursIn(plan) * SECONDS_PER_HOUR)],
    ]
  return Object.entries(flow.tokSBySliceByModel).map(([modelId, bySlice]) => [
    modelId,
    sumOf(
      [...result.slices.keys()],
      (h) => (bySlice[h] ?? 0) * result.slices[h]!.hoursPerPeriod * SECONDS_PER_HOUR,
    ),
  ])
}

/** A block of a reserved lease is paid through its whole term, at the price of the period in which it begins. */
function blockPayments({ plan, result, quarters }: Audited): Payment[] {
  return result.leases.flatMap((item) => {
    const lease = plan.distribution.leases.find((own) => own.id === item.leaseId)
    const start = quarters.indexOf(item.period)
    if (!lease || lease.termQuarters === 0) return []
    const usdPerHour = leaseUsdPerHour(plan, lease, start)
    const last = Math.min(start + periodsOf(plan, lease.termQuarters * 3), quarters.length)
    return Array.from({ length: last - start }, (_, after): Payment => {
      const t = start + after
      const usd = item.begunAccel * hoursIn(plan) * usdPerHour
      return {
        layer: 'distribution',
        name: `Lease ${lease.name}`,
        siteId: null,
        t,
        years: paidAt(plan, t),
        usd,
      }
    })
  })
}

/** Tokens of a class at a site, split in each slice over models as the units busy there. */
function royalties({ plan, result, quarters, speeds }: Audited): Payment[] {
  const keyOf = (own: { classId: string; period: string }, siteId: string) =>
    `${siteId} ${own.period} ${own.classId}`
  const served = Map.groupBy(result.flows, (flow) => keyOf(flow, flow.to))
  const placed = Map.groupBy(result.placements, (item) => keyOf(item, item.siteId))
  return [...placed].flatMap(([key, items]) => {
    const canTokS = (item: Placement, h: number) =>
      (item.unitsBySlice[h] ?? 0) * speeds.ownTokS(item.classId, item.acceleratorId, item.modelId)
    return items.map((item): Payment => {
      const t = quarters.indexOf(item.period)
      const tokens = sumOf([...result.slices.keys()], (h) => {
        const inSlice = sumOf(served.get(key) ?? [], (flow) => flow.tokSBySlice[h] ?? 0)
        const can = sumOf(items, (own) => canTokS(own, h))
        return can > 0
          ? (inSlice * result.slices[h]!.hoursPerPeriod * SECONDS_PER_HOUR * canTokS(item, h)) / can
          : 0
      })
      const usd = (tokens / TOKENS_PER_MTOK) * royaltyOf(plan, item.modelId)
      return { layer: 'models', name: ROYALTIES, siteId: item.siteId, t, years: paidAt(plan, t), usd }
    })
  })
}

/** A year's licence, a period of it at a time, for each site where the model is deployed. */
function licences({ plan, result, quarters }: Audited): Payment[] {
  return result.deployments.flatMap(({ modelId, siteId, period }): Payment[] => {
    const model = plan.models.find((own) => own.id === modelId)
    const t = quarters.indexOf(period)
    if (!model || model.licenceUsdPerSiteYear === 0) return []
    const usd = model.licenceUsdPerSiteYear * yearsIn(plan)
    return [{ layer: 'models', name: 'Licences', siteId, t, years: paidAt(plan, t), usd }]
  })
}
