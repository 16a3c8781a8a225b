import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { auditResult } from '../../engine/audit/auditResult.ts'
import type { AuditNews, AuditOrder } from './messages.ts'

self.onmessage = ({ data }: MessageEvent<AuditOrder>) => {
  const { plan, catalogFiles, result, inputsHash } = data
  try {
    post({ kind: 'report', report: auditResult(plan, parseCatalog(catalogFiles), result, inputsHash) })
  } catch (error) {
    post({ kind: 'failure', message: error instanceof Error ? error.message : String(error) })
  }
}

function post(news: AuditNews): void {
  self.postMessage(news)
}
