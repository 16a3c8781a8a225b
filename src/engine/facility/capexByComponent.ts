import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Facility } from '../../plan/schema/site.ts'

export interface ComponentCapex {
  readonly component: 'shell' | 'electrical' | 'mechanical' | 'fitout'
  readonly share: number
  readonly musdPerMw: number
  readonly musd: number
}

/**
 * What rooms cost by component: the plan's price of a MW, split as the archetype's row is (the split is an estimate of
 * the catalog). Null where the archetype has no row.
 */
export function capexByComponent(
  { archetypeId, capexMusdPerMw }: Pick<Facility, 'archetypeId' | 'capexMusdPerMw'>,
  catalog: Pick<Catalog, 'building'>,
  builtMw: number,
): ComponentCapex[] | null {
  const row = catalog.building.find((own) => own.id === archetypeId)
  if (!row) return null
  const parts = {
    shell: row.capexMusdPerMwShellSite,
    electrical: row.capexMusdPerMwElectrical,
    mechanical: row.capexMusdPerMwMechanical,
    fitout: row.capexMusdPerMwFitout,
  }
  const all = Object.values(parts).reduce((sum, value) => sum + value, 0)
  if (all <= 0) return null
  return (['shell', 'electrical', 'mechanical', 'fitout'] as const).map((component) => {
    const share = parts[component] / all
    const musdPerMw = capexMusdPerMw * share
    return { component, share, musdPerMw, musd: musdPerMw * builtMw }
  })
}
