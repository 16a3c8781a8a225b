import type { Money } from '../plan/currency.ts'
import type { Currency } from '../plan/schema/currency.ts'

const MONEY: Readonly<Record<string, number>> = { $: 1, k$: 1e3, m$: 1e6, b$: 1e9, 万$: 1e4, 亿$: 1e8 }
/** Factors to the unit in which a field is kept, by what the planner may type. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { w: 1, kw: 1e3, mw: 1e6, 万kw: 1e7, gw: 1e9 },
  { wh: 1, kwh: 1e3, mwh: 1e6, gwh: 1e9 },
  { '$/mwh': 1, 'c/kwh': 10, '$/kwh': 1000 },
  MONEY,
  { 'm$/mw': 1, '$/w': 1, '$/kw': 1e-3 },
  { ms: 1, s: 1000 },
  { months: 1, month: 1, mo: 1, years: 12, year: 12, y: 12 },
  { years: 1, year: 1, y: 1, months: 1 / 12 },
  { share: 1, '%': 0.01 },
  { gb: 1, tb: 1000 },
  { 'tok/s': 1, 'ktok/s': 1e3, '万tok/s': 1e4, 'mtok/s': 1e6, '亿tok/s': 1e8 },
]
const MULTIPLES: Readonly<Record<string, number>> = {
  ...{ k: 1e3, m: 1e6, b: 1e9, t: 1e12 },
  ...{ 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 },
}

/** Units as they are written in Chinese; the longer before those that they contain. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  ...([
    [/百万/, 'm'],
    [/千瓦时|度/, 'kwh'],
    [/兆瓦时/, 'mwh'],
    [/吉瓦时/, 'gwh'],
  ] as const),
  ...([
    [/千瓦/, 'kw'],
    [/兆瓦/, 'mw'],
    [/吉瓦/, 'gw'],
    [/毫秒/, 'ms'],
    [/秒$/, 's'],
  ] as const),
  ...([
    [/·年$/, '-year'],
    [/\/年$/, '/year'],
    [/^个?月$/, 'months'],
    [/^年$/, 'years'],
  ] as const),
]

/** How a currency may be written; the longer before those that they contain. */
const WRITTEN: readonly (readonly [pattern: RegExp, currency: Currency | 'yuan-or-yen'])[] = [
  [/us\$|usd|美元|\$/, 'USD'],
  [/euros?|eur|欧元|€/, 'EUR'],
  [/jp[¥￥]|jpy|日元|円/, 'JPY'],
  [/cn[¥￥]|cny|rmb|人民币元?|元/, 'CNY'],
  [/[¥￥]/, 'yuan-or-yen'],
]
const SIGN_FIRST = /^([-−+]?)\s*((?:us|cn|jp)?[$€¥￥])\s*(.*)$/i
const AMOUNT = /^([-−+]?[\d,\s']*\.?\d+(?:e[-+]?\d+)?)\s*(\S.*)?$/i
/** Thousands are parted by one sign, or not at all: "4,2" may be 4.2 to who types it, and is not 42. */
const GROUPED = /^[-−+]?(?:\d*|\d{1,3}(?:([,\s'])\d{3})(?:\1\d{3})*)(?:\.\d+)?(?:e[-+]?\d+)?$/i

/**
 * Reads "1.2 GW", "40 c/kWh", "12 %", "3.5M" or a plain number into `unit`; undefined where it cannot. Money comes out
 * in US dollars: "1.2 M€" and "0.35 CNY/kWh" at the rates of `money`, and what names no currency in the one shown.
 */
export function parseQuantity(text: string, unit = '', money?: Money): number | undefined {
  const [, amount, rest = ''] = AMOUNT.exec(signLast(plainSigns(text))) ?? []
  if (amount === undefined || !GROUPED.test(amount)) return undefined
  const value = Number(amount.replaceAll(/[,\s']/g, '').replace('−', '-'))
  if (!Number.isFinite(value)) return undefined
  const own = normal(unit).unit
  const { unit: typed, currency } = normal(rest, money)
  const isMoney = own.includes('$')
  if (currency !== undefined && !isMoney) return undefined
  const factor = factorTo(own, typed)
  if (factor === undefined) return undefined
  const perUsd = isMoney ? rateOf(typed, currency, money) : 1
  if (perUsd === undefined) return undefined
  return factor === 1 && perUsd === 1 ? value : tidy((value * factor) / perUsd)
}

function factorTo(own: string, typed: string): number | undefined {
  // "€50" says enough where a price is per MWh.
  if (typed === '' || typed === own || (typed.includes('$') && own.startsWith(`${typed}/`))) return 1
  // "1.2 B" of a budget in millions is 1,200 of them.
  const money = { own: MONEY[own.split('/')[0]!], typed: MONEY[`${typed}$`] }
  if (money.own && money.typed) return money.typed / money.own
  const whole = moneyFactor(own, typed)
  if (whole !== undefined) return whole
  const family = FAMILIES.find((factors) => typed in factors && own in factors)
  return family ? family[typed]! / family[own]! : MULTIPLES[typed]
}

/** "1200 万美元/MW" where a field is in millions per MW: money of another multiple, per the same. */
function moneyFactor(own: string, typed: string): number | undefined {
  const [[ownMoney = '', ...ownPer], [typedMoney = '', ...typedPer]] = [own.split('/'), typed.split('/')]
  const [to, from] = [MONEY[ownMoney], MONEY[typedMoney]]
  return to && from && ownPer.join('/') === typedPer.join('/') ? from / to : undefined
}

/** Units of the typed currency for one US dollar; undefined: it has no rate here. */
function rateOf(typed: string, currency: Currency | undefined, money: Money | undefined): number | undefined {
  if (currency === 'USD') return 1
  if (currency !== undefined) return money?.rates[currency]
  const shown = money?.currency ?? 'USD'
  // Cents are those of the currency shown, where it has such.
  if (typed.startsWith('c/') && shown !== 'EUR') return 1
  return money?.rates[shown] ?? 1
}

/** Signs of full width as those of half, and "(2)" as accountants write it as "-2". */
function plainSigns(text: string): string {
  const half = text.replaceAll(/[！-～]/g, (own) => String.fromCharCode(own.charCodeAt(0) - 0xfee0)).trim()
  const [, within] = /^\(([^()\-−+]+)\)$/.exec(half) ?? []
  return within === undefined ? half : `-${within.trim()}`
}

/** "€1.2M" as "1.2 M€", "$40/MWh" as "40 $/MWh". */
function signLast(text: string): string {
  const [, minus = '', sign, rest = ''] = SIGN_FIRST.exec(text) ?? []
  if (sign === undefined) return text
  const [, amount, unit = ''] = AMOUNT.exec(rest) ?? []
  if (amount === undefined) return text
  return unit.startsWith('/') ? `${minus}${amount} ${sign}${unit}` : `${minus}${amount} ${unit}${sign}`
}

/** Small letters without blanks, its currency as `$` and by name. */
function normal(unit: string, money?: Money): { readonly unit: string; readonly currency?: Currency } {
  const half = unit.toLowerCase().replaceAll(/\s/g, '').replace('¢', 'c')
  const plain = CHINESE.reduce((said, [written, own]) => said.replace(written, own), half)
  const [pattern, written] = WRITTEN.find(([own]) => own.test(plain)) ?? []
  if (!pattern || !written) return { unit: plain }
  const currency = written !== 'yuan-or-yen' ? written : money?.currency === 'JPY' ? 'JPY' : 'CNY'
  return { unit: plain.replace(pattern, '$').replace(/^\$([kmb])$/, '$1$'), currency }
}

/** 40 c/kWh is 400 $/MWh, not 400.00000000000006. */
function tidy(value: number): number {
  return Number(value.toPrecision(14))
}
