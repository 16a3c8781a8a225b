import { findAccelerator, findModel } from '../../catalog/find.ts'
import type { Source } from '../source.ts'

/** What names things, in the plan and in its view of the catalog. */
export type Named = Pick<Source, 'plan' | 'catalog' | 'names'>

type NameOf = (own: Named, id: string) => string | undefined

const row = <T extends { readonly id: string }>(rows: readonly T[], id: string): T | undefined =>
  rows.find((own) => own.id === id)
const siteName: NameOf = ({ plan }, id) => row(plan.sites, id)?.name
const regionName: NameOf = ({ plan }, id) => row(plan.regions, id)?.name
const modelName: NameOf = ({ names }, id) => names.model(id)
const coolingName: NameOf = ({ catalog }, id) => row(catalog.cooling, id)?.technology
const catalogAcceleratorName: NameOf = ({ catalog }, id) => findAccelerator(catalog, id)?.accelerator

/** Fields that hold an id, by the thing that it is of. */
const REFERENCES: Readonly<Record<string, NameOf>> = {
  siteId: siteName,
  regionId: regionName,
  modelId: modelName,
  strongModelId: modelName,
  weakModelId: modelName,
  technologyId: coolingName,
  technologyIds: coolingName,
  coolingTechnologyId: coolingName,
  catalogAcceleratorId: catalogAcceleratorName,
  // Of the plan's own; a lease names the catalog's.
  acceleratorId: (own, id) =>
    row(own.plan.accelerators, id) ? own.names.accelerator(id) : catalogAcceleratorName(own, id),
  catalogModelId: ({ catalog }, id) => findModel(catalog, id)?.model,
  catalogRegionId: ({ catalog }, id) => row(catalog.regions, id)?.name,
  energySourceId: ({ catalog }, id) => row(catalog.energy_sources, id)?.technology,
  archetypeId: ({ catalog }, id) =>
    row(catalog.building, id)?.archetype ?? row(catalog.demand_archetypes, id)?.name,
  tokenPriceId: ({ catalog }, id) => {
    const price = row(catalog.token_prices, id)
    return price && `${price.model}, ${price.provider}`
  },
  classId: ({ names }, id) => names.taskClass(id),
  barredClasses: ({ names }, id) => names.taskClass(id),
}

/** The name of what a field refers to; a text that refers to nothing known as it stands. */
export function referenceName(own: Named, field: string, text: string): string {
  return (Object.hasOwn(REFERENCES, field) && REFERENCES[field]!(own, text)) || text
}

/** A thing in a list of the plan that has no name of its own: as the catalog calls it, else its id. */
export function thingName({ plan, names }: Named, path: readonly (string | number)[], id: string): string {
  const list = String(path.at(-2))
  if (list === 'accelerators') return names.accelerator(id)
  if (list === 'models') return names.model(id)
  if (list === 'contracts' || list === 'onSite') return names.supply(id, plan.sites[Number(path[1])]?.id)
  return id
}
