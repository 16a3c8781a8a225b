import { create } from 'zustand'
import type { TraceRef } from '../../engine/trace/trace.ts'
import { TraceContext } from '../../engine/trace/traceContext.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { usePanes } from './panes.ts'

/** The figure whose trace is open, after those that led to it. */
export const useTracing = create<{ readonly trail: readonly TraceRef[] }>(() => ({ trail: [] }))

/** Opens the trace of a figure at the side of the screen. */
export function openTrace(ref: TraceRef): void {
  useTracing.setState({ trail: [ref] })
  usePanes.setState({ side: 'trace' })
}

/** One figure further down. */
export function followTrace(ref: TraceRef): void {
  useTracing.setState(({ trail }) => ({ trail: [...trail, ref] }))
}

/** Back to a figure of the trail, by its place. */
export function backToTrace(place: number): void {
  useTracing.setState(({ trail }) => ({ trail: trail.slice(0, place + 1) }))
}

let last: TraceContext | undefined

/** The same context for the same plan and result, so that what it derives is kept. */
export function traceContext(plan: Plan, shipped: Catalog, result: PlanResult): TraceContext {
  if (last?.plan !== plan || last.shipped !== shipped || last.result !== result)
    last = new TraceContext(plan, shipped, result)
  return last
}
