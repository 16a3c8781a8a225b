import type { AuditLine, AuditRule } from '../../plan/result/audit.ts'
import type { Said } from './said.ts'
import { sentenceOf } from './sentenceOf.ts'

interface Finding {
  readonly check: string
  readonly path: string
  /** What is looked at, as in `IT load at Ashburn in 2027Q1`. */
  readonly what: Said
  readonly claimed: number
  readonly recomputed: number
  readonly unit: string
  readonly toleranceShare: number
  /** Absolute difference that is noise, in the unit. */
  readonly noise?: number
}

/** The claim must equal the auditor's value within the tolerance. */
export function agrees(finding: Finding): AuditLine {
  const { claimed, recomputed, toleranceShare } = finding
  const difference = Math.abs(claimed - recomputed)
  const larger = Math.max(Math.abs(claimed), Math.abs(recomputed))
  return toLine(finding, 'agrees', difference <= toleranceShare * larger + noiseOf(finding))
}

/** The claim must not exceed the limit by more than the tolerance. */
export function atMost(finding: Finding): AuditLine {
  const { claimed, recomputed, toleranceShare } = finding
  return toLine(
    finding,
    'at-most',
    claimed <= recomputed + toleranceShare * Math.abs(recomputed) + noiseOf(finding),
  )
}

/** The claim must reach what is needed, but for the tolerance. */
export function atLeast(finding: Finding): AuditLine {
  const { claimed, recomputed, toleranceShare } = finding
  return toLine(
    finding,
    'at-least',
    claimed >= recomputed - toleranceShare * Math.abs(recomputed) - noiseOf(finding),
  )
}

/** A rule that the claim breaks or keeps; counted as breaches, of which there may be none. */
export function forbids(
  finding: Pick<Finding, 'check' | 'path' | 'claimed' | 'unit'>,
  what: Said,
): AuditLine {
  return toLine({ ...finding, what, recomputed: 0, toleranceShare: 0 }, 'forbids', false)
}

function toLine(finding: Finding, rule: AuditRule, isOk: boolean): AuditLine {
  const { check, path, claimed, recomputed, unit, toleranceShare, what } = finding
  const line = { check, path, claimed, recomputed, unit, toleranceShare, isOk, rule, what }
  return { ...line, sentence: sentenceOf(line) }
}

const SOLVER_NOISE = 1e-6

function noiseOf({ noise }: Finding): number {
  return noise ?? SOLVER_NOISE
}
