import { inputSource } from '../../../engine/trace/inputSource.ts'
import type { TraceInput } from '../../../engine/trace/trace.ts'
import { findPaths } from '../../../plan/planPath.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { said } from '../../format/punctuation.ts'
import { readAt } from '../../grid/field.ts'
import { defaultAt } from '../../grid/origin.ts'
import { openCell } from '../../state/plan/catalogView.ts'
import { jumpTo } from '../../state/plan/problems.ts'
import { useSession } from '../../state/plan/session.ts'
import { seenBy, usePlan } from '../../state/plan/usePlan.ts'
import { useTraceOf } from '../../state/view/tracing.ts'
import { usePathName } from '../../words/usePathName.ts'
import { useShippedText } from '../../words/useShippedText.ts'
import { useWords } from '../../words/useWords.ts'

/** Where an input comes from: a field of the plan, with its source, or a cell of the catalog with its own. */
export function TraceSource({ input }: { readonly input: TraceInput }) {
  const words = useWords().trace
  const say = useShippedText()
  const { plan: inView, catalog: seen } = usePlan()
  const shipped = useSession((state) => state.catalog)
  const of = useTraceOf()
  const nameOfPath = usePathName()
  const plan = of?.plan ?? inView
  const catalog = shipped ? seenBy(plan, shipped) : seen
  const { path, cell } = input
  const place = path === undefined ? undefined : findPaths(plan, path)[0]
  if (place === undefined && cell === undefined && input.source === undefined) return null
  const source =
    say(inputSource(plan, catalog, input)) ||
    (place && isDefault(plan, place) ? words.ownDefault : words.noSource)
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
        place &&
        (of?.name === undefined ? (
          <button type="button" title={path} onClick={() => jumpTo(place)}>
            {words.toField}
          </button>
        ) : (
          <span title={path}>{nameOfPath(path!)};</span>
        ))
      )}{' '}
      {cell ? said(cell.rowId, source) : source}
    </small>
  )
}

/** Whether a value is what would hold if the plan said nothing of it. */
function isDefault(plan: Plan, path: readonly (string | number)[]): boolean {
  const standard = defaultAt(path)
  return standard !== undefined && JSON.stringify(standard) === JSON.stringify(readAt(plan, path))
}
