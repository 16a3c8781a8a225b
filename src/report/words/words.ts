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
  const { units } = getWords(language)
  if (currency === undefined) return units[unit] ?? unit
  return toCurrencyText(unitIn(units, toCurrencyText(unit, 'USD')), currency)
}

/** A unit by its words; one by 万 or 亿 that has none of its own by those of the unit without: 万$/kW as 万美元/kW. */
export function unitIn(units: Readonly<Record<string, string>>, unit: string): string {
  const [, step = '', rest = unit] = /^([万亿])(.+)$/.exec(unit) ?? []
  return units[unit] ?? (units[rest] === undefined ? unit : `${step}${units[rest]}`)
}
