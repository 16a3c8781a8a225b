import type { AuditLine } from '../../plan/result/audit.ts'
import { inEnglish } from './said.ts'

/** A finding in English, for the command line and scripts; screens and reports have words of their own. */
export function sentenceOf(line: Omit<AuditLine, 'sentence'>): string {
  return `${inEnglish(line.what)}: ${verdict(line)}.`
}

function verdict(line: Omit<AuditLine, 'sentence'>): string {
  const { rule, isOk, unit, toleranceShare } = line
  const [claimed, recomputed] = [figure(line.claimed), figure(line.recomputed)]
  switch (rule) {
    case 'agrees': {
      const larger = Math.max(Math.abs(line.claimed), Math.abs(line.recomputed))
      const off = percent(Math.abs(line.claimed - line.recomputed) / larger)
      const values = `claimed ${claimed} ${unit}, recomputed ${recomputed} ${unit}`
      return isOk
        ? `${values}; within ${percent(toleranceShare)}`
        : `${values}; off by ${off}, allowed are ${percent(toleranceShare)}`
    }
    case 'at-most':
      return isOk
        ? `${claimed} of at most ${recomputed} ${unit}`
        : `${claimed} ${unit} where at most ${recomputed} ${unit} can be`
    case 'at-least':
      return isOk
        ? `${claimed} ${unit}, of which ${recomputed} are needed`
        : `${claimed} ${unit} where ${recomputed} ${unit} are needed`
    case 'forbids':
      return `${claimed} ${unit} where there may be none`
    default:
      return rule satisfies never
  }
}

function figure(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  return size >= 1e6 || size < 1e-3 ? value.toExponential(3) : String(Number(value.toPrecision(5)))
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`
}
