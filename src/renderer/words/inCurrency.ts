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
  own[currency] ??= Object.fromEntries(
    Object.entries(words).map(([room, texts]) => [
      room,
      GENERAL.has(room) ? texts : converted(texts, currency),
    ]),
  ) as Words
  return own[currency]
}

function converted(value: unknown, currency: Currency): unknown {
  if (typeof value === 'string') return toCurrencyText(value, currency)
  if (typeof value === 'function')
    return (...given: unknown[]): unknown => converted(Reflect.apply(value, undefined, given), currency)
  if (Array.isArray(value)) return value.map((own) => converted(own, currency))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, converted(own, currency)]))
}
