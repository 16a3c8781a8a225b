import type { Catalog } from '../plan/catalog/catalog.ts'
import type { Plan } from '../plan/schema/plan.ts'
import type { Site } from '../plan/schema/site.ts'

/**
 * What a site's contracts and plant are called, by their ids: as the plan names them, else by their technology, with the id
 * where two are called the same.
 */
export function supplyNames({ power }: Pick<Site, 'power'>, catalog: Catalog): ReadonlyMap<string, string> {
  const all = [...power.contracts, ...power.onSite].map(({ id, energySourceId, name }) => {
    return { id, name: name ?? catalog.energy_sources.find((row) => row.id === energySourceId)?.technology }
  })
  const isAlone = (name: string): boolean => all.filter((own) => own.name === name).length === 1
  return new Map(
    all.map(({ id, name }) => [id, name === undefined ? id : isAlone(name) ? name : `${name} (${id})`]),
  )
}

/** The same of all sites, for what is added up over them; an id that sites call differently stays as it is. */
export function supplyNamesOfPlan(
  { sites }: Pick<Plan, 'sites'>,
  catalog: Catalog,
): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  for (const site of sites)
    for (const [id, name] of supplyNames(site, catalog))
      all.set(id, (all.get(id) ?? name) === name ? name : id)
  return all
}
