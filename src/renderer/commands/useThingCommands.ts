import { useMemo } from 'react'
import { jumpTo } from '../state/plan/problems.ts'
import { useSession } from '../state/plan/session.ts'
import { seenBy } from '../state/plan/usePlan.ts'
import { useLanguage, useWords } from '../words/useWords.ts'
import { planThings } from './planThings.ts'
import type { Command } from './useCommands.ts'

/** Sites, accelerators, models and regions of the plan in view: each is gone to where it is typed in. */
export function useThingCommands(): readonly Command[] {
  const words = useWords().palette
  const language = useLanguage()
  const plan = useSession((state) => state.opened?.plan)
  const shipped = useSession((state) => state.catalog)
  const things = useMemo(
    () => (plan && shipped ? planThings(plan, seenBy(plan, shipped), language) : []),
    [plan, shipped, language],
  )
  return things.map(({ kind, id, name, also, path }) => ({
    ...{ id: `thing-${kind}-${id}`, menu: 'go' as const, name: words.things[kind](name), also, keys: '' },
    run: () => jumpTo(path),
  }))
}
