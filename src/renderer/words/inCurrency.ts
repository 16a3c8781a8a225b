import { toCurrencyText } from '../../plan/currency.ts'
import type { Currency } from '../../plan/schema/currency.ts'
import type { Words } from './en.ts'

/** Texts that speak of money in general, with examples of their own. */
const GENERAL = new Set<string>(['help', 'formulas', 'glossary', 'tour', 'languages'])
const made = new Map<Words, Partial<Record<Currency, Words>>>()

/** The words with their heads and units of money in another currency; the same object for the same words. */
export function inCurrency(words: Words, currency: Currency): Words {
  if (currency === 'USD') return words
  const own = made.get(words) ?? {}
  made.set(words, own)
  own[currency] ??= convertWords(words, (text) => toCurrencyText(text, currency))
  return own[currency]
}

/** The words with every text of theirs converted, those that are made when asked for, too; general texts stand. */
export function convertWords(words: Words, convert: (text: string) => string): Words {
  return Object.fromEntries(
    Object.entries(words).map(([room, texts]) => [
      room,
      GENERAL.has(room) ? texts : converted(texts, convert),
    ]),
  ) as Words
}

function converted(value: unknown, convert: (text: string) => string): unknown {
  if (typeof value === 'string') return convert(value)
  if (typeof value === 'function')
    return (...given: unknown[]): unknown => converted(Reflect.apply(value, undefined, given), convert)
  if (Array.isArray(value)) return value.map((own) => converted(own, convert))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, converted(own, convert)]))
}
