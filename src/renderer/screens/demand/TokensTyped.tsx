import { useMemo } from 'react'
import { listPeriods } from '../../../engine/derive/periods.ts'
import { TracedText } from '../../parts/traced/TracedText.tsx'
import { useTyping } from '../../state/plan/typing.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFaultWords } from '../../words/faultWords.ts'
import { useFaultPlace } from '../../words/useFaultPlace.ts'
import { useWords } from '../../words/useWords.ts'
import { DEMAND_SHAPE_FIELDS, demandFields, STEP_FIELDS } from '../layers/fields/demandFields.ts'
import styles from './demand.module.css'
import { lineTokens, tokenAmounts, tokenTraces } from './lineTokens.view.ts'

/** Tokens a day and per second of the line at the cursor while it is typed in; of all lines where none is. */
export function TokensTyped() {
  const words = useWords().demand
  const { describe } = useFaultWords()
  const place = useFaultPlace()
  const { plan, catalog } = usePlan()
  const { path, text } = useTyping()
  const { id, perDay, fault } = useMemo(
    () =>
      lineTokens(plan, catalog, { path, text }, [
        ...demandFields(plan),
        ...DEMAND_SHAPE_FIELDS,
        ...STEP_FIELDS,
      ]),
    [plan, catalog, path, text],
  )
  const traces =
    text === null
      ? tokenTraces(
          id,
          listPeriods(plan).map(({ label }) => label),
        )
      : null
  return (
    <output className={styles.typed} data-typed={text !== null || undefined}>
      <strong>{id ?? words.allLines}</strong>{' '}
      {fault && <span className={styles.wrong}>{describe({ ...fault, path: place(fault.path) })}</span>}
      {perDay && (
        <TracedText
          say={words.tokens}
          figures={tokenAmounts(perDay).map((shown, place) => ({ shown, trace: traces?.[place] }))}
        />
      )}
    </output>
  )
}
