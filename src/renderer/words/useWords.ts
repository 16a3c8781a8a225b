import { create } from 'zustand'
import { units } from '../../report/words/zh/units.ts'
import { en, type Words } from './en.ts'
import { zh } from './zh.ts'
import { zhFields } from './zhFields.ts'

export type Language = 'en' | 'zh'
/** One of the settings that the plan file spells out. */
export type ChoiceWord = keyof Words['choices']

const KEY = 'tokenworks-language'
const WORDS: Readonly<Record<Language, Words>> = { en, zh }

/** The language of the screens: the one chosen, else the browser's. */
export const useLanguage = create<{ language: Language }>(() => ({ language: firstLanguage() }))

export function setLanguage(language: Language): void {
  localStorage.setItem(KEY, language)
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
  useLanguage.setState({ language })
}

/** The words in the planner's language; they change while the screen stands. */
export function useWords(): Words {
  return WORDS[useLanguage((state) => state.language)]
}

/** A field's or table's name in the planner's language, up to a dot in its middle; one without another keeps its own. */
export function useFieldName(): (english: string) => string {
  const language = useLanguage((state) => state.language)
  return (english) => {
    const [name = '', ...rest] = english.split(' · ')
    return language === 'zh' ? [zhFields[name] ?? name, ...rest].join(' · ') : english
  }
}

/** A unit in the planner's language. */
export function useUnitName(): (unit: string) => string {
  const language = useLanguage((state) => state.language)
  return (unit) => (language === 'zh' ? (units[unit] ?? unit) : unit)
}

/** Outside the screen, as in a formatter. */
export function currentLanguage(): Language {
  return useLanguage.getState().language
}

function firstLanguage(): Language {
  const kept = globalThis.localStorage?.getItem(KEY)
  if (kept === 'en' || kept === 'zh') return kept
  return globalThis.navigator?.language.startsWith('zh') ? 'zh' : 'en'
}
