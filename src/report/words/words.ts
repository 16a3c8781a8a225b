import type { Language } from '../document.ts'
import * as en from './en.ts'
import * as zh from './zh.ts'

/** Every word of a report, one file a section; both languages have the same keys, checked by their types. */
export type ReportWords = typeof en

const WORDS: Readonly<Record<Language, ReportWords>> = { en, zh }

export function getWords(language: Language): ReportWords {
  return WORDS[language]
}
