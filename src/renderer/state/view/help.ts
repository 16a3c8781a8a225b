import { create } from 'zustand'
import type { FormulaId } from '../../../plan/formulas/formulas.ts'
import type { TermId } from '../../help/terms.ts'
import { usePanes } from './panes.ts'
import { useRoute } from './route.ts'
import type { Screen } from './screens.ts'

/** A page of the help. */
export type HelpPage =
  | { readonly kind: 'contents' }
  | { readonly kind: 'screen'; readonly id: Screen }
  | { readonly kind: 'formula'; readonly id: FormulaId }
  | { readonly kind: 'formulas' }
  | { readonly kind: 'glossary'; readonly term: TermId | null }

interface Help {
  readonly page: HelpPage
  /** Pages read before, the last one last. */
  readonly trail: readonly HelpPage[]
  readonly search: string
}

export const useHelp = create<Help>(() => ({ page: { kind: 'contents' }, trail: [], search: '' }))

/** Opens a page of the help beside the screen. */
export function showHelp(page: HelpPage): void {
  const isOpen = usePanes.getState().side === 'help'
  useHelp.setState(({ page: before, trail }) => ({
    page,
    search: '',
    trail: isOpen ? [...trail.slice(-20), before] : [],
  }))
  usePanes.setState({ side: 'help' })
}

export function helpBack(): void {
  useHelp.setState(({ trail, page }) => ({
    page: trail.at(-1) ?? page,
    trail: trail.slice(0, -1),
    search: '',
  }))
}

/** The page of the screen in view; closes the help where it shows that already. */
export function toggleScreenHelp(): void {
  const { screen } = useRoute.getState()
  const { page } = useHelp.getState()
  const isShown = usePanes.getState().side === 'help' && page.kind === 'screen' && page.id === screen
  if (isShown) usePanes.setState({ side: null })
  else showHelp({ kind: 'screen', id: screen })
}

// Help that stands open on a screen's page follows the planner to the next screen.
useRoute.subscribe(({ screen }) => {
  const { page } = useHelp.getState()
  if (page.kind === 'screen' && page.id !== screen)
    useHelp.setState({ page: { kind: 'screen', id: screen }, trail: [], search: '' })
})
