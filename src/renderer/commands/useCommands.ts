import type { PlanCard } from '../../contract/contract.ts'
import { useSession } from '../state/plan/session.ts'
import { showPlan } from '../state/plan/shelf.ts'
import type { Screen } from '../state/view/screens.ts'
import { useSettings } from '../state/view/settings.ts'
import { usePlanName } from '../words/useShippedText.ts'
import { useWords } from '../words/useWords.ts'
import { COMMANDS, type Menu, type NamedCommand } from './commandList.ts'
import { showKeys } from './keys.ts'
import { runCommand } from './runCommand.ts'
import { screenName } from './screenName.ts'

export interface Command {
  readonly id: string
  readonly menu: Menu
  /** In the planner's language. */
  readonly name: string
  /** What else it may be called by who looks for it. */
  readonly also?: readonly string[]
  /** Keys that do the same, for the eye. */
  readonly keys: string
  readonly run: () => void
}

/** Every command of the list by its name. */
export function useCommands(): readonly Command[] {
  const words = useWords()
  return COMMANDS.map(({ id, menu, keys }) => ({
    id,
    menu,
    name: id.startsWith('go-')
      ? words.palette.goTo(screenName(words, id.slice(3) as Screen))
      : words.commands.names[id as NamedCommand],
    keys: showKeys(keys),
    run: () => runCommand(id),
  }))
}

/** Plans that can be opened by name in the planner's language, the one opened last first. */
export function useRecentPlans(): readonly PlanCard[] {
  const say = usePlanName()
  const cards = useSession((state) => state.cards)
  const recent = useSettings((state) => state.recentPlanIds)
  const rank = (id: string): number => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  return cards
    .filter((card) => !card.isTrashed)
    .toSorted((a, b) => rank(a.id) - rank(b.id))
    .map((card) => ({ ...card, name: say(card.name) }))
}

export function usePlanCommands(): readonly Command[] {
  const words = useWords().palette
  const cards = useSession((state) => state.cards)
  return useRecentPlans().map(({ id, name }) => ({
    ...{ id: `open-${id}`, menu: 'file' as const, name: words.openPlan(name), keys: '' },
    also: cards.flatMap((card) => (card.id === id && card.name !== name ? [card.name] : [])),
    run: () => void showPlan(id),
  }))
}
