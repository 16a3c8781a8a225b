import { faultPlace } from '../../report/words/faultPlace.ts'
import { useSession } from '../state/plan/session.ts'
import { useLanguage } from './useWords.ts'

/** Where a fault of the plan in view is, in the planner's words. */
export function useFaultPlace(): (path: string) => string {
  const plan = useSession((state) => state.opened?.plan)
  const language = useLanguage()
  return (path) => faultPlace(path, plan, language)
}
