import { useMemo } from 'react'
import type { InputWords } from '../../report/ledger/inputText.ts'
import { getWords } from '../../report/words/words.ts'
import { useLanguage, useWords } from './useWords.ts'

/** Words in which inputs of a plan are named and told, in the planner's language. */
export function useInputWords(): InputWords {
  const language = useLanguage()
  const { grid, choices, vary } = useWords()
  return useMemo(
    () => ({
      fieldWords: getWords(language).assumptions.fieldWords,
      ...{ choices, yes: grid.yes, no: grid.no, all: vary.all },
    }),
    [language, grid, choices, vary],
  )
}
