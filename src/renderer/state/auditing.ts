import { create } from 'zustand'
import type { AuditReport } from '../../plan/result/audit.ts'
import { runAudit } from '../worker/runAudit.ts'
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
  const run = runAudit({
    plan: opened.plan,
    inputsHash: opened.inputsHash,
    catalogFiles,
    result: kept.result,
  })
  stop = run.stop
  useAuditing.setState({ isRunning: true })
  void guarded(async () => useAuditing.setState({ report: await run.report, isRunning: false }))
})
