import { getRegion } from '../../../catalog/find.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { designDay } from '../../climate/designDay.ts'
import type { CatalogCell, TraceInput } from '../trace.ts'
import type { TraceContext } from '../traceContext.ts'

/** The design day of a site, from its imported weather or from the row of its region. */
export function designInputs({ catalog }: Pick<TraceContext, 'catalog'>, site: Site): TraceInput[] {
  const { dryC, wetC } = designDay(site.profiles?.weather, getRegion(catalog, site.catalogRegionId))
  const from = (column: string): Pick<TraceInput, 'path' | 'cell'> =>
    site.profiles?.weather
      ? { path: `sites[${site.id}].profiles` }
      : { cell: { table: 'regions', rowId: site.catalogRegionId, column } satisfies CatalogCell }
  return [
    { word: 'dryBulb', value: dryC, unit: '°C', ...from('ashrae04_db_c') },
    { word: 'wetBulb', value: wetC, unit: '°C', ...from('ashrae04_wb_c') },
  ]
}

/** Field of a site's building that its PUE at the design day comes from. */
export function pueDesignField({ givenPue, givenPueDesign }: Site['facility']): string {
  if (givenPue === undefined) return 'coolingTechnologyId'
  return givenPueDesign === undefined ? 'givenPue' : 'givenPueDesign'
}
