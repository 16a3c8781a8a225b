import type { LayerName } from '../../../plan/result/cake.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import type { Row } from '../../problem/problem.ts'
import type { Reader } from '../reader.ts'

/**
 * USD (present value) that one more native unit of a layer's limit would save in one period at one site; from the
 * duals with phases as built, so it holds for a small step. Null: the layer has no such price.
 */
export type WorthTable = (siteIndex: number, layer: LayerName, t: number) => number | null

export function worthTable(reader: Reader): WorthTable {
  const { formulation, solved } = reader
  const { inputs, power, facilities, accelerators, distribution } = formulation
  const reduced = reader.reducedCosts()
  // A limit on a minimised cost has a dual of zero or below; what it would save is the opposite.
  const saved = (row: Row | undefined) =>
    (row === undefined ? 0 : Math.max(0, -solved.rowDuals[row]!)) * USD_PER_MUSD
  return (siteIndex, layer, t) => {
    switch (layer) {
      case 'power':
        return Math.max(0, -reduced[power.supplies[siteIndex]!.service.contracted[t]!]!) * USD_PER_MUSD
      case 'facility': {
        const building = facilities.buildings[siteIndex]!
        return saved(building.hallRows[t]) + saved(building.coolingRows[t])
      }
      case 'accelerators': {
        // One supply limit stands in the row over all sites and in each column's own bound.
        const rows = accelerators.supplyRows.filter((own) => own.period === t).map((own) => saved(own.row))
        const bounds = accelerators.fleets
          .filter((fleet) => fleet.siteIndex === siteIndex)
          .map((fleet) => -reduced[fleet.bought[t]!]! * USD_PER_MUSD)
        return Math.max(0, ...rows, ...bounds)
      }
      case 'distribution':
        return distribution.linkRows
          .filter((link) => link.siteIndex === siteIndex && link.period === t)
          .reduce((sum, link) => sum + saved(link.row), 0)
      case 'scheduling':
        return strandedWorth(reader, siteIndex, t)
      case 'models':
      case 'agents':
        return null
      default:
        return layer satisfies never
    }
  }

  /** Penalty saved by one more Mtok/s of a group that may not come here, through the period. */
  function strandedWorth(own: Reader, siteIndex: number, t: number): number {
    const { agents, problem } = formulation
    const worths = inputs.groups.map((group, i) => {
      const columns = agents.unserved[i]![t]!
      const isStranded =
        !group.siteIndices.includes(siteIndex) && columns.some((column) => own.at(column) > 0)
      return isStranded ? columns.reduce((sum, column) => sum + problem.cost[column]!, 0) * USD_PER_MUSD : 0
    })
    return Math.max(0, ...worths)
  }
}
