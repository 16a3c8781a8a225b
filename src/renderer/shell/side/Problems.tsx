import { CloseButton } from '@mantine/core'
import type { Problem } from '../../../engine/check/problem.ts'
import { formatNumber } from '../../format/numbers.ts'
import { jumpTo, useProblems } from '../../state/plan/problems.ts'
import { usePanes } from '../../state/view/panes.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './side.module.css'

/** What is wrong or odd about the plan; each line leads to its field. */
export function Problems() {
  const words = useWords().problems
  const problems = useProblems()
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
                {problem.item && ` · ${problem.item}`}
              </strong>
              <span>{sentence(problem, words)}</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}

function sentence({ code, values }: Problem, words: ReturnType<typeof useWords>['problems']): string {
  const [a = '', b = '', c = '', d = ''] = values.map((value) =>
    typeof value === 'number' ? formatNumber(value, 4) : value,
  )
  return words.sentences[code](a, b, c, d)
}
