import type { Formula } from '../../plan/formulas/formula.ts'
import { FORMULAS, type FormulaId } from '../../plan/formulas/formulas.ts'
import { screenName } from '../commands/screenName.ts'
import type { HelpPage } from '../state/view/help.ts'
import { SCREENS } from '../state/view/screens.ts'
import type { Words } from '../words/en.ts'
import { TERM_IDS } from './terms.ts'

export const FORMULA_IDS = Object.keys(FORMULAS) as readonly FormulaId[]

export interface ListedPage {
  readonly key: string
  readonly page: HelpPage
  readonly title: string
  /** All that is read on it. */
  readonly text: string
}

/** Every page of the help in one language, in the order of its contents. */
export function listPages(words: Words): readonly ListedPage[] {
  const { help, formulas, glossary } = words
  return [
    ...SCREENS.map((id) => ({
      key: `screen ${id}`,
      page: { kind: 'screen', id } as const,
      title: screenName(words, id),
      text: [help.screens[id].what, ...help.screens[id].steps].join(' '),
    })),
    ...FORMULA_IDS.map((id) => {
      const { title, what, symbols } = formulas[id]
      const own: Formula = FORMULAS[id]
      const source = help.formulaText.source(own.source)
      const text = [what, own.expression, own.source, source, own.code, ...Object.values(symbols)].join(' ')
      return { key: `formula ${id}`, page: { kind: 'formula', id } as const, title, text }
    }),
    ...TERM_IDS.map((term) => ({
      key: `term ${term}`,
      page: { kind: 'glossary', term } as const,
      title: glossary[term].term,
      text: [glossary[term].text, ...glossary[term].also].join(' '),
    })),
  ]
}

/** Pages that hold every word of the question, those with a word in their title first. */
export function searchPages(pages: readonly ListedPage[], question: string): readonly ListedPage[] {
  const wanted = question.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const count = (text: string): number => wanted.filter((word) => text.toLowerCase().includes(word)).length
  return pages
    .filter(({ title, text }) => count(`${title} ${text}`) === wanted.length)
    .toSorted((a, b) => count(b.title) - count(a.title))
}
