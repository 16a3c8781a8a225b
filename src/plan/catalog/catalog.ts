import type { z } from 'zod'
import * as rows from './rows.ts'

/** Tables of the catalog by file name, and the column that makes a row unique (null: none does). */
export const TABLES = {
  accelerators: { row: rows.AcceleratorRow, key: 'id' },
  models: { row: rows.ModelRow, key: 'id' },
  regions: { row: rows.RegionRow, key: 'id' },
  demand_archetypes: { row: rows.ArchetypeRow, key: 'id' },
  demand_profiles: { row: rows.ProfileRow, key: null },
  energy_sources: { row: rows.EnergySourceRow, key: 'id' },
  cooling: { row: rows.CoolingRow, key: 'id' },
  building: { row: rows.BuildingRow, key: 'id' },
  equipment: { row: rows.EquipmentRow, key: 'id' },
  leasing_offers: { row: rows.LeasingOfferRow, key: null },
  token_prices: { row: rows.TokenPriceRow, key: null },
  latency: { row: rows.LatencyRow, key: null },
} as const

export type TableName = keyof typeof TABLES
export type Catalog = { readonly [T in TableName]: readonly z.infer<(typeof TABLES)[T]['row']>[] }
