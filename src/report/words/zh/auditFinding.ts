import type { AuditLine, NamedThing, Said } from '../../../plan/result/audit.ts'
import { nameIn } from '../sayNames.ts'
import { classInChinese } from '../thingNames.ts'
import { AUDIT_PHRASES } from './auditPhrases.ts'
import { catalogNames } from './catalogNames.ts'
import { units } from './units.ts'

/** A finding of the audit in Chinese. */
export function auditFinding(line: AuditLine): string {
  return `${auditPhrase(line.what).trim()}：${verdict(line)}。`
}

/** A phrase of the audit in Chinese; one that nobody translated stays as it is. */
export function auditPhrase({ pattern, values }: Said): string {
  const [a = '', b = '', c = '', d = ''] = values.map((value) =>
    typeof value !== 'object'
      ? classInChinese(String(value))
      : 'pattern' in value
        ? auditPhrase(value)
        : thingInChinese(value),
  )
  return Object.hasOwn(AUDIT_PHRASES, pattern) ? AUDIT_PHRASES[pattern]!(a, b, c, d) : pattern
}

/** A place or an offer of the plan, or a machine or technology of the catalog. */
function thingInChinese(own: NamedThing): string {
  return catalogNames[own.name] ?? nameIn(own, 'zh')
}

function verdict({ rule, isOk, toleranceShare, ...line }: AuditLine): string {
  const unit = units[line.unit] ?? line.unit
  const [claimed, recomputed] = [`${figure(line.claimed)} ${unit}`, `${figure(line.recomputed)} ${unit}`]
  switch (rule) {
    case 'agrees': {
      const larger = Math.max(Math.abs(line.claimed), Math.abs(line.recomputed))
      const off = percent(Math.abs(line.claimed - line.recomputed) / larger)
      const values = `结果为 ${claimed}，复算为 ${recomputed}`
      return isOk
        ? `${values}；相差不超过 ${percent(toleranceShare)}`
        : `${values}；相差 ${off}，允许 ${percent(toleranceShare)}`
    }
    case 'at-most':
      return isOk ? `${claimed}，上限 ${recomputed}` : `${claimed}，超过上限 ${recomputed}`
    case 'at-least':
      return isOk ? `${claimed}，其中需要 ${recomputed}` : `${claimed}，而需要 ${recomputed}`
    case 'forbids':
      return `${claimed}，而不应有`
    default:
      return rule satisfies never
  }
}

const DIGITS = new Intl.NumberFormat('zh-CN', { maximumSignificantDigits: 5 })

function figure(value: number): string {
  const size = Math.abs(value)
  return size !== 0 && (size >= 1e12 || size < 1e-3) ? value.toExponential(3) : DIGITS.format(value)
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`
}
