import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Site } from '../../plan/schema/site.ts'

/** What a site's contracts and plant are called, by their ids: their technology, with the id where two are the same. */
export function supplyNames({ power }: Pick<Site, 'power'>, catalog: Catalog): ReadonlyMap<string, string> {
  const all = [...power.contracts, ...power.onSite].map(({ id, energySourceId }) => {
    return { id, name: catalog.energy_sources.find((row) => row.id === energySourceId)?.technology }
  })
  const isAlone = (name: string): boolean => all.filter((own) => own.name === name).length === 1
  return new Map(
    all.map(({ id, name }) => [id, name === undefined ? id : isAlone(name) ? name : `${name} (${id})`]),
  )
}
