import { useMemo } from 'react'
import { costLineName } from '../../report/words/costLineName.ts'
import { type ThingNames, thingNames } from '../../report/words/thingNames.ts'
import { getWords } from '../../report/words/words.ts'
import { usePlan } from '../state/plan/usePlan.ts'
import { useLanguage } from './useWords.ts'

/** Names of what the plan in view names by id, and of its lines of cost. */
export function useThingNames(): ThingNames & { readonly costLine: (line: string) => string } {
  const { plan, catalog } = usePlan()
  const language = useLanguage()
  return useMemo(() => {
    const names = thingNames(plan, catalog, language)
    const words = getWords(language).economics
    return { ...names, costLine: (line) => costLineName(line, words, names) }
  }, [plan, catalog, language])
}
