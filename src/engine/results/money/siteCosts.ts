import { type PurchaseKind, purchaseLineName } from '../../../plan/purchaseLine.ts'
import type { LayerName } from '../../../plan/result/cake.ts'
import type { CostLine } from '../../../plan/result/money.ts'
import type { Fleet } from '../../layers/accelerators/accelerators.ts'
import {
  earlyAges,
  maintenanceMusd,
  unitCapexMusd,
  unitNetworkMusd,
} from '../../layers/accelerators/purchase.ts'
import { moduleCapexMusdPerMw } from '../../layers/aidc/facility.ts'
import type { Charge } from '../../layers/allLayers/charge.ts'
import type { Column } from '../../problem/problem.ts'
import { listVintages } from '../builds/retirements.ts'
import type { Reader } from '../reader.ts'
import { addUp, royaltyShareOf, spend, spendOnAdditions, toLine } from './costSums.ts'

/** What a site costs, layer by layer. */
export function siteLines(reader: Reader, siteIndex: number): CostLine[] {
  const { power } = reader.formulation
  const supply = power.supplies[siteIndex]!
  return [
    ...fleetLines(reader, siteIndex),
    ...modelLines(reader, siteIndex),
    ...soldLines(reader, siteIndex),
    ...roomLines(reader, siteIndex),
    ...supply.charges.map((own) => lineOf(reader, siteIndex, 'power', own.name, amounts(reader, own))),
    ...supply.waterCharges.map((own) =>
      lineOf(reader, siteIndex, 'facility', own.name, amounts(reader, own)),
    ),
  ]
}

function lineOf(
  reader: Reader,
  siteIndex: number,
  layer: LayerName,
  name: string,
  byPeriod: number[],
): CostLine {
  return toLine(layer, name, reader.formulation.inputs.plan.sites[siteIndex]!.id, byPeriod)
}

/** Cost of one column in each period. */
function spendEach(reader: Reader, columns: readonly Column[]): number[] {
  return spend(
    reader,
    columns.map((column) => [column]),
  )
}

function fleetLines(reader: Reader, siteIndex: number): CostLine[] {
  const { inputs, accelerators } = reader.formulation
  const fleets = accelerators.fleets.filter((fleet) => fleet.siteIndex === siteIndex)
  const maintenance = fleets.map(({ active, acceleratorIndex }) =>
    active.map((column, t) => maintenanceMusd(inputs, acceleratorIndex, t) * reader.at(column)),
  )
  return [
    ...(['Purchase', 'Switches and optics'] as const).flatMap((kind) =>
      fleets.flatMap((fleet) => purchaseLines(reader, fleet, kind)),
    ),
    lineOf(
      reader,
      siteIndex,
      'accelerators',
      'Maintenance and spares',
      addUp(maintenance, inputs.periods.length),
    ),
  ]
}

function modelLines(reader: Reader, siteIndex: number): CostLine[] {
  const { inputs, serving, deployments, distribution } = reader.formulation
  const licences = deployments.deployed
    .filter((own) => own.siteIndex === siteIndex)
    .map((own) => spendEach(reader, own.columns))
  const royalties = [
    ...serving.busy.filter((own) => own.siteIndex === siteIndex).map((own) => spend(reader, own.columns)),
    ...distribution.toSites
      .filter((flow) => flow.placeIndex === siteIndex)
      .map((flow) => {
        const royaltyShare = royaltyShareOf(reader, flow)
        return spend(reader, flow.columns).map((musd) => musd * royaltyShare)
      }),
  ]
  const T = inputs.periods.length
  return [
    lineOf(reader, siteIndex, 'models', 'Licences', addUp(licences, T)),
    lineOf(reader, siteIndex, 'models', 'Royalties', addUp(royalties, T)),
  ]
}

/** Accelerators let to others: what they earn, as a cost below nothing. */
function soldLines(reader: Reader, siteIndex: number): CostLine[] {
  const { inputs, accelerators } = reader.formulation
  return inputs.plan.distribution.sales.map((sale, saleIndex) => {
    const rows = accelerators.sold
      .filter((own) => own.siteIndex === siteIndex && own.saleIndex === saleIndex)
      .map((own) => spend(reader, own.columns))
    return lineOf(reader, siteIndex, 'distribution', `Sold: ${sale.name}`, addUp(rows, inputs.periods.length))
  })
}

/**
 * Rooms and phases at the price of the period in which each is added. The coefficient of a phase in service also holds
 * the difference of that price to the next period's: what is left of it is operation.
 */
function roomLines(reader: Reader, siteIndex: number): CostLine[] {
  const { inputs, facilities } = reader.formulation
  const building = facilities.buildings[siteIndex]!
  const capexPerMw = moduleCapexMusdPerMw(inputs, siteIndex)
  const { moduleItMw } = inputs.plan.sites[siteIndex]!.facility
  const shell = spendOnAdditions(
    reader,
    building.phases,
    capexPerMw.map((perMw) => perMw * moduleItMw),
  )
  const operation = spendEach(reader, building.phases).map((musd, t) => {
    const fallMusd = moduleItMw * (capexPerMw[t]! - (capexPerMw[t + 1] ?? 0))
    return musd - fallMusd * reader.at(building.phases[t]!)
  })
  return [
    lineOf(reader, siteIndex, 'facility', 'Rooms and phases', shell),
    lineOf(reader, siteIndex, 'facility', 'Facility operation', operation),
    lineOf(reader, siteIndex, 'facility', 'Site management', spendEach(reader, building.open)),
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
