import type { CostLine } from '../../../../plan/result/money.ts'
import { offerLine } from '../../../../plan/tiers.ts'
import type { Api } from '../../../derive/distribution/apiPrices.ts'
import type { Period } from '../../../derive/periods.ts'
import { egressUsdPerMTok } from '../../../layers/distribution/distribution.ts'
import { leastRoyaltyUsdPerMTok } from '../../../layers/models/royalty.ts'
import { type TraceInput, toRef } from '../../trace.ts'
import type { TraceContext } from '../../traceContext.ts'
import { leasePriceInputs } from '../priceTraces.ts'
import { factor, type Made } from './costPart.ts'

/** What is paid for all sites together: egress, APIs and leases. */
export function sharedCost(c: TraceContext, line: CostLine, period: Period): Made | undefined {
  if (line.name === 'Network egress') return egressCost(c, period)
  const api = c.plan.distribution.apis.find((own) => offerLine(own) === line.name)
  if (api) return boughtCost(c, api, period)
  const lease = c.plan.distribution.leases.find((own) => `Lease ${own.name}` === line.name)
  const held = c.result.leases.find((own) => own.leaseId === lease?.id && own.period === period.label)
  if (!lease || !held) return undefined
  return {
    formula: 'lease-cost',
    inputs: [
      { word: 'accelerators', value: held.accel, unit: 'accelerators' },
      { word: 'hours', value: c.hours, unit: 'h' },
      ...leasePriceInputs(c, lease.id, period.label),
      { word: 'leaseCost', value: held.costMusd, unit: 'M$' },
      factor(period.discount),
    ],
    recomputed: held.costMusd * period.discount,
  }
}

/** Tokens of an API by class, each at the price of its mix; egress by the token where they come over the network. */
function boughtCost(c: TraceContext, { id, tier }: Api, period: Period): Made {
  const index = c.plan.distribution.apis.findIndex((own) => own.id === id)
  const flows = c.result.flows.filter((own) => own.to === id && own.period === period.label && own.tokS > 0)
  const egress = tier === 'device' ? 0 : egressUsdPerMTok(c.inputs)
  const rows = [...Map.groupBy(flows, (own) => own.classId)].map(([classId, own]) => {
    const mTok = (own.reduce((sum, flow) => sum + flow.tokS, 0) * c.seconds) / 1e6
    const row = c.inputs.classes.findIndex((one) => one.id === classId)
    return { classId, mTok, usd: c.inputs.apiUsdPerMTok[index]![row]![period.index]! }
  })
  return {
    formula: 'api-cost',
    inputs: [
      ...rows.flatMap(({ classId, mTok, usd }): TraceInput[] => [
        { word: 'tokens', of: classId, value: mTok, unit: 'Mtok' },
        {
          ...{ word: 'marketPrice', of: classId, value: usd, unit: '$/Mtok' },
          ref: toRef('price-api', id, classId, period.label),
        },
      ]),
      { word: 'egressPrice', value: egress, unit: '$/Mtok' },
      factor(period.discount),
    ],
    recomputed: (rows.reduce((sum, { mTok, usd }) => sum + mTok * (usd + egress), 0) * period.discount) / 1e6,
  }
}

/** Egress of what goes to sites; royalties by the token stand in a line of their own. */
function egressCost(c: TraceContext, period: Period): Made | undefined {
  const { distribution } = c.plan
  const sites = new Set(c.plan.sites.map((site) => site.id))
  const tokS = c.result.flows
    .filter((flow) => flow.period === period.label && sites.has(flow.to))
    .reduce((sum, flow) => sum + flow.tokS, 0)
  const mTok = (tokS * c.seconds) / 1e6
  if (c.inputs.classes.some((_, index) => leastRoyaltyUsdPerMTok(c.inputs, index) > 0)) return undefined
  return {
    formula: 'egress',
    inputs: [
      { word: 'tokens', value: mTok, unit: 'Mtok' },
      {
        ...{ word: 'bytesPerToken', value: distribution.bytesPerToken, unit: 'B' },
        path: 'distribution.bytesPerToken',
      },
      {
        ...{ word: 'egressPrice', value: distribution.egressUsdPerGb, unit: '$/GB' },
        path: 'distribution.egressUsdPerGb',
      },
      factor(period.discount),
    ],
    recomputed: (mTok * egressUsdPerMTok(c.inputs) * period.discount) / 1e6,
  }
}
