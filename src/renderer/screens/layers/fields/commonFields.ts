import type { Catalog } from '../../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../../plan/schema/plan.ts'
import type { Field, Option } from '../../../grid/field.ts'
import type { ChoiceWord } from '../../../words/useWords.ts'

export const byId = (items: readonly { id: string; name?: unknown }[]): Option[] =>
  items.map((item) => ({ value: item.id, label: String(item.name ?? item.id) }))

export const catalogRegions = (_: Plan, catalog: Catalog): Option[] => byId(catalog.regions)
export const choice = (...words: ChoiceWord[]): (() => Option[]) => {
  const options = words.map((word) => ({ value: word, label: word, word }))
  return () => options
}
/** Choices that are the same in every language, as in N+1. */
export const codes = (...values: string[]): (() => Option[]) => {
  const options = values.map((value) => ({ value, label: value }))
  return () => options
}

export const NAME: Field = { path: 'name', head: 'Name', kind: 'text', widthPx: 136 }
export const ID: Field = { path: 'id', head: 'Id', kind: 'text', widthPx: 104 }
export const NOTE: Field = { path: 'note', head: 'Note', kind: 'text', isOptional: true, widthPx: 92 }
export const ZONE: Field = {
  path: 'residencyZone',
  head: 'Residency zone',
  kind: 'text',
  help: 'Private data of a zone may be served only at sites of the same zone',
}
export const CATALOG_REGION: Field = {
  path: 'catalogRegionId',
  head: 'Catalog region',
  kind: 'choice',
  options: catalogRegions,
  help: 'Row of the regions catalog: place, climate, energy price, grid carbon',
  widthPx: 150,
}
export const LATENCY_ID: Field = {
  path: 'latencyId',
  head: 'Latency id',
  kind: 'text',
  isOptional: true,
  fallback: () => 'by distance',
  help: 'Name in the latency matrix, as in azure:eastus; without it round trips are estimated by distance',
  widthPx: 150,
}
