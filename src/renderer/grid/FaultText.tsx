import { clauses } from '../format/punctuation.ts'
import { useWords } from '../words/useWords.ts'
import type { Field, Option } from './field.ts'
import styles from './grid.module.css'
import { useExpectation } from './useExpectation.ts'

interface Props {
  readonly field: Field
  readonly options: readonly Option[]
  /** What was expected, as faults say it. */
  readonly wrong: readonly string[]
}

/** Why a cell does not take what was typed, in the words and units that it shows. */
export function FaultText({ field, options, wrong }: Props) {
  const words = useWords().grid
  const say = useExpectation()
  return (
    <div role="alert" className={styles.fault}>
      {clauses(wrong.map((own) => words.expected(say(field, options, own))))}
    </div>
  )
}
