import { sayPlanName, sayShipped } from '../../report/words/sayShipped.ts'
import { useLanguage } from './useWords.ts'

/** A description, note or source in the planner's language where it came with the product and nobody changed it. */
export function useShippedText(): (text: string) => string {
  const language = useLanguage()
  return (text) => sayShipped(text, language)
}

/** A plan's name: those of the sample's branches in the planner's language. */
export function usePlanName(): (name: string) => string {
  const language = useLanguage()
  return (name) => sayPlanName(name, language)
}
