import type { Plan } from '../../plan/schema/plan.ts'
import type { Language } from '../document.ts'
import { sayPlanNames } from './sayNames.ts'
import { shippedBranches, shippedTexts } from './zh/shipped.ts'

const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries(shippedTexts).map(([english, chinese]) => [chinese, english]),
)

/**
 * A description or note that came with a template or the sample, in the reader's language; one that a planner wrote
 * or changed stands as it is.
 */
export function sayShipped(text: string, language: Language): string {
  const whole = said(text, language)
  if (whole !== undefined) return whole
  const [, own = '', marks = ''] = MARKED.exec(text) ?? []
  const found = said(own, language)
  return found === undefined ? text : `${found}${marks}`
}

/** A source with the day and grade that stand beside it in a plan. */
const MARKED = /^(.*?)((?: 20\d\d-\d\d(?:-\d\d)?)?(?: \([ABC]\))?)$/

const said = (text: string, language: Language): string | undefined =>
  language === 'zh' ? shippedTexts[text] : ENGLISH.get(text)

/** Name of a plan: those of the sample's branches in the reader's language. */
export function sayPlanName(name: string, language: Language): string {
  return language === 'zh' ? (shippedBranches[name] ?? name) : name
}

/** Chinese name of one of the sample's branches, by which a search finds it, too. */
export const otherPlanName = (name: string): string | undefined => shippedBranches[name]

/** A template whose names, description, notes and sources are in a language; templates are kept in English. */
export function sayTemplate(plan: Plan, language: Language): Plan {
  if (language === 'en') return plan
  const said = JSON.stringify(sayPlanNames(plan, language), (_, value: unknown) =>
    typeof value === 'string' ? (shippedTexts[value] ?? value) : value,
  )
  return JSON.parse(said) as Plan
}
