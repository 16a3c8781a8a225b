import type { Catalog, TableName } from '../plan/catalog/catalog.ts'
import { nameKey } from './nameKey.ts'

/** A row that a search found. */
export interface CatalogHit {
  readonly table: TableName
  readonly id: string
  readonly name: string
  /** Grade of the row's source; null for a name of the industry's map. */
  readonly grade: 'A' | 'B' | 'C' | null
  /** For a supplier or a name of the map: the rows and parts of the program that stand for it. */
  readonly coveredBy: readonly string[]
  /** What the name asks for and the program does not have. */
  readonly missing: string | null
}

interface Entry extends CatalogHit {
  readonly aliases: readonly string[]
}

/**
 * Rows whose id, name or other names hold every word of the query; whole names first, then table by table. `spellingOf`
 * gives a name in another language.
 */
export function searchCatalog(
  catalog: Catalog,
  query: string,
  spellingOf: (name: string) => string | undefined = () => undefined,
): CatalogHit[] {
  const whole = nameKey(query)
  const wanted = query.split(/\s+/).map(nameKey).filter(Boolean)
  if (wanted.length === 0) return []
  const rankOf = ({ id, name, aliases }: Entry) => {
    const names = [id, name, spellingOf(name) ?? '', ...aliases].map(nameKey)
    if (names.includes(whole)) return 0
    return names.some((own) => wanted.every((word) => own.includes(word))) ? 1 : 2
  }
  return listEntries(catalog)
    .map((entry) => ({ entry, rank: rankOf(entry) }))
    .filter(({ rank }) => rank < 2)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry: { aliases: _, ...hit } }) => hit)
}

function listEntries(catalog: Catalog): Entry[] {
  const { accelerators, systems, models, regions, suppliers, coverage } = catalog
  return [
    ...accelerators.map((row) =>
      entry('accelerators', row.id, row.accelerator, row.grade, [...row.aliases, row.ecosystem]),
    ),
    ...systems.map((row) => entry('systems', row.id, row.system, row.grade, row.aliases)),
    ...models.map((row) => entry('models', row.id, row.model, row.grade, row.aliases)),
    ...regions.map((row) => entry('regions', row.id, row.name, row.confPrice)),
    ...catalog.demand_archetypes.map((row) => entry('demand_archetypes', row.id, row.name, row.confidence)),
    ...catalog.energy_sources.map((row) =>
      entry('energy_sources', row.id, row.technology, row.confidenceCost),
    ),
    ...catalog.cooling.map((row) => entry('cooling', row.id, row.technology, row.confidencePpue)),
    ...catalog.building.map((row) => entry('building', row.id, row.archetype, row.confidence)),
    ...catalog.equipment.map((row) => entry('equipment', row.id, row.equipment, row.confidence)),
    ...catalog.leasing_offers.map((row) =>
      entry('leasing_offers', row.id, `${row.provider} ${row.accelerator}`, row.confidence),
    ),
    ...catalog.token_prices.map((row) =>
      entry('token_prices', row.id, `${row.provider} ${row.model}`, row.confidence),
    ),
    ...catalog.network_parts.map((row) => entry('network_parts', row.id, row.part, row.grade)),
    ...suppliers.map((row) => ({
      ...entry('suppliers', row.id, row.supplier, row.grade, row.aliases),
      coveredBy: row.standsFor,
    })),
    ...coverage.map((row) => ({
      ...entry('coverage', row.number, row.name, null, row.aliases),
      coveredBy: row.coveredBy,
      missing: row.missing,
    })),
  ]
}

function entry(
  table: TableName,
  id: string,
  name: string,
  grade: CatalogHit['grade'],
  aliases: readonly string[] = [],
): Entry {
  return { table, id, name, grade, aliases, coveredBy: [], missing: null }
}
