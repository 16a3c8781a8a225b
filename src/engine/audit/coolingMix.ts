import { getCooling } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { CoolingRow } from '../../plan/catalog/siteRows.ts'
import type { Site } from '../../plan/schema/site.ts'
import { type Said, say } from './said.ts'

/** A technology of a site, and its share of the site's blocks. */
export interface CoolingMixPart {
  readonly row: CoolingRow
  readonly share: number
}

/** What cools a site: one technology, or several by the number of blocks that have each. */
export function coolingMix({ facility }: Pick<Site, 'facility'>, catalog: Catalog): CoolingMixPart[] {
  const { coolingBlocks: list, coolingTechnologyId, coolingChoice } = facility
  if (list.length === 0 || coolingChoice !== 'solve')
    return [{ row: getCooling(catalog, coolingTechnologyId), share: 1 }]
  let all = 0
  for (const { blocks } of list) all += blocks
  return list.map((own) => ({ row: getCooling(catalog, own.technologyId), share: own.blocks / all }))
}

/** Mean of a figure over the blocks of a site. */
export function overMix(mix: readonly CoolingMixPart[], pick: (row: CoolingRow) => number): number {
  let sum = 0
  for (const { row, share } of mix) sum += share * pick(row)
  return sum
}

/** The technologies of a mix, one after another. */
export function saidCooling(mix: readonly CoolingMixPart[]): Said {
  return mix
    .map(({ row }) => say`${{ id: row.id, name: row.technology }}`)
    .reduce((said, own) => say`${said}; ${own}`)
}
