import type { Problem } from '../../engine/check/problem.ts'
import { formatNumber } from '../format/numbers.ts'
import { useWords } from './useWords.ts'

/** What is odd about a plan as a sentence in the planner's language. */
export function useProblemSentence(): (problem: Problem) => string {
  const { sentences } = useWords().problems
  return ({ code, values }) => {
    const [a = '', b = '', c = '', d = ''] = values.map((value) =>
      typeof value === 'number' ? formatNumber(value, 4) : value,
    )
    return sentences[code](a, b, c, d)
  }
}
