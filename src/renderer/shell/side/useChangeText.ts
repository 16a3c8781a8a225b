import type { TraceInput } from '../../../engine/trace/trace.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useTraceOf } from '../../state/view/tracing.ts'
import { useInputText } from '../../words/useInputText.ts'
import { useWords } from '../../words/useWords.ts'

/** An input that was changed by its name and its values before and after, as its own field shows them; undefined: it is another. */
export function useChangeText(): (input: TraceInput) => { name: string; value: string } | undefined {
  const { plan } = usePlan()
  const of = useTraceOf()
  const { words } = useWords().trace
  const inputs = useInputText([of?.plan ?? plan])
  return ({ change, of: path }) => {
    if (!change || path === undefined) return undefined
    return {
      name: `${words.changed} · ${inputs.name(path, change)}`,
      value: change.map((_, at) => inputs.text(path, change, at)).join(' → '),
    }
  }
}
