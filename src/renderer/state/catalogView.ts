import { create } from 'zustand'
import { TABLES, type TableName } from '../../plan/catalog/catalog.ts'
import { go } from './route.ts'

/** A row of the catalog that was asked for, and the column of it; another object each time that it is asked for. */
export interface WantedRow {
  readonly rowId: string
  readonly column?: string
}

/** The table of the catalog in view; it stays as it was while other screens are. */
export const useCatalogView = create<{ readonly table: TableName; readonly wanted: WantedRow | null }>(
  () => ({
    table: 'accelerators',
    wanted: null,
  }),
)

/** Opens the catalog at a cell of it, marked. */
export function openCell(cell: {
  readonly table: string
  readonly rowId: string
  readonly column: string
}): void {
  const { rowId, column } = cell
  if (isTable(cell.table)) useCatalogView.setState({ table: cell.table, wanted: { rowId, column } })
  go('catalog')
}

const isTable = (name: string): name is TableName => Object.hasOwn(TABLES, name)
