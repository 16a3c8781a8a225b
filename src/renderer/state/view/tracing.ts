import { useMemo } from 'react'
import { create } from 'zustand'
import type { Asked } from '../../../engine/trace/decisions/asked.ts'
import type { Trace, TraceRef } from '../../../engine/trace/trace.ts'
import { TraceContext } from '../../../engine/trace/traceContext.ts'
import { traceOf } from '../../../engine/trace/traceOf.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { derived } from '../plan/derived.ts'
import { useSession } from '../plan/session.ts'
import { usePanes } from './panes.ts'

/** What a figure is of, where it is not of the result in view alone. */
export interface TraceOf {
  readonly plan: Plan
  /** Null where the plan is not solved as it stands: figures of its inputs alone have traces all the same. */
  readonly result: PlanResult | null
  /** Of the plan or revision, where another than the plan in view. */
  readonly name?: string
  readonly asked?: Asked
}

/** A figure on the way down. */
interface Step {
  readonly ref: TraceRef
  /** Of the first plan compared, not of the plan that the figure pressed is of. */
  readonly isOfFirst: boolean
}

/** The figure whose trace is open, after those that led to it. */
export const useTracing = create<{ readonly trail: readonly Step[]; readonly of: TraceOf | null }>(() => ({
  trail: [],
  of: null,
}))

/** Opens the trace of a figure at the side of the screen. */
export function openTrace(ref: TraceRef, of: TraceOf | null = null): void {
  useTracing.setState({ trail: [{ ref, isOfFirst: false }], of })
  usePanes.setState({ side: 'trace' })
}

/** One figure further down; below a figure of the first plan compared all are of that plan. */
export function followTrace(ref: TraceRef, isOfFirst = false): void {
  useTracing.setState(({ trail }) => ({
    trail: [...trail, { ref, isOfFirst: isOfFirst || (trail.at(-1)?.isOfFirst ?? false) }],
  }))
}

/** Back to a figure of the trail, by its place. */
export function backToTrace(place: number): void {
  useTracing.setState(({ trail }) => ({ trail: trail.slice(0, place + 1) }))
}

/**
 * What the figure that was pressed is of: the plan and result in view, or those that it brought. No result where the
 * plan in view was changed since: a trace from its inputs would not be of its figures.
 */
function usePressedOf(): TraceOf | null {
  const of = useTracing((state) => state.of)
  const opened = useSession((state) => state.opened)
  const kept = useSession((state) => state.kept)
  return useMemo(() => {
    if (of?.name !== undefined) return of
    if (!opened) return null
    if (of?.result && of.result.inputsHash === opened.inputsHash) return of
    const isCurrent = kept !== null && !kept.isStale && of === null
    return { plan: opened.plan, result: isCurrent ? kept.result : null }
  }, [of, opened, kept])
}

/** What the open trace is of, which may be the first plan compared. */
export function useTraceOf(): TraceOf | null {
  const of = usePressedOf()
  const isOfFirst = useTracing((state) => state.trail.at(-1)?.isOfFirst ?? false)
  return isOfFirst ? (of?.asked?.change ?? null) : of
}

/** The traces of the trail, the open one last; null where nothing can be said of a figure. */
export function useTraces(): readonly (Trace | null)[] {
  const shipped = useSession((state) => state.catalog)
  const trail = useTracing((state) => state.trail)
  const of = usePressedOf()
  return useMemo(() => {
    if (!of || !shipped) return []
    const context = traceContext(of, shipped)
    return trail.map(({ ref, isOfFirst }) => derived(() => traceOf(isOfFirst ? context.first : context, ref)))
  }, [of, shipped, trail])
}

let last: TraceContext | undefined
let lastResult: PlanResult | null = null

/** The same context for the same plan and result, so that what it derives is kept. */
export function traceContext({ plan, result, asked }: TraceOf, shipped: Catalog): TraceContext {
  const isSame = last?.plan === plan && last.shipped === shipped && lastResult === result
  if (!last || !isSame || (asked && last.asked !== asked))
    last = new TraceContext(plan, shipped, result, asked)
  lastResult = result
  return last
}
