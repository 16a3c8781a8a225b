import type { Catalog, TableName } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import * as rows from '../layers/newRows.ts'
import { unitOfCatalog } from './unitOfCatalog.ts'

/** Puts a row of the catalog into the plan's own list; answers with the path of what it made. */
type Use = (draft: Plan, catalog: Catalog, id: string) => readonly (string | number)[]

/** Accelerators of a unit where the catalog does not say how many a server has. */
const USUAL_PER_SERVER = 8

/** Tables whose rows a plan can hold; of the others a plan takes rows by naming them in a field. */
const USES: { readonly [T in TableName]?: Use } = {
  accelerators: (draft, catalog, id) => {
    const row = catalog.accelerators.find((own) => own.id === id)!
    const like = rows.newAccelerator(draft)
    const accelPerUnit = row.accelPerServer ?? USUAL_PER_SERVER
    return add(draft, ['accelerators'], {
      ...like,
      catalogAcceleratorId: id,
      accelPerUnit,
      ...unitOfCatalog(row, accelPerUnit),
      cooling: row.cooling === 'air' ? 'air' : 'liquid',
    })
  },
  models: (draft, _, id) => add(draft, ['models'], { ...rows.newModel(draft), catalogModelId: id }),
  demand_archetypes: (draft, _, id) => add(draft, ['demand'], { ...rows.newDemand(draft), archetypeId: id }),
  regions: (draft, catalog, id) => {
    const { name, country } = catalog.regions.find((own) => own.id === id)!
    const neighbour = draft.regions.find(
      (own) => catalog.regions.find((row) => row.id === own.catalogRegionId)?.country === country,
    )
    const residencyZone = neighbour?.residencyZone ?? country.toLowerCase()
    return add(draft, ['sites'], { ...rows.newSite(draft), name, catalogRegionId: id, residencyZone })
  },
  leasing_offers: (draft, catalog, id) => {
    const row = catalog.leasing_offers.find((own) => own.id === id)!
    const usdPerAccelH = row.usdPerGpuHReserved ?? row.usdPerGpuHOnDemand ?? row.usdPerGpuHSpot
    return add(draft, ['distribution', 'leases'], {
      ...rows.newLease(draft),
      name: `${row.provider} ${row.accelerator}`,
      ...(row.acceleratorId === null ? {} : { acceleratorId: row.acceleratorId }),
      ...(usdPerAccelH === null ? {} : { usdPerAccelH }),
      note: `${row.source}, ${row.date} (${row.confidence})`,
    })
  },
  token_prices: (draft, catalog, id) => {
    const { provider, model } = catalog.token_prices.find((own) => own.id === id)!
    return add(draft, ['distribution', 'apis'], {
      ...rows.newApi(draft),
      name: `${provider} ${model}`,
      tokenPriceId: id,
    })
  },
}

export const canUse = (table: TableName): boolean => USES[table] !== undefined

export function takeRow(draft: Plan, catalog: Catalog, table: TableName, id: string) {
  return USES[table]!(draft, catalog, id)
}

function add(draft: Plan, list: readonly string[], row: object): readonly (string | number)[] {
  const own = list.reduce<unknown>((at, key) => Reflect.get(at as object, key), draft) as object[]
  own.push(row)
  return [...list, own.length - 1]
}
