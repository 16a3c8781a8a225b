import { CloseButton } from '@mantine/core'
import type { Problem } from '../../../engine/check/problem.ts'
import { toFaultPath } from '../../grid/field.ts'
import { jumpTo, useProblems } from '../../state/plan/problems.ts'
import { usePanes } from '../../state/view/panes.ts'
import { useFaultPlace } from '../../words/useFaultPlace.ts'
import { useProblemSentence } from '../../words/useProblemSentence.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './side.module.css'

/** What is wrong or odd about the plan; each line leads to its field. */
export function Problems() {
  const words = useWords().problems
  const found = useProblems()
  const placeOf = useFaultPlace()
  const sentence = useProblemSentence()
  // What keeps the plan from being solved comes first.
  const problems = found.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  return (
    <aside className={styles.side} aria-label={words.title}>
      <div className={styles.head}>
        <h2>{words.title}</h2>
        <CloseButton size="sm" aria-label={words.close} onClick={() => usePanes.setState({ side: null })} />
      </div>
      {problems.length === 0 && <p className={styles.soft}>{words.none}</p>}
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.path.join('.')}`}>
            <button type="button" data-severity={problem.severity} onClick={() => jumpTo(problem.path)}>
              <strong>
                {problem.severity === 'error' ? words.error : words.warning}
                {[problem.item, fieldOf(problem.path, placeOf)].filter(Boolean).map((own) => ` · ${own}`)}
              </strong>
              <span>{sentence(problem)}</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** What the field is called; empty where a thing as a whole is meant. */
function fieldOf(path: Problem['path'], placeOf: (path: string) => string): string {
  if (path.length < 2 || typeof path.at(-1) === 'number') return ''
  return placeOf(toFaultPath(path)).split(' · ').at(-1) ?? ''
}
