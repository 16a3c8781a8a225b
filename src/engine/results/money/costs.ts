import type { CostLine } from '../../../plan/result/money.ts'
import { offerLine } from '../../../plan/tiers.ts'
import { blockCostMusd } from '../../layers/distribution/leases.ts'
import { UNSERVED_ENERGY } from '../../layers/power/balance/unserved.ts'
import type { Reader } from '../reader.ts'
import { addUp, royaltyShareOf, spend, toLine } from './costSums.ts'
import { siteLines } from './siteCosts.ts'

const UNSERVED_TOKENS = 'Unserved tokens (penalty, not paid)'
/** In the objective, but no money is paid. */
export const PENALTY_LINES: readonly string[] = [UNSERVED_TOKENS, UNSERVED_ENERGY]

/**
 * The objective taken apart into lines that sum to it: present values by layer, site and period. Capex is net of
 * the value left at the horizon and stands in the period of delivery.
 */
export function costLines(reader: Reader): CostLine[] {
  const { plan } = reader.formulation.inputs
  return [
    ...agentLines(reader),
    ...distributionLines(reader),
    ...plan.sites.flatMap((_, index) => siteLines(reader, index)),
  ].filter((line) => line.byPeriodMusd.some((value) => value !== 0))
}

function agentLines(reader: Reader): CostLine[] {
  const { agents, inputs } = reader.formulation
  const rows = agents.unserved.map((columns) => spend(reader, columns))
  return [toLine('agents', UNSERVED_TOKENS, null, addUp(rows, inputs.periods.length))]
}

function distributionLines(reader: Reader): CostLine[] {
  const { distribution, inputs } = reader.formulation
  const periods = inputs.periods.length
  const egress = addUp(
    distribution.toSites.map((flow) => {
      const egressShare = 1 - royaltyShareOf(reader, flow)
      return spend(reader, flow.columns).map((musd) => musd * egressShare)
    }),
    periods,
  )
  const leases = inputs.plan.distribution.leases.map((lease, index) => {
    const own = distribution.toLeases.filter((flow) => flow.placeIndex === index)
    return toLine(
      'distribution',
      `Lease ${lease.name}`,
      null,
      addUp([...own.map((flow) => spend(reader, flow.columns)), leaseBlockMusd(reader, index)], periods),
    )
  })
  const apis = inputs.plan.distribution.apis.map((api, index) => {
    const own = distribution.toApis.filter((flow) => flow.placeIndex === index)
    const rows = own.map((flow) => spend(reader, flow.columns))
    return toLine('distribution', offerLine(api), null, addUp(rows, periods))
  })
  return [toLine('distribution', 'Network egress', null, egress), ...leases, ...apis]
}

/** What the blocks of a reserved lease cost in each period, present value. */
export function leaseBlockMusd(reader: Reader, leaseIndex: number): number[] {
  const { distribution, inputs } = reader.formulation
  const blocks = distribution.leaseBlocks.find((own) => own.leaseIndex === leaseIndex)
  return inputs.periods.map((period) =>
    (blocks?.begun ?? []).reduce(
      (sum, column, start) => sum + reader.at(column) * blockCostMusd(inputs, leaseIndex, start, period),
      0,
    ),
  )
}
