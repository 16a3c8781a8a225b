import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import { efficiencyAt } from './efficiency.ts'

const UPS = 'ups_1875'
/** Transformer, busway, lights and house, 1 % each. */
const REST = 0.03

/** Electrical losses over IT power: 1 - UPS efficiency at its load, and a hundredth each of what stands around it. */
export function electricalLosses(catalog: Catalog, upsLoadShare: number): number {
  const row = catalog.equipment.find((own) => own.id === UPS)
  const efficiency = row ? efficiencyAt(row, upsLoadShare) : null
  if (efficiency !== null) return 1 - efficiency + REST
  throw new AppFault('not-found', 'The catalog has no curve of a UPS', [
    { path: 'equipment', value: UPS, expected: 'a row of equipment.csv with efficiencies' },
  ])
}
