import type { Catalog } from '../plan/catalog/catalog.ts'
import type { TokenPriceRow } from '../plan/catalog/offerRows.ts'
import { nameKey } from './nameKey.ts'

/**
 * Prices of a model that hold on a day (`2026-07-31`), cheapest output first. The model is the id of a row of the
 * models, or the name under which a provider sells it; a price without an end holds until another is known.
 */
export function tokenPricesOn(catalog: Catalog, model: string, day: string): TokenPriceRow[] {
  const wanted = nameKey(model)
  return catalog.token_prices
    .filter((row) => row.modelId === model || nameKey(row.model) === wanted)
    .filter((row) => (row.validFrom ?? '') <= day && (row.validTo === null || day < row.validTo))
    .toSorted((a, b) => a.usdPerMOutput - b.usdPerMOutput)
}
