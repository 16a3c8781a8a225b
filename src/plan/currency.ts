import { CURRENCIES, type Currency } from './schema/currency.ts'

/** Units of each currency for one US dollar. */
export type Rates = Readonly<Record<Currency, number>>

/** The currency that money is shown in, and all rates for what is typed in another. */
export interface Money {
  readonly currency: Currency
  readonly rates: Rates
}

export const US_DOLLARS: Money = { currency: 'USD', rates: { USD: 1, EUR: 1, CNY: 1, JPY: 1 } }

/** As they stand before an amount; two currencies are written with the same sign, so these say whose. */
const SIGNS: Readonly<Record<Currency, string>> = { USD: '$', EUR: '€', CNY: 'CN¥', JPY: 'JP¥' }
const ZH_NAMES: Readonly<Record<Currency, string>> = {
  ...{ USD: '美元', EUR: '欧元', CNY: '人民币', JPY: '日元' },
}
const ANY_SIGN = '(?:\\$|€|CN¥|JP¥)'
const MULTIPLIED = new RegExp(`([Mk]) ?(${ANY_SIGN})`, 'g')
const SIGN = new RegExp(ANY_SIGN, 'g')
const ZH_NAME = /美元|欧元|人民币|日元/g
const ANY_MONEY = new RegExp(`${ANY_SIGN}|${ZH_NAME.source}`)

export const signOf = (currency: Currency): string => SIGNS[currency]

/** As it stands behind an amount in Chinese: 9.56 亿美元. */
export const zhNameOf = (currency: Currency): string => ZH_NAMES[currency]

/** The currency of a unit that has one, as in `M€/MW`. */
export function currencyOf(unit: string): Currency | undefined {
  return CURRENCIES.find((own) => unit.includes(SIGNS[own]) || unit.includes(ZH_NAMES[own]))
}

/** Whether a unit, as in `M$/MW` or 百万欧元, is of money. */
export function isMoneyUnit(unit: string): boolean {
  return ANY_MONEY.test(unit)
}

/** A unit or a head of money in another currency: `M$/MW` becomes `M€/MW`, and `M CN¥/MW`. */
export function toCurrencyText(text: string, currency: Currency): string {
  const sign = SIGNS[currency]
  const between = sign.length > 1 ? ' ' : ''
  return text
    .replace(MULTIPLIED, (_, multiple: string) => `${multiple}${between}${sign}`)
    .replace(SIGN, () => sign)
    .replace(ZH_NAME, ZH_NAMES[currency])
}

/** Units of the shown currency for one US dollar, where the unit is of money; else 1. */
export function moneyScale(unit: string, { currency, rates }: Money): number {
  return isMoneyUnit(unit) ? rates[currency] : 1
}

/** An amount's sign, multiple and what it is per, as in `M$` or `€ per tonne`; undefined: no such unit. */
export function readMoneyUnit(
  unit: string,
): { readonly sign: string; readonly multiple: string; readonly per: string } | undefined {
  const [, multiple = '', sign, per = ''] = new RegExp(`^([Mk]?) ?(${ANY_SIGN})(.*)$`).exec(unit) ?? []
  return sign === undefined ? undefined : { sign, multiple, per }
}
