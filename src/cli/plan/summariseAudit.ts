import type { AuditLine, AuditReport } from '../../plan/result/audit.ts'

/** Failures printed of one check; the rest are counted. */
const MOST_SHOWN = 8

/** One line: whether the audit agrees, and if not, how much does not and where it begins. */
export function auditVerdict({ lines, isOk }: AuditReport): string {
  if (isOk) return `Audit: agrees with the result in all ${lines.length} lines`
  const failed = lines.filter((line) => !line.isOk)
  return `AUDIT FAILED: ${failed.length} of ${lines.length} lines do not agree with the result; the first: ${failed[0]!.sentence}`
}

/** What every check found; of failures the first few, or with `isAll` every line. */
export function summariseAudit(report: AuditReport, isAll: boolean): string {
  const checks = Map.groupBy(report.lines, (line) => line.check)
  return [...checks].flatMap(([check, lines]) => describeCheck(check, lines, isAll)).join('\n')
}

function describeCheck(check: string, lines: readonly AuditLine[], isAll: boolean): string[] {
  const failed = lines.filter((line) => !line.isOk)
  const head = `${failed.length === 0 ? 'ok    ' : 'FAILED'} ${check}: ${lines.length - failed.length} of ${lines.length} agree`
  const shown = isAll ? lines : failed.slice(0, MOST_SHOWN)
  const rest = failed.length - MOST_SHOWN
  return [
    head,
    ...shown.map((line) => `         ${line.isOk ? '' : '! '}${line.sentence}`),
    ...(isAll || rest <= 0 ? [] : [`         and ${rest} more (--all prints them)`]),
  ]
}
