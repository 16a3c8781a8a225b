import { currencyOf, toCurrencyText } from '../../plan/currency.ts'
import type { Language } from '../document.ts'
import * as en from './en.ts'
import * as zh from './zh.ts'

/** Every word of a report, one file a section; both languages have the same keys, checked by their types. */
export type ReportWords = typeof en

const WORDS: Readonly<Record<Language, ReportWords>> = { en, zh }

export function getWords(language: Language): ReportWords {
  return WORDS[language]
}

/** A unit in a language; those of money stand with the words of US dollars. */
export function unitWords(unit: string, language: Language): string {
  const currency = currencyOf(unit)
  if (currency === undefined) return getWords(language).units[unit] ?? unit
  const usd = toCurrencyText(unit, 'USD')
  return toCurrencyText(getWords(language).units[usd] ?? usd, currency)
}
