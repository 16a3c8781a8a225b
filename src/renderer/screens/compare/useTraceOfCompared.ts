import { useSession } from '../../state/plan/session.ts'
import type { TraceOf } from '../../state/view/tracing.ts'
import type { Compared } from './compared.ts'

/** What figures of a compared plan are of; those of the plan in view lead to its fields. Null: it is not solved. */
export function useTraceOfCompared(): (compared: Compared) => TraceOf | null {
  const opened = useSession((state) => state.opened)
  return ({ key, plan, result, name }) => {
    if (!result) return null
    const isInView = key === opened?.plan.id && result.inputsHash === opened.inputsHash
    return isInView ? { plan: opened.plan, result } : { plan, result, name }
  }
}
