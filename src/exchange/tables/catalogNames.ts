import {
  getAccelerator,
  getArchetype,
  getCooling,
  getEnergySource,
  getModel,
  getRegion,
} from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { findFaults } from '../../plan/fault.ts'
import { isEmpty } from '../cells.ts'
import type { RowFault } from '../changes.ts'
import type { FileTable } from './draft.ts'

/** Fields that name a row of the catalog, by the plan's table where others have a field of the name too. */
const NAMES: Readonly<Record<string, (catalog: Catalog, key: string) => unknown>> = {
  catalogRegionId: getRegion,
  catalogModelId: getModel,
  catalogAcceleratorId: getAccelerator,
  'facility.coolingTechnologyId': getCooling,
  energySourceId: getEnergySource,
  'demand.archetypeId': getArchetype,
  'distribution.leases.acceleratorId': getAccelerator,
}

/** Cells that name a row that the catalog does not have, with the nearest that it has. */
export function unknownNames({ sheet, columns, rows }: FileTable, catalog: Catalog): RowFault[] {
  return columns.flatMap(({ index, field }) => {
    const get = NAMES[`${sheet}.${field}`] ?? NAMES[field]
    if (!get) return []
    return rows.flatMap(({ number, cells }): RowFault[] => {
      const cell = cells[index] ?? null
      if (isEmpty(cell)) return []
      return findFaults(() => get(catalog, String(cell).trim())).map(({ expected }) => ({
        sheet,
        row: number,
        column: field,
        value: cell,
        expected,
      }))
    })
  })
}
