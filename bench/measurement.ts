import type { SizeName } from './instance/sizes.ts'

export type What = 'ours' | 'edits' | 'monolithic' | 'native' | 'relaxation' | 'glpsol' | 'cbc'

/** One solver on one instance, in a process of its own. */
export interface Measurement {
  readonly what: What
  readonly size: SizeName
  readonly seed: number
  /** Seconds of processor time of the solve alone; a median of three for the relaxation and for edits. */
  readonly cpuS: number
  /** Of edits: median of warm over cold, both from the plan on, problem building included. */
  readonly warmShare?: number
  readonly wallS: number
  /** Plan to problem, seconds of processor time. */
  readonly buildS: number
  /** Null: none was found in time. */
  readonly objectiveMusd: number | null
  /** Proven; null where none is known. */
  readonly boundMusd: number | null
  /** What it had when it was stopped, where it went on past the gap; `cpuS` and both above are then of the gap. */
  readonly end?: Pick<Measurement, 'cpuS' | 'objectiveMusd' | 'boundMusd'>
  /** Ours: the first plan shown, and the rough one that a stop before it would give; each with its gap when it came. */
  readonly first?: Early
  readonly rough?: Early
  /** Peak resident memory of the process, MiB; null for programs that do not tell. */
  readonly peakMib: number | null
  readonly rows: number
  readonly columns: number
  readonly integers: number
  readonly nonzeros: number
}

/** A plan on the way to the last. */
export interface Early {
  readonly cpuS: number
  readonly gapShare: number
}

/** What a child process is asked to measure. */
export interface Task {
  readonly what: What
  readonly size: SizeName
  readonly seed: number
  readonly gapShare: number
  /** Of the processor for ours and native; else on the clock. */
  readonly timeLimitS: number
  /** Native alone: on past the gap to its limit. */
  readonly goesOn?: boolean
}

/** (plan - bound) / |plan|; infinity without both. */
export function gapOf({ objectiveMusd, boundMusd }: Measurement): number {
  if (objectiveMusd === null || boundMusd === null) return Number.POSITIVE_INFINITY
  return Math.max(0, objectiveMusd - boundMusd) / Math.max(1e-9, Math.abs(objectiveMusd))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!
}
