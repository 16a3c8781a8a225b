import { useEffect, useState } from 'react'
import { type Leaning, leanings } from '../../../engine/trace/decisions/leanings.ts'
import { gradeIn, inputSource } from '../../../engine/trace/inputSource.ts'
import { derived } from '../plan/derived.ts'
import { useSession } from '../plan/session.ts'
import { traceContext } from '../view/tracing.ts'

export interface SourcedLeaning extends Leaning {
  readonly source: string
  /** A, B or C; empty: the source says none. */
  readonly grade: string
}

const NONE: readonly SourcedLeaning[] = []
/** They are still being looked for. */
export const NOT_YET: readonly SourcedLeaning[] = []

/**
 * Inputs that the cost of the plan in view leans on, the most first; none while its result is stale. Found after the
 * screen is drawn: half a second on a large plan, which the first screen need not wait for.
 */
export function useLeanings(): readonly SourcedLeaning[] {
  const plan = useSession((state) => state.opened?.plan)
  const shipped = useSession((state) => state.catalog)
  const kept = useSession((state) => state.kept)
  const [found, setFound] = useState({ of: kept, items: NOT_YET })
  useEffect(() => {
    if (!plan || !shipped || !kept || kept.isStale) return
    const timer = setTimeout(() => {
      const items = derived(() => leanings(traceContext({ plan, result: kept.result }, shipped))) ?? []
      const withSource = items.map((own) => {
        // The note of a model is on its quality; its speed is a prediction.
        const source = own.input.word === 'speed' ? '' : inputSource(plan, shipped, own.input)
        return { ...own, source, grade: gradeIn(source) }
      })
      setFound({ of: kept, items: withSource })
    })
    return () => clearTimeout(timer)
  }, [plan, shipped, kept])
  if (!kept || kept.isStale) return NONE
  return found.of === kept ? found.items : NOT_YET
}
