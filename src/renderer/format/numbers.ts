import { moneyScale, signOf, zhNameOf } from '../../plan/currency.ts'
import { type Step, wanAxis, wanStep } from '../../report/inWan.ts'
import { formatFixed } from '../../report/write/numbers.ts'
import { currentMoney } from '../state/plan/money.ts'
import { currentLanguage } from '../state/view/language.ts'
import { isWan } from '../words/useWords.ts'

const MINUS = '−'
/** A number stays beside its step. */
const NO_BREAK = '\u00a0'

/** A number with at most `digits` significant figures and grouped thousands; a dash for nothing. */
export function formatNumber(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '—'
  const whole = Math.abs(value) >= 10 ** digits
  return formatOf(whole ? null : digits)
    .format(value)
    .replace('-', MINUS)
}

/** A format takes a hundred times as long to make as to use. */
const formats = new Map<number | null, Intl.NumberFormat>()

/** With so many significant digits; null: whole numbers. */
function formatOf(digits: number | null): Intl.NumberFormat {
  const known = formats.get(digits)
  if (known) return known
  const made = new Intl.NumberFormat('en-US', {
    maximumFractionDigits: digits === null ? 0 : 20,
    ...(digits === null ? {} : { maximumSignificantDigits: digits }),
  })
  formats.set(digits, made)
  return made
}

/** 万、亿、万亿: ten thousands and their squares. */
const ZH_STEPS = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
] as const

const STEPS = [
  [1e15, 'P'],
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const

/** As the field writes amounts of tokens: 36.6 T, 425 M. */
export function formatAmount(value: number | null | undefined, digits = 3, isWhole = false): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '—'
  // Rounded first: 999.96 M is 1.00 B.
  const rounded = Number(value.toPrecision(digits))
  const step = stepOf(rounded)
  if (!step) return formatNumber(rounded, digits)
  const shown = rounded / step[0]
  const decimals = digits - Math.trunc(Math.abs(shown)).toString().length
  const text = isWhole && decimals >= 0 ? formatFixed(shown, decimals) : formatNumber(shown, digits)
  return `${text}${NO_BREAK}${step[1]}`
}

type AmountStep = readonly [size: number, name: string]

const stepOf = (value: number): AmountStep | undefined =>
  (isWan() ? ZH_STEPS : STEPS).find(([size]) => Math.abs(value) >= size)

const amountIn = (step: AmountStep | undefined, value: number, digits: number): string =>
  step ? `${formatNumber(value / step[0], digits)}${NO_BREAK}${step[1]}` : formatNumber(value, digits)

/** A step of an axis: with the decimals of all its steps; where one reaches ten thousand, all in the largest's unit. */
export function formatTick(
  value: string | number,
  _: number,
  ticks: readonly { readonly value: number }[],
): string {
  const own = Number(value)
  const most = Math.max(Math.abs(own), ...ticks.map((tick) => Math.abs(tick.value)))
  if (most >= 1e4) return own === 0 ? '0' : amountIn(stepOf(most), own, 6)
  return formatFixed(own, Math.max(0, ...ticks.map((tick) => decimalsIn(tick.value))))
}

/** Decimals of a number to six digits: what arithmetic of steps adds behind them is no part of it. */
function decimalsIn(value: number): number {
  return String(Number(value.toPrecision(6))).split('.')[1]?.length ?? 0
}

/** A duration in seconds: 24.3 s, in Chinese 24.3 秒. */
export function formatSeconds(seconds: number, digits = 3): string {
  return `${formatNumber(seconds, digits)}${NO_BREAK}${currentLanguage() === 'zh' ? '秒' : 's'}`
}

/** An hour of the day on an axis: 8 h, in Chinese 8 时. */
export function formatHour(hour: number): string {
  return `${hour} ${currentLanguage() === 'zh' ? '时' : 'h'}`
}

/** Tokens per second. */
export function formatTokS(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : `${formatAmount(value)} tok/s`
}

/**
 * US dollars in the currency of the plan in view, with the step that suits them: €1.3 M, in Chinese 130 万欧元; `isWhole`
 * with all of its digits, €1.300 M, for figures that are read below each other.
 */
export function formatUsd(usd: number | null | undefined, digits = 3, isWhole = false): string {
  if (usd === null || usd === undefined || !Number.isFinite(usd)) return '—'
  const { currency, rates } = currentMoney()
  const sign = usd < 0 ? MINUS : ''
  const amount = formatAmount(Math.abs(usd * rates[currency]), digits, isWhole)
  if (currentLanguage() !== 'zh') return `${sign}${signOf(currency)}${amount}`
  return `${sign}${amount}${/[万亿]$/.test(amount) ? '' : NO_BREAK}${zhNameOf(currency)}`
}

/** What a value of this unit is multiplied by to be shown: money in the currency of the plan in view, by 万 where chosen. */
export function shownScale(unit: string): number {
  return moneyScale(unit, currentMoney()) * (isWan() ? wanStep(unit).scale : 1)
}

/**
 * The unit of numbers of which `most` is the largest, and what they are multiplied by: money in the currency of the plan in
 * view, by 万 or 亿 where chosen.
 */
export function shownStep(unit: string, most: number): Step {
  const rate = moneyScale(unit, currentMoney())
  const step = isWan() ? wanAxis(unit, most * rate) : { unit, scale: 1 }
  return { unit: step.unit, scale: rate * step.scale }
}

/** The number alone of a value of this unit, as it is shown beside `useFigureUnit`. */
export function formatIn(unit: string, value: number | null | undefined, digits = 3): string {
  return formatNumber(value === null || value === undefined ? value : value * shownScale(unit), digits)
}

/** The number alone, in millions (by 万: ten thousands) of the currency of the plan in view; its head says which. */
export function formatMusd(musd: number | null | undefined, digits = 4): string {
  return formatIn('M$', musd, digits)
}

export function formatShare(share: number | null | undefined, decimals = 0): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return '—'
  // What rounds to nothing has no sign.
  const text = (share * 100).toFixed(decimals).replace(/^-(?=[0.]*$)/, '')
  return `${text.replace('-', MINUS)} %`
}

/** Shares below this are noise of the solver. */
const NO_SHARE = 1e-9

/** A share that may be too small for its decimals: "< 0.01 %" is not nothing. */
export function formatFineShare(share: number | null | undefined, decimals: number): string {
  const least = 10 ** -(decimals + 2)
  const size = Math.abs(share ?? 0)
  if (size < NO_SHARE) return share === null || share === undefined ? '—' : '0 %'
  if (size >= least / 2) return formatShare(share, decimals)
  return (share ?? 0) > 0 ? `< ${formatShare(least, decimals)}` : `> ${formatShare(-least, decimals)}`
}

/** With its sign, as in +44 %. */
export function formatHeadroom(share: number | null): string {
  if (share === null) return '—'
  return share > MOST_HEADROOM ? '> +999 %' : `${formatHeadroomNumber(share)} %`
}

/** From here on more says nothing more. */
const MOST_HEADROOM = 9.995

/** The number alone and as narrow as it goes, for a column whose head says %. */
export function formatHeadroomNumber(share: number): string {
  if (share > MOST_HEADROOM) return '>999'
  const rounded = Math.round(share * 100)
  return `${rounded > 0 ? '+' : rounded < 0 ? MINUS : ''}${Math.abs(rounded)}`
}

/** A quarter as people write it: 2027Q2 becomes 2027 Q2. */
export function formatPeriod(period: string): string {
  return period.replace(/^(\d{4})(Q\d)$/, '$1 $2')
}

/** A moment in the planner's language and time zone: 25 Nov 2026, 14:05. */
export function formatMoment(at: string): string {
  const locale = currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
}
