import { create } from 'zustand'
import type { AuditReport } from '../../../plan/result/audit.ts'
import { askOnce } from '../../worker/askOnce.ts'
import type { AuditOrder } from '../../worker/messages.ts'
import { guarded, type KeptResult, useSession } from '../plan/session.ts'

interface Auditing {
  /** Null while it runs, was stopped, or the result is of an older plan. */
  readonly report: AuditReport | null
  readonly isRunning: boolean
  /** Checks that are done, of how many. */
  readonly done: number
  readonly all: number
  /** The planner ended it before it was done. */
  readonly isStopped: boolean
}

const NOTHING: Auditing = { report: null, isRunning: false, done: 0, all: 0, isStopped: false }

/** The audit of the result in view. */
export const useAuditing = create<Auditing>(() => NOTHING)

let audited: KeptResult['result'] | undefined
let stop = (): void => undefined

/** Audits each result once, as it comes into view and is of the plan as it stands. */
useSession.subscribe(({ kept, opened }) => {
  if (kept?.result === audited && !kept?.isStale) return
  stop()
  audited = undefined
  useAuditing.setState(NOTHING)
  if (kept && !kept.isStale && opened) startAuditing()
})

/** Audits the result in view in a worker of its own; it may be stopped and started again. */
export function startAuditing(): void {
  const { kept, opened, catalogFiles } = useSession.getState()
  if (!kept || kept.isStale || !opened) return
  audited = kept.result
  const worker = new Worker(new URL('../../worker/audit.worker.ts', import.meta.url), { type: 'module' })
  const { plan, inputsHash } = opened
  const order = { plan, inputsHash, catalogFiles, result: kept.result }
  const run = askOnce<AuditOrder, AuditReport>(worker, order, (done, all) =>
    useAuditing.setState({ done, all }),
  )
  stop = run.stop
  useAuditing.setState({ ...NOTHING, isRunning: true })
  void guarded(async () => useAuditing.setState({ report: await run.answer, isRunning: false }))
}

export function stopAuditing(): void {
  stop()
  useAuditing.setState({ ...NOTHING, isStopped: true })
}
