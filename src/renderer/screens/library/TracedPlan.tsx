import type { ReactNode } from 'react'
import type { PlanCard } from '../../../contract/contract.ts'
import type { TraceRef } from '../../../engine/trace/trace.ts'
import { sayWhole } from '../../../report/words/sayNames.ts'
import styles from '../../parts/traced/traced.module.css'
import { guarded } from '../../state/plan/session.ts'
import { currentLanguage } from '../../state/view/language.ts'
import { openTrace } from '../../state/view/tracing.ts'
import { invoke } from '../../transport/invoke.ts'
import { useWords } from '../../words/useWords.ts'

interface Props {
  readonly card: PlanCard
  readonly trace: TraceRef
  readonly children: ReactNode
}

/** A figure on a card: the plan and its result are read when its trace is asked for. */
export function TracedPlan({ card, trace, children }: Props) {
  const words = useWords().trace
  return (
    <button type="button" className={styles.traced} title={words.open} onClick={() => void open(card, trace)}>
      {children}
    </button>
  )
}

function open({ id, name }: PlanCard, trace: TraceRef): Promise<boolean> {
  return guarded(async () => {
    const [{ plan }, kept] = await Promise.all([invoke('plans.open', { id }), invoke('results.read', { id })])
    const result = kept && !kept.isStale ? kept.result : null
    openTrace(trace, { name, ...sayWhole(plan, result, currentLanguage()) })
  })
}
