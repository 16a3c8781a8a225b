import type { AuditReport } from '../../plan/result/audit.ts'
import type { AuditNews, AuditOrder } from './messages.ts'

export interface AuditRun {
  readonly report: Promise<AuditReport>
  readonly stop: () => void
}

/** Audits in a worker of its own. */
export function runAudit(order: AuditOrder): AuditRun {
  const worker = new Worker(new URL('./audit.worker.ts', import.meta.url), { type: 'module' })
  const report = new Promise<AuditReport>((done, failed) => {
    worker.onmessage = ({ data }: MessageEvent<AuditNews>) => {
      worker.terminate()
      if (data.kind === 'report') done(data.report)
      else failed(new Error(data.message))
    }
    worker.onerror = (event) => {
      worker.terminate()
      failed(new Error(event.message || 'The audit could not be started'))
    }
  })
  worker.postMessage(order)
  return { report, stop: () => worker.terminate() }
}
