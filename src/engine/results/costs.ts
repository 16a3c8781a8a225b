import { type PurchaseKind, purchaseLineName } from '../../plan/purchaseLine.ts'
import type { CostLine, LayerName } from '../../plan/result/result.ts'
import { offerLine } from '../../plan/tiers.ts'
import type { Fleet } from '../layers/accelerators.ts'
import type { Charge } from '../layers/charge.ts'
import { egressUsdPerMTok } from '../layers/distribution.ts'
import { moduleCapexMusdPerMw } from '../layers/facility.ts'
import type { Flow } from '../layers/flows.ts'
import { blockCostMusd } from '../layers/leases.ts'
import { UNSERVED_ENERGY } from '../layers/power/unserved.ts'
import { earlyAges, maintenanceMusd, unitCapexMusd, unitNetworkMusd } from '../layers/purchase.ts'
import { leastRoyaltyUsdPerMTok } from '../layers/royalty.ts'
import type { Column } from '../problem/problem.ts'
import type { Reader } from './reader.ts'
import { listVintages } from './retirements.ts'

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

function toLine(layer: LayerName, name: string, siteId: string | null, byPeriodMusd: number[]): CostLine {
  return { layer, name, siteId, presentMusd: byPeriodMusd.reduce((sum, v) => sum + v, 0), byPeriodMusd }
}

/** Cost of columns [period][...]: coefficient of the problem times value. */
function spend(reader: Reader, columns: readonly (readonly Column[])[]): number[] {
  const { cost } = reader.formulation.problem
  return columns.map((row) => row.reduce((sum, column) => sum + cost[column]! * reader.at(column), 0))
}

function addUp(rows: readonly (readonly number[])[], periods: number): number[] {
  return Array.from({ length: periods }, (_, t) => rows.reduce((sum, row) => sum + row[t]!, 0))
}

/** What is added in each period to a cumulative column, at that period's price. */
function spendOnAdditions(reader: Reader, columns: readonly Column[], musdEach: readonly number[]): number[] {
  return columns.map((column, t) => {
    const before = t > 0 ? reader.at(columns[t - 1]!) : 0
    return (reader.at(column) - before) * musdEach[t]!
  })
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

/** Share of royalties in what a flow to a site pays by the token; the rest is egress. */
function royaltyShareOf(reader: Reader, { classIndex }: Flow): number {
  const { inputs } = reader.formulation
  const royalty = leastRoyaltyUsdPerMTok(inputs, classIndex)
  return royalty > 0 ? royalty / (royalty + egressUsdPerMTok(inputs)) : 0
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

function siteLines(reader: Reader, siteIndex: number): CostLine[] {
  const { inputs, accelerators, facilities, power, serving, deployments, distribution } = reader.formulation
  const { plan, periods } = inputs
  const site = plan.sites[siteIndex]!
  const line = (layer: LayerName, name: string, values: number[]) => toLine(layer, name, site.id, values)
  const T = periods.length
  const fleets = accelerators.fleets.filter((fleet) => fleet.siteIndex === siteIndex)
  const building = facilities.buildings[siteIndex]!
  const supply = power.supplies[siteIndex]!
  const capexPerMw = moduleCapexMusdPerMw(inputs, siteIndex)
  const { moduleItMw } = site.facility
  const shell = spendOnAdditions(
    reader,
    building.phases,
    capexPerMw.map((perMw) => perMw * moduleItMw),
  )
  const buildingAll = addUp(
    [
      spend(
        reader,
        building.phases.map((column) => [column]),
      ),
    ],
    T,
  )
  const telescoped = building.phases.map((column, t) => {
    return moduleItMw * (capexPerMw[t]! - (capexPerMw[t + 1] ?? 0)) * reader.at(column)
  })
  return [
    ...(['Purchase', 'Switches and optics'] as const).flatMap((kind) =>
      fleets.flatMap((fleet) => purchaseLines(reader, fleet, kind)),
    ),
    line(
      'accelerators',
      'Maintenance and spares',
      addUp(
        fleets.map((fleet) =>
          fleet.active.map((c, t) => maintenanceMusd(inputs, fleet.acceleratorIndex, t) * reader.at(c)),
        ),
        T,
      ),
    ),
    line(
      'models',
      'Licences',
      addUp(
        deployments.deployed
          .filter((own) => own.siteIndex === siteIndex)
          .map((own) =>
            spend(
              reader,
              own.columns.map((column) => [column]),
            ),
          ),
        T,
      ),
    ),
    line(
      'models',
      'Royalties',
      addUp(
        [
          ...serving.busy.filter((b) => b.siteIndex === siteIndex).map((b) => spend(reader, b.columns)),
          ...distribution.toSites
            .filter((flow) => flow.placeIndex === siteIndex)
            .map((flow) => {
              const royaltyShare = royaltyShareOf(reader, flow)
              return spend(reader, flow.columns).map((musd) => musd * royaltyShare)
            }),
        ],
        T,
      ),
    ),
    ...plan.distribution.sales.map((sale, saleIndex) =>
      line(
        'distribution',
        `Sold: ${sale.name}`,
        addUp(
          accelerators.sold
            .filter((own) => own.siteIndex === siteIndex && own.saleIndex === saleIndex)
            .map((own) => spend(reader, own.columns)),
          T,
        ),
      ),
    ),
    line('facility', 'Rooms and phases', shell),
    line(
      'facility',
      'Facility operation',
      buildingAll.map((value, t) => value - telescoped[t]!),
    ),
    line(
      'facility',
      'Site management',
      spend(
        reader,
        building.open.map((column) => [column]),
      ),
    ),
    ...supply.charges.map((own) => line('power', own.name, amounts(reader, own))),
    ...supply.waterCharges.map((own) => line('facility', own.name, amounts(reader, own))),
  ]
}

/** What is bought of an accelerator: what stays, and apart from it what is sold at each early age. */
function purchaseLines(reader: Reader, fleet: Fleet, kind: PurchaseKind): CostLine[] {
  const { plan, periods } = reader.formulation.inputs
  const { siteIndex, acceleratorIndex: index } = fleet
  const own = plan.accelerators[index]!
  const vintages = listVintages(reader, fleet)
  const musdEach = kind === 'Purchase' ? unitCapexMusd : unitNetworkMusd
  return [undefined, ...earlyAges(own)].map((age) => {
    const each = musdEach(reader.formulation.inputs, index, age)
    const byPeriod = periods.map((_, t) => {
      const units = vintages
        .filter(({ bought, early }) => bought === t && early?.years === age?.years)
        .reduce((sum, vintage) => sum + vintage.units, 0)
      return units * each[t]!
    })
    const early = age ? { soldAtYears: age.years } : {}
    const name = purchaseLineName({ kind, acceleratorId: own.id, ...early })
    return toLine('accelerators', name, plan.sites[siteIndex]!.id, byPeriod)
  })
}

function amounts(reader: Reader, { byPeriod }: Charge): number[] {
  return byPeriod.map((terms) => reader.sum(terms))
}
