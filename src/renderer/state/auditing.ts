import { create } from 'zustand'
import type { AuditReport } from '../../plan/result/audit.ts'
import { askOnce } from '../worker/askOnce.ts'
import type { AuditOrder } from '../worker/messages.ts'
import { guarded, type KeptResult, useSession } from './session.ts'

/** The audit of the result in view; null while it runs, or where the result is of an older plan. */
export const useAuditing = create<{ readonly report: AuditReport | null; readonly isRunning: boolean }>(
  () => ({
    report: null,
    isRunning: false,
  }),
)

let audited: KeptResult['result'] | undefined
let stop = (): void => undefined

/** Audits each result once, as it comes into view and is of the plan as it stands. */
useSession.subscribe(({ kept, opened, catalogFiles }) => {
  if (kept?.result === audited && !kept?.isStale) return
  stop()
  audited = undefined
  useAuditing.setState({ report: null, isRunning: false })
  if (!kept || kept.isStale || !opened) return
  audited = kept.result
  const worker = new Worker(new URL('../worker/audit.worker.ts', import.meta.url), { type: 'module' })
  const run = askOnce<AuditOrder, AuditReport>(worker, {
    plan: opened.plan,
    inputsHash: opened.inputsHash,
    catalogFiles,
    result: kept.result,
  })
  stop = run.stop
  useAuditing.setState({ isRunning: true })
  void guarded(async () => useAuditing.setState({ report: await run.answer, isRunning: false }))
})
