import { createContext, type ReactNode, useContext } from 'react'
import type { TraceRef } from '../../../engine/trace/trace.ts'
import { openTrace, type TraceOf } from '../../state/view/tracing.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './traced.module.css'

/** What the figures below are of, where it is not the result in view alone. */
export const TracedOf = createContext<TraceOf | null>(null)

/** A figure that says, when it is clicked or pressed, how it comes about; without a reference it is only shown. */
export function Traced({
  trace,
  children,
}: {
  readonly trace?: TraceRef | undefined
  readonly children: ReactNode
}) {
  const words = useWords().trace
  const of = useContext(TracedOf)
  if (trace === undefined) return children
  return (
    <button type="button" className={styles.traced} title={words.open} onClick={() => openTrace(trace, of)}>
      {children}
    </button>
  )
}
