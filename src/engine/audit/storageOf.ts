import { HOURS_OF_STORAGE, plantRow } from '../../catalog/storageOfHours.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Site } from '../../plan/schema/site.ts'

/** Energy out over energy in where the plan does not say: of iron-air (an estimate), and of batteries (ATB). */
const IRON_AIR = 0.4
const BATTERY = 0.86

export interface StorageTerms {
  /** Hours at full power. */
  readonly hours: number
  /** Energy out over energy in. */
  readonly roundTripShare: number
}

/** What a plant on site can store; undefined of any that makes power. */
export function storageOf(
  catalog: Catalog,
  plant: Site['power']['onSite'][number],
): StorageTerms | undefined {
  const { id, kind } = plantRow(catalog, plant)
  if (kind !== 'storage') return undefined
  return {
    hours: plant.durationH ?? HOURS_OF_STORAGE[id] ?? 0,
    roundTripShare: plant.roundTripShare ?? (id.startsWith('ldes') ? IRON_AIR : BATTERY),
  }
}
