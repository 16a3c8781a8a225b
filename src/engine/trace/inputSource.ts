import { cellSource } from '../../catalog/cellSource.ts'
import { toColumn } from '../../catalog/toColumn.ts'
import { type Catalog, TABLES } from '../../plan/catalog/catalog.ts'
import { sourceAt } from '../../plan/differences.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { TraceInput } from './trace.ts'

/**
 * Where an input comes from: what the plan notes of its field or of its own value of a
 * cell, or source, date and grade of the row of the catalog.
 */
export function inputSource(plan: Plan, catalog: Catalog, { path, cell, source }: TraceInput): string {
  if (source !== undefined) return source
  if (path !== undefined) return sourceAt(plan, path)
  if (cell === undefined) return ''
  const own = plan.catalogOverrides.find(
    ({ table, rowId, column }) => table === cell.table && rowId === cell.rowId && column === cell.column,
  )
  if (own) return own.note
  const rows: readonly Readonly<Record<string, unknown>>[] = catalog[cell.table]
  const row = rows.find((one) => one[TABLES[cell.table].key[0]] === cell.rowId)
  if (!row) return ''
  const { source: from, date, grade } = cellSource(row, toColumn(cell.column))
  return [from, date, grade && `(${grade})`].filter(Boolean).join(', ')
}

/** The grade that a source says of itself: A primary, B secondary, C estimate; nothing: it says none. */
export function gradeIn(source: string): string {
  return /\(([ABC])\)|grade ([ABC])\b/.exec(source)?.slice(1).find(Boolean) ?? ''
}
