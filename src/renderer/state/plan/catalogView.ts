import { create } from 'zustand'
import type { CatalogCell } from '../../../engine/trace/trace.ts'
import type { TableName } from '../../../plan/catalog/catalog.ts'
import { go } from '../view/route.ts'

/** A row of the catalog that was asked for, and its column; another object each time that it is asked for. */
export interface WantedRow {
  readonly rowId: string
  readonly column?: string
}

/** The table of the catalog in view; it stays as it was while other screens are. */
export const useCatalogView = create<{ readonly table: TableName; readonly wanted: WantedRow | null }>(
  () => ({ table: 'accelerators', wanted: null }),
)

/** Opens the catalog at a cell of it, marked. */
export function openCell({ table, rowId, column }: CatalogCell): void {
  useCatalogView.setState({ table, wanted: { rowId, column } })
  go('catalog')
}
