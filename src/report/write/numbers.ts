import { readMoneyUnit } from '../../plan/currency.ts'
import { type Cell, type Figure, isFigure, type Language, type Paragraph, type Table } from '../document.ts'
import { unitWords } from '../words/words.ts'
import { closeUp } from '../words/zh/closeUp.ts'

const MINUS = '−'
const NOTHING = '—'
/** Digits of the largest number of a column, and of a figure that stands alone. */
const COLUMN_DIGITS = 4
const FIGURE_DIGITS = 3
/** Of columns of one unit side by side, the one of the smallest numbers still gets so many digits. */
const LEAST_DIGITS = 3
/** By so many decimals a column may differ from those beside it before it goes its own way. */
const NEAR_DECIMALS = 2
const MOST_DECIMALS = 6
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', zh: 'zh-CN' }

/** What says how the numbers of a table are written. */
type Numbers = Pick<Table, 'columns' | 'rows' | 'hasTotal'>

/** How figures, quarters and days are written in a language. */
export interface Format {
  readonly number: (value: number, decimals: number) => string
  /** A figure with its unit, as in $1,334 M or 31.2 MW. */
  readonly figure: (figure: Figure) => string
  /** For each column of a table, how its cells are written, with the decimals of `tableDecimals`. */
  readonly columns: (table: Numbers) => ((cell: Cell) => string)[]
  /** A text with quarters as people write them, 2027Q2 as 2027 Q2, and no spaces inside of Chinese. */
  readonly quarters: (text: string) => string
  readonly unit: (unit: string) => string
  readonly paragraph: (paragraph: Paragraph) => string
}

export function createFormat(language: Language): Format {
  const number = (value: number, decimals: number) => formatFixed(value, decimals, language)
  const unit = (own: string): string => unitWords(own, language)
  const figure = (own: Figure): string => formatFigure(own, number, unit, language)
  const quarters = (text: string): string => {
    const own = text.replace(/\b(20\d\d)(Q[1-4])\b/g, '$1 $2')
    return language === 'zh' ? closeUp(own) : own
  }
  const columns = (table: Numbers) => {
    const decimals = tableDecimals(table)
    return table.columns.map((own, index) => (cell: Cell): string => {
      if (cell === null) return NOTHING
      if (isFigure(cell)) return figure(cell)
      if (typeof cell !== 'number') return quarters(String(cell))
      const digits = decimals[index]!
      return own.unit === 'share' ? percent(cell, digits, number) : number(cell, digits)
    })
  }
  const paragraph = (parts: Paragraph): string =>
    quarters(parts.map((part) => (isFigure(part) ? figure(part) : part)).join(''))
  return { number, figure, columns, quarters, unit, paragraph }
}

/** Numbers of a column that stand below each other, and their unit. */
interface ColumnNumbers {
  readonly unit: string
  readonly values: readonly number[]
  /** Of the largest number. */
  readonly digits?: number
}

/** Decimals of each column of a table, of all its rows but the total. */
export function tableDecimals({ columns, rows, hasTotal }: Numbers): number[] {
  const counted = hasTotal ? rows.slice(0, -1) : rows
  return columnDecimals(
    columns.map(({ unit }, index) => ({
      unit,
      values: counted.map((row) => row[index]).filter((cell) => typeof cell === 'number'),
    })),
  )
}

/**
 * Decimals of the numbers of each column, equal down a column; of shares, those of their percent. Columns of one unit
 * are read side by side, so they share theirs, but for whole numbers and for a column of far smaller numbers.
 */
export function columnDecimals(columns: readonly ColumnNumbers[]): number[] {
  const isShared = ({ unit, values }: ColumnNumbers) =>
    unit !== 'share' && unit !== '' && !values.every(Number.isInteger)
  const shared = new Map(
    [...Map.groupBy(columns.filter(isShared), ({ unit }) => unit)].map(([unit, beside]) => {
      const least = Math.min(...beside.map(({ values, digits }) => decimalsFor(values, digits)))
      const wanted = Math.max(...beside.map(({ values }) => decimalsFor(values, LEAST_DIGITS)))
      return [unit, Math.min(Math.max(least, wanted), least + NEAR_DECIMALS)]
    }),
  )
  return columns.map((column) => {
    const { unit, values, digits } = column
    if (unit === 'share') return shareDecimals(values)
    const own = decimalsFor(values, digits)
    const common = isShared(column) ? shared.get(unit)! : own
    return own - common > NEAR_DECIMALS ? own : common
  })
}

/** Decimals of a figure that stands alone. */
export function figureDecimals({ value, unit, digits }: Figure): number {
  if (unit.split(' ')[0] !== 'share') return decimalsFor([value], digits ?? FIGURE_DIGITS)
  return digits === undefined ? shareDecimals([value]) : decimalsFor([value * 100], digits)
}

/** Decimals that give the largest of some numbers so many digits; none where all are whole. */
export function decimalsFor(values: readonly number[], digits = COLUMN_DIGITS): number {
  if (values.every(Number.isInteger)) return 0
  const most = values.reduce((best, value) => Math.max(best, Math.abs(value)), 0)
  if (most === 0) return 0
  return Math.min(MOST_DECIMALS, Math.max(0, digits - 1 - Math.floor(Math.log10(most))))
}

/** With so many decimals, grouped thousands and a true minus; what rounds to zero has no sign. */
export function formatFixed(value: number, decimals: number, language: Language = 'en'): string {
  return fixedFormat(decimals, language).format(value).replace('-', MINUS)
}

/** A format takes a hundred times as long to make as to use. */
const formats = new Map<string, Intl.NumberFormat>()

function fixedFormat(decimals: number, language: Language): Intl.NumberFormat {
  const key = `${language} ${decimals}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  })
  formats.set(key, made)
  return made
}

function percent(share: number, decimals: number, number: Format['number']): string {
  return `${number(share * 100, decimals)} %`
}

function formatFigure(
  own: Figure,
  number: Format['number'],
  unit: Format['unit'],
  language: Language,
): string {
  const decimals = figureDecimals(own)
  const [first, ...rest] = own.unit.split(' ')
  const after = rest.length > 0 ? ` ${unit(rest.join(' '))}` : ''
  if (first === 'share') return `${percent(own.value, decimals, number)}${after}`
  const text = number(own.value, decimals)
  // Chinese says whose money it is behind the amount, as any other unit.
  const money = language === 'zh' ? undefined : readMoneyUnit(own.unit)
  if (money && (money.multiple === '' ? first === money.sign : money.per === ''))
    return `${money.sign}${text}${money.multiple && ` ${money.multiple}`}${after}`
  return own.unit === '' ? text : `${text} ${unit(own.unit)}`
}

/** Percent with one decimal, or so many that the largest of them is seen. */
function shareDecimals(shares: readonly number[]): number {
  const most = shares.reduce((best, share) => Math.max(best, Math.abs(share)), 0)
  if (shares.every((share) => Number.isInteger(share * 100))) return 0
  return most >= 0.01 ? 1 : 2
}
