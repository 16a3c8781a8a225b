import type { z } from 'zod'
import { ArchetypeRow, ProfileRow } from './demandRows.ts'
import { AcceleratorRow, ExportRuleRow, NetworkPartRow, SystemRow } from './hardwareRows.ts'
import { ModelRow } from './modelRows.ts'
import { DepreciationLifeRow, ExchangeRateRow } from './moneyRows.ts'
import { CoverageRow, SupplierRow } from './nameRows.ts'
import { LeasingOfferRow, TokenPriceRow } from './offerRows.ts'
import { BuildingRow, CoolingRow, EnergySourceRow, EquipmentRow, LatencyRow, RegionRow } from './siteRows.ts'

/**
 * Tables of the catalog by file name, and the columns that together make a row unique. A row names every column of its
 * file: one that is missing or not named is a fault.
 */
export const TABLES = {
  accelerators: { row: AcceleratorRow, key: ['id'] },
  models: { row: ModelRow, key: ['id'] },
  regions: { row: RegionRow, key: ['id'] },
  demand_archetypes: { row: ArchetypeRow, key: ['id'] },
  demand_profiles: { row: ProfileRow, key: ['profileId', 'dayType'] },
  energy_sources: { row: EnergySourceRow, key: ['id'] },
  cooling: { row: CoolingRow, key: ['id'] },
  building: { row: BuildingRow, key: ['id'] },
  equipment: { row: EquipmentRow, key: ['id'] },
  systems: { row: SystemRow, key: ['id'] },
  leasing_offers: { row: LeasingOfferRow, key: ['id'] },
  token_prices: { row: TokenPriceRow, key: ['id'] },
  latency: { row: LatencyRow, key: ['from', 'to'] },
  export_rules: { row: ExportRuleRow, key: ['restriction', 'country'] },
  network_parts: { row: NetworkPartRow, key: ['id'] },
  exchange_rates: { row: ExchangeRateRow, key: ['id'] },
  depreciation_lives: { row: DepreciationLifeRow, key: ['id'] },
  suppliers: { row: SupplierRow, key: ['id'] },
  coverage: { row: CoverageRow, key: ['number'] },
} as const

export type TableName = keyof typeof TABLES
export type Catalog = { readonly [T in TableName]: readonly z.infer<(typeof TABLES)[T]['row']>[] }
