import { plantRow } from '../../catalog/storageOfHours.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { EnergySourceRow } from '../../plan/catalog/siteRows.ts'
import type { Site } from '../../plan/schema/site.ts'

type OnSite = Site['power']['onSite'][number]

/** What may fail of a plant: a whole unit of it, a set that stands by, the weather, or nothing but its charge. */
export type PlantKind = 'unit' | 'standby' | 'weather' | 'storage'

/** A river counts for less than this share of its megawatts, a reactor or a well for more. */
const RIVER_CREDIT = 0.75

/** The catalog's row of a plant, at its own hours of storage. */
export const plantOf = (catalog: Catalog, plant: OnSite): EnergySourceRow => plantRow(catalog, plant)

export function plantKind(catalog: Catalog, plant: OnSite): PlantKind {
  const { kind, firmCapacityCredit } = plantOf(catalog, plant)
  switch (kind) {
    case 'storage':
      return 'storage'
    case 'backup':
      return 'standby'
    case 'thermal':
      return 'unit'
    default:
      return kind === 'firm' && firmCapacityCredit >= RIVER_CREDIT ? 'unit' : 'weather'
  }
}
