import { useMantineColorScheme } from '@mantine/core'
import { LAYERS } from '../../plan/result/result.ts'
import { redo, undo } from '../state/edits.ts'
import { toggleSide } from '../state/panes.ts'
import { go } from '../state/route.ts'
import type { Screen } from '../state/screens.ts'
import { useSession } from '../state/session.ts'
import { showPlan } from '../state/shelf.ts'
import { solve } from '../state/solving.ts'
import { setLanguage, useLanguage, useWords } from '../words/useWords.ts'

export interface Command {
  readonly id: string
  readonly name: string
  /** Keys that do the same, for the eye. */
  readonly keys: string
  readonly run: () => void
}

/** Everything that can be done from anywhere, by its name in the planner's language. */
export function useCommands(): readonly Command[] {
  const words = useWords()
  const cards = useSession((state) => state.cards)
  const language = useLanguage((state) => state.language)
  const { toggleColorScheme } = useMantineColorScheme()
  const { shell, layers, palette } = words
  const screens: readonly (readonly [Screen, string])[] = [
    ['overview', shell.overview],
    ...LAYERS.map((layer) => [layer, layers[layer].name] as const),
    ['build-out', shell.buildOut],
    ['sites', shell.sites],
    ['flows', shell.flows],
    ['money', shell.money],
    ['audit', shell.audit],
    ['why', words.why.title],
    ['vary', words.vary.title],
    ['compare', shell.compare],
    ['report', shell.report],
    ['plan', shell.planSettings],
    ['catalog', shell.catalog],
    ['exchange', shell.exchange],
    ['library', shell.library],
  ]
  const command = (id: string, name: string, run: () => void, keys = ''): Command => ({ id, name, keys, run })
  return [
    command('solve', shell.solve, () => void solve(), 'Ctrl+Enter'),
    command('undo', shell.undo, () => void undo(), 'Ctrl+Z'),
    command('redo', shell.redo, () => void redo(), 'Ctrl+Shift+Z'),
    ...screens.map(([screen, name]) => command(`go-${screen}`, palette.goTo(name), () => go(screen))),
    ...cards
      .filter((card) => !card.isTrashed)
      .map((card) => command(`open-${card.id}`, palette.openPlan(card.name), () => void showPlan(card.id))),
    command('problems', words.problems.title, () => toggleSide('problems')),
    command('theme', shell.theme, toggleColorScheme),
    command('language', palette.language, () => setLanguage(language === 'zh' ? 'en' : 'zh')),
  ]
}
