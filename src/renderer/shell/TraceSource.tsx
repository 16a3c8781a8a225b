import { inputSource } from '../../engine/trace/inputSource.ts'
import type { TraceInput } from '../../engine/trace/trace.ts'
import { findPaths } from '../../plan/planPath.ts'
import { openCell } from '../state/catalogView.ts'
import { jumpTo } from '../state/problems.ts'
import { usePlan } from '../state/usePlan.ts'
import { useWords } from '../words/useWords.ts'

/** Where an input comes from: a field of the plan, with its source, or a cell of the catalog with its own. */
export function TraceSource({ input }: { readonly input: TraceInput }) {
  const words = useWords().trace
  const { plan, catalog } = usePlan()
  const { path, cell } = input
  if (path === undefined && cell === undefined) return null
  const source = inputSource(plan, catalog, input) || words.noSource
  return (
    <small>
      {cell ? (
        <button
          type="button"
          title={`${cell.table} ${cell.rowId} ${cell.column}`}
          onClick={() => openCell(cell)}
        >
          {words.toCatalog}
        </button>
      ) : (
        <button type="button" title={path} onClick={() => jumpTo(findPaths(plan, path!)[0]!)}>
          {words.toField}
        </button>
      )}{' '}
      {cell ? `${cell.rowId}: ${source}` : source}
    </small>
  )
}
