import type { TraceInput } from '../../engine/trace/trace.ts'
import { sourceAt } from '../../plan/differences.ts'
import { findPaths } from '../../plan/planPath.ts'
import { jumpTo } from '../state/problems.ts'
import { go } from '../state/route.ts'
import { useSession } from '../state/session.ts'
import { usePlan } from '../state/usePlan.ts'
import { useWords } from '../words/useWords.ts'

/** Where an input comes from: a field of the plan, with its source, or a cell of the catalog with its own. */
export function TraceSource({ input }: { readonly input: TraceInput }) {
  if (input.path !== undefined) return <FieldSource path={input.path} />
  return input.cell === undefined ? null : <CellSource cell={input.cell} />
}

function FieldSource({ path }: { readonly path: string }) {
  const words = useWords().trace
  const { plan } = usePlan()
  const source = sourceAt(plan, path)
  return (
    <small>
      <button type="button" title={path} onClick={() => jumpTo(findPaths(plan, path)[0]!)}>
        {words.toField}
      </button>{' '}
      {source || words.noSource}
    </small>
  )
}

function CellSource({ cell }: { readonly cell: NonNullable<TraceInput['cell']> }) {
  const words = useWords().trace
  const catalog = useSession((state) => state.catalog)
  const rows: unknown = catalog && Reflect.get(catalog, cell.table)
  const row: unknown = Array.isArray(rows) ? rows.find((own) => textAt(own, 'id') === cell.rowId) : undefined
  const parts = [
    textAt(row, 'source'),
    textAt(row, 'date'),
    textAt(row, 'confidence') || textAt(row, 'grade'),
  ]
  return (
    <small>
      <button
        type="button"
        title={`${cell.table} ${cell.rowId} ${cell.column}`}
        onClick={() => go('catalog')}
      >
        {words.toCatalog}
      </button>{' '}
      {cell.rowId}: {parts.filter(Boolean).join(', ') || words.noSource}
    </small>
  )
}

function textAt(row: unknown, key: string): string {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, key) : undefined
  return typeof value === 'string' ? value : ''
}
