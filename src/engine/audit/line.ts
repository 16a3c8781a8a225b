import type { AuditLine } from '../../plan/result/audit.ts'

interface Finding {
  readonly check: string
  readonly path: string
  /** What is looked at, as in `IT load at Ashburn in 2027Q1`. */
  readonly what: string
  readonly claimed: number
  readonly recomputed: number
  readonly unit: string
  readonly toleranceShare: number
  /** Absolute difference that is noise, in the unit. */
  readonly noise?: number
}

/** The claim must equal the auditor's value within the tolerance. */
export function agrees(finding: Finding): AuditLine {
  const { claimed, recomputed, toleranceShare, unit, what } = finding
  const difference = Math.abs(claimed - recomputed)
  const larger = Math.max(Math.abs(claimed), Math.abs(recomputed))
  const isOk = difference <= toleranceShare * larger + noiseOf(finding)
  const values = `claimed ${figure(claimed)} ${unit}, recomputed ${figure(recomputed)} ${unit}`
  const verdict = isOk
    ? `within ${percent(toleranceShare)}`
    : `off by ${percent(difference / larger)}, allowed are ${percent(toleranceShare)}`
  return toLine(finding, isOk, `${what}: ${values}; ${verdict}.`)
}

/** The claim must not exceed the limit by more than the tolerance. */
export function atMost(finding: Finding): AuditLine {
  const { claimed, recomputed, toleranceShare, unit, what } = finding
  const isOk = claimed <= recomputed + toleranceShare * Math.abs(recomputed) + noiseOf(finding)
  const verdict = isOk
    ? `${figure(claimed)} of at most ${figure(recomputed)} ${unit}`
    : `${figure(claimed)} ${unit} where at most ${figure(recomputed)} ${unit} can be`
  return toLine(finding, isOk, `${what}: ${verdict}.`)
}

/** The claim must reach what is needed, but for the tolerance. */
export function atLeast(finding: Finding): AuditLine {
  const { claimed, recomputed, toleranceShare, unit, what } = finding
  const isOk = claimed >= recomputed - toleranceShare * Math.abs(recomputed) - noiseOf(finding)
  const verdict = isOk
    ? `${figure(claimed)} ${unit}, of which ${figure(recomputed)} are needed`
    : `${figure(claimed)} ${unit} where ${figure(recomputed)} ${unit} are needed`
  return toLine(finding, isOk, `${what}: ${verdict}.`)
}

/** A rule that the claim breaks or keeps; counted as breaches, of which there may be none. */
export function forbids(
  finding: Pick<Finding, 'check' | 'path' | 'claimed' | 'unit'>,
  why: string,
): AuditLine {
  return {
    ...finding,
    recomputed: 0,
    toleranceShare: 0,
    isOk: false,
    sentence: `${why}: ${figure(finding.claimed)} ${finding.unit} where there may be none.`,
  }
}

function toLine(finding: Finding, isOk: boolean, sentence: string): AuditLine {
  const { check, path, claimed, recomputed, unit, toleranceShare } = finding
  return { check, path, claimed, recomputed, unit, toleranceShare, isOk, sentence }
}

const SOLVER_NOISE = 1e-6

function noiseOf({ noise }: Finding): number {
  return noise ?? SOLVER_NOISE
}

function figure(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  return size >= 1e6 || size < 1e-3 ? value.toExponential(3) : String(Number(value.toPrecision(5)))
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`
}
