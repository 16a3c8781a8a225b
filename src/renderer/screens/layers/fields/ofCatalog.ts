import { findAccelerator } from '../../../../catalog/find.ts'
import type { Catalog } from '../../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../../plan/schema/plan.ts'
import type { Site } from '../../../../plan/schema/site.ts'
import type { CatalogValue, Field } from '../../../grid/field.ts'
import { unitOfCatalog } from '../../catalog/unitOfCatalog.ts'

type BuildingRow = Catalog['building'][number]
type OfCatalog = NonNullable<Field['ofCatalog']>

/** Of the site's kind of building. */
export const ofBuilding =
  (column: 'moduleMwIt' | 'buildMonthsTyp' | 'capexMusdPerMwTotal'): OfCatalog =>
  (site, catalog): CatalogValue | undefined => {
    const { archetypeId } = (site as Site).facility
    const row: BuildingRow | undefined = catalog.building.find(({ id }) => id === archetypeId)
    return row && { value: row[column], source: row.source, grade: row.confidence }
  }

/** Of the unit's kind of accelerator and how many of them it has. */
export const ofAccelerator =
  (field: 'unitItKw' | 'priceUsdPerUnit'): OfCatalog =>
  (own, catalog): CatalogValue | undefined => {
    const { catalogAcceleratorId, accelPerUnit } = own as Plan['accelerators'][number]
    const row = findAccelerator(catalog, catalogAcceleratorId)
    const value = row && unitOfCatalog(row, accelPerUnit)[field]
    if (!row || value === undefined) return undefined
    return {
      value,
      source: field === 'unitItKw' ? (row.serverWBasis ?? '') : (row.priceBasis ?? ''),
      grade: row.grade,
    }
  }
