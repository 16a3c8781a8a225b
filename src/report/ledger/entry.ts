import { gradeIn } from '../../engine/trace/inputSource.ts'
import type { Cell } from '../document.ts'

/** One input with where it comes from. */
export interface Entry {
  /** Table of the ledger that it stands in. */
  readonly group: string
  /** Thing that has it, as in Ashburn. */
  readonly item: string
  readonly field: string
  readonly value: string | number | boolean
  readonly unit: string
  readonly origin: 'plan' | 'default' | 'catalog' | 'override'
  /** What holds where neither plan nor override says otherwise; nothing where there is no such value. */
  readonly standard: Cell
  readonly source: string
  readonly date: string
  readonly grade: string
}

/** Day and grade as a planner notes them: "RunPod, 2026-10-07 (A)". */
export function readNote(note: string): Pick<Entry, 'source' | 'date' | 'grade'> {
  return {
    source: note,
    date: /\b20\d\d-\d\d(-\d\d)?\b/.exec(note)?.[0] ?? '',
    grade: gradeIn(note),
  }
}
