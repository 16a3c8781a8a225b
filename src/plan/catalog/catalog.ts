import type { z } from 'zod'
import { DepreciationLifeRow, ExchangeRateRow } from './moneyRows.ts'
import { CoverageRow, SupplierRow } from './nameRows.ts'
import * as rows from './rows.ts'

/** Tables of the catalog by file name, and the columns that together make a row unique. */
export const TABLES = {
  accelerators: { row: rows.AcceleratorRow, key: ['id'] },
  models: { row: rows.ModelRow, key: ['id'] },
  regions: { row: rows.RegionRow, key: ['id'] },
  demand_archetypes: { row: rows.ArchetypeRow, key: ['id'] },
  demand_profiles: { row: rows.ProfileRow, key: ['profileId', 'dayType'] },
  energy_sources: { row: rows.EnergySourceRow, key: ['id'] },
  cooling: { row: rows.CoolingRow, key: ['id'] },
  building: { row: rows.BuildingRow, key: ['id'] },
  equipment: { row: rows.EquipmentRow, key: ['id'] },
  systems: { row: rows.SystemRow, key: ['id'] },
  leasing_offers: { row: rows.LeasingOfferRow, key: ['id'] },
  token_prices: { row: rows.TokenPriceRow, key: ['id'] },
  latency: { row: rows.LatencyRow, key: ['from', 'to'] },
  export_rules: { row: rows.ExportRuleRow, key: ['restriction', 'country'] },
  network_parts: { row: rows.NetworkPartRow, key: ['id'] },
  exchange_rates: { row: ExchangeRateRow, key: ['id'] },
  depreciation_lives: { row: DepreciationLifeRow, key: ['id'] },
  suppliers: { row: SupplierRow, key: ['id'] },
  coverage: { row: CoverageRow, key: ['number'] },
} as const

export type TableName = keyof typeof TABLES
export type Catalog = { readonly [T in TableName]: readonly z.infer<(typeof TABLES)[T]['row']>[] }
