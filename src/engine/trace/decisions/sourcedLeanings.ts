import { AppFault } from '../../../plan/fault.ts'
import { gradeIn, inputSource } from '../inputSource.ts'
import type { TraceContext } from '../traceContext.ts'
import { type Leaning, leanings } from './leanings.ts'

export interface SourcedLeaning extends Leaning {
  readonly source: string
  /** A, B or C; empty: the source says none. */
  readonly grade: string
}

/** What the cost leans on, and how good its source is; nothing where the plan does not fit the catalog. */
export function sourcedLeanings(c: TraceContext): SourcedLeaning[] {
  return found(c).map((own) => {
    // The note of a model is on its quality; its speed is a prediction.
    const source = own.input.word === 'speed' ? '' : inputSource(c.plan, c.shipped, own.input)
    return { ...own, source, grade: gradeIn(source) }
  })
}

function found(c: TraceContext): Leaning[] {
  try {
    return leanings(c)
  } catch (error) {
    if (error instanceof AppFault) return []
    throw error
  }
}
