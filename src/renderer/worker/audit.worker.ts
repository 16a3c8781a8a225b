import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { auditResult } from '../../engine/audit/auditResult.ts'
import { answerWith } from './askOnce.ts'
import type { AuditOrder } from './messages.ts'

answerWith(({ plan, catalogFiles, result, inputsHash }: AuditOrder, onProgress) =>
  auditResult(plan, parseCatalog(catalogFiles), result, inputsHash, onProgress),
)
