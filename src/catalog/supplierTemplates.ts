import type { Catalog } from '../plan/catalog/catalog.ts'
import type { EnergySourceRow, RegionRow } from '../plan/catalog/siteRows.ts'

/** A contract, plant or tariff that a supplier stands for, with the catalog's own figures. */
export type SupplierTemplate = {
  readonly supplierId: string
  readonly supplier: string
  readonly offers: string
} & (
  | {
      readonly kind: 'contract'
      readonly row: EnergySourceRow
      readonly contract: 'pay-as-produced' | 'baseload'
    }
  | { readonly kind: 'on-site'; readonly row: EnergySourceRow }
  | { readonly kind: 'tariff'; readonly row: RegionRow }
)

/** Sources that run at an even output all year round; sun and wind are paid as they produce. */
const STEADY = /nuclear|hydro|geothermal|smr/

/**
 * Suppliers of energy as templates: one for each source that a supplier's row stands for, and for a utility one with
 * the price, demand charge and queue of each region that it stands for. Names are the industry's, figures the
 * catalog's: no quote of the supplier.
 */
export function supplierTemplates(catalog: Catalog): SupplierTemplate[] {
  return catalog.suppliers
    .filter(({ kind }) => kind === 'energy' || kind === 'utility')
    .flatMap(({ id, supplier, offers, standsFor }) =>
      standsFor.flatMap((name): SupplierTemplate[] => {
        const [table, rowId] = name.split(':')
        const shared = { supplierId: id, supplier, offers }
        if (table === 'regions') {
          const row = catalog.regions.find((own) => own.id === rowId)
          return row ? [{ ...shared, kind: 'tariff', row }] : []
        }
        const row = catalog.energy_sources.find((own) => own.id === rowId)
        if (table !== 'energy_sources' || !row || row.kind === 'grid') return []
        if (row.kind === 'storage') return [{ ...shared, kind: 'on-site', row }]
        return [
          {
            ...shared,
            kind: 'contract',
            row,
            contract: STEADY.test(row.id) ? 'baseload' : 'pay-as-produced',
          },
        ]
      }),
    )
}
