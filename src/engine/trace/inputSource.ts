import type { Catalog } from '../../plan/catalog/catalog.ts'
import { sourceAt } from '../../plan/differences.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { TraceInput } from './trace.ts'

/**
 * Where an input comes from: what the plan notes of its field or of its own value of a
 * cell, or source, date and grade of the row of the catalog.
 */
export function inputSource(plan: Plan, catalog: Catalog, { path, cell }: TraceInput): string {
  if (path !== undefined) return sourceAt(plan, path)
  if (cell === undefined) return ''
  const own = plan.catalogOverrides.find(
    ({ table, rowId, column }) => table === cell.table && rowId === cell.rowId && column === cell.column,
  )
  if (own) return own.note
  const rows: unknown = Reflect.get(catalog, cell.table)
  const row: unknown = Array.isArray(rows) ? rows.find((own) => textAt(own, 'id') === cell.rowId) : undefined
  const grade = textAt(row, 'confidence') || textAt(row, 'grade')
  return [textAt(row, 'source'), textAt(row, 'date'), grade && `(${grade})`].filter(Boolean).join(', ')
}

/** The grade that a source says of itself: A primary, B secondary, C estimate; nothing: it says none. */
export function gradeIn(source: string): string {
  return /\(([ABC])\)|grade ([ABC])\b/.exec(source)?.slice(1).find(Boolean) ?? ''
}

function textAt(row: unknown, key: string): string {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, key) : undefined
  return typeof value === 'string' ? value : ''
}
