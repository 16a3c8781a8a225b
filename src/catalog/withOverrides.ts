import type { z } from 'zod'
import { type Catalog, TABLES, type TableName } from '../plan/catalog/catalog.ts'
import { AppFault, type InputFault } from '../plan/fault.ts'
import type { CatalogOverride } from '../plan/schema/override.ts'
import { toColumn } from './toColumn.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

/**
 * The catalog as a plan sees it: its overrides in place of the shipped values, each checked as the file's own cell
 * would be. One that names no table, row or column, or whose value does not fit, is a fault.
 */
export function withOverrides(catalog: Catalog, overrides: readonly CatalogOverride[]): Catalog {
  if (overrides.length === 0) return catalog
  const faults: InputFault[] = []
  const tables: Record<string, Rows> = { ...catalog }
  overrides.forEach((override, index) => {
    const changed = applyOne(tables, override)
    if ('rows' in changed) tables[override.table] = changed.rows
    else faults.push({ ...changed, path: `catalogOverrides[${index}].${changed.path}` })
  })
  if (faults.length > 0)
    throw new AppFault('bad-input', 'The plan overrides what the catalog does not have', faults)
  return tables as unknown as Catalog
}

/** The override's table with its value in place, or what is wrong with the override. */
function applyOne(
  tables: Readonly<Record<string, Rows>>,
  override: CatalogOverride,
): { readonly rows: Rows } | InputFault {
  const { table, rowId } = override
  if (!isTable(table))
    return { path: 'table', value: table, expected: `one of ${Object.keys(TABLES).join(', ')}` }
  const rows = tables[table]!
  const key: string = TABLES[table].key[0]
  const at = rows.findIndex((row) => row[key] === rowId)
  if (at < 0) return { path: 'rowId', value: rowId, expected: `a row of ${table}.csv` }
  const column = toColumn(override.column)
  const shape: Readonly<Record<string, z.ZodType>> = TABLES[table].row.shape
  const cell = shape[column]
  if (!cell || column === key)
    return { path: 'column', value: override.column, expected: `a column of ${table}.csv` }
  const read = cell.safeParse(String(override.value))
  if (read.success) return { rows: rows.with(at, { ...rows[at], [column]: read.data }) }
  const expected = read.error.issues[0]?.message ?? 'a value that fits the column'
  return { path: 'value', value: override.value, expected }
}

function isTable(name: string): name is TableName {
  return Object.hasOwn(TABLES, name)
}
