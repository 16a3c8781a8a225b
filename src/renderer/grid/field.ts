import { parseQuantity } from '../../exchange/quantity.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { isMoneyUnit, type Money, moneyScale } from '../../plan/currency.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Step } from '../../report/inWan.ts'
import type { ChoiceWord } from '../words/useWords.ts'
import { readDate } from './readDate.ts'

export type Path = readonly (string | number)[]

export interface Option {
  readonly value: string
  readonly label: string
  /** A word of ours, shown in the planner's language. */
  readonly word?: ChoiceWord
}

/** What the catalog holds for a value, from where and how sure. */
export interface CatalogValue {
  readonly value: number
  readonly source: string
  readonly grade: string
}

/** How one value of the plan is shown and typed. */
export interface Field {
  /** Path below the row or the plan, as in `power.gridLimitMw`. */
  readonly path: string
  readonly head: string
  readonly kind: 'number' | 'share' | 'text' | 'date' | 'choice' | 'flag' | 'words' | 'numbers'
  /** That of the plan's file: money in US dollars. */
  readonly unit?: string
  /** By 万 or 亿 where chosen: the unit shown and typed, and what values are multiplied by for it, but for the currency. */
  readonly step?: Step
  /** The currency in which a field of money is shown and typed; absent: US dollars. */
  readonly money?: Money
  readonly isOptional?: boolean
  readonly options?: (plan: Plan, catalog: Catalog) => readonly Option[]
  /** What holds where an optional value is left out, from the catalog. */
  readonly fallback?: (row: unknown, catalog: Catalog) => string
  /** What the catalog holds for a value that the plan's file has to say: the plan's own is marked where it is another. */
  readonly ofCatalog?: (row: unknown, catalog: Catalog) => CatalogValue | undefined
  /** What the value means, for the head's tooltip. */
  readonly help?: string
  readonly widthPx?: number
  /** Says what the row is: read whole, however long. */
  readonly isWhole?: boolean
}

/** Empty: a number of its own, or no number. */
export function unitOf(field: Field): string {
  return field.kind === 'share' ? '%' : (field.step?.unit ?? field.unit ?? '')
}

/** Whether it is one number, which stands at the right of its cell as its head does. */
export function isNumber({ kind }: Field): boolean {
  return kind === 'number' || kind === 'share'
}

export function readAt(root: unknown, path: Path): unknown {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

/** Writes below `root`, making objects on the way; undefined takes the value out. */
export function writeAt(root: object, path: Path, value: unknown): void {
  let place: object = root
  for (const key of path.slice(0, -1)) {
    const next: unknown = Reflect.get(place, key)
    if (typeof next === 'object' && next !== null) place = next
    else {
      const made = {}
      Reflect.set(place, key, made)
      place = made
    }
  }
  const last = path.at(-1)!
  if (value === undefined) Reflect.deleteProperty(place, last)
  else Reflect.set(place, last, value)
}

export function toPath(text: string): Path {
  return text.split('.')
}

/** A fault's path, as in `sites[0].power.gridLimitMw`. */
export function toFaultPath(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

const PLAIN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 12 })

export function showValue(field: Field, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number')
    return PLAIN.format(field.kind === 'share' ? Number((value * 100).toPrecision(12)) : shown(field, value))
  if (Array.isArray(value))
    return value.map((own) => (typeof own === 'number' ? shown(field, own) : own)).join(', ')
  return String(value)
}

/** What nobody types: so many digits come of a conversion between units or currencies. */
const MANY_DIGITS = 8
const READ_DIGITS = 5

/**
 * The same as a cell shows it that is not being typed in: what a conversion left behind its first digits is cut off,
 * so that 54.112554112554 reads 54.113. Whole numbers and what may have been typed stand as they are.
 */
export function showShort(field: Field, value: unknown): string {
  const full = showValue(field, value)
  if (typeof value !== 'number' && !Array.isArray(value)) return full
  return full
    .split(', ')
    .map((part) => (digitsOf(part) < MANY_DIGITS ? part : shortOf(part)))
    .join(', ')
}

/** Significant digits of a number with decimals; of a whole number none are too many. */
const digitsOf = (text: string): number =>
  text.includes('.') ? text.replace(/[^\d]/g, '').replace(/^0+/, '').length : 0

function shortOf(text: string): string {
  const value = Number(text.replaceAll(',', ''))
  const whole = Math.abs(value) >= 10 ** READ_DIGITS
  return PLAIN.format(whole ? Math.round(value) : Number(value.toPrecision(READ_DIGITS)))
}

/** What holds where nothing is said, as a value of the field would be shown: 75000 of the catalog reads 75,000. */
export function showFallback(field: Field, row: unknown, catalog: Catalog): string {
  const text = field.fallback?.(row, catalog) ?? ''
  const value = Number(text)
  if (text === '' || !isNumber(field) || !Number.isFinite(value)) return text
  return showShort(field, field.kind === 'share' ? value / 100 : value)
}

/** In the currency shown; ten digits bring back what was typed. */
function shown({ unit, money, step }: Field, value: number): number {
  const scale = (unit && money ? moneyScale(unit, money) : 1) * (step?.scale ?? 1)
  return scale === 1 ? value : Number((value * scale).toPrecision(10))
}

/** What was typed as the plan keeps it; a fault's expectation where it cannot be read. */
export function readTyped(
  field: Field,
  text: string,
): { readonly value: unknown } | { readonly expected: string } {
  const trimmed = text.trim()
  if (trimmed === '' && field.isOptional) return { value: undefined }
  switch (field.kind) {
    case 'number':
    case 'share': {
      const isShare = field.kind === 'share'
      const value = isShare ? parseQuantity(trimmed, '%') : readNumber(field, trimmed)
      if (value === undefined) return { expected: expectedNumber(field, trimmed) }
      return { value: isShare ? Number((value / 100).toPrecision(12)) : value }
    }
    case 'numbers': {
      const values = trimmed
        .split(/[,;\s]+/)
        .filter(Boolean)
        .map((own) => readNumber(field, own) ?? Number.NaN)
      return values.every(Number.isFinite) ? { value: values } : { expected: 'numbers parted by commas' }
    }
    case 'words':
      return { value: trimmed.split(/[,;\s]+/).filter(Boolean) }
    case 'flag':
      if (/^(true|yes|y|1|是|真)$/i.test(trimmed)) return { value: true }
      return /^(false|no|n|0|否|假)$/i.test(trimmed) ? { value: false } : { expected: 'yes or no' }
    case 'date':
      return { value: readDate(trimmed) }
    case 'text':
    case 'choice':
      // A cell of a spreadsheet may have lines, a field has one.
      return { value: trimmed.replaceAll(/\s*[\r\n]+\s*/g, ' ') }
    default:
      return field.kind satisfies never
  }
}

/** What says its unit, its currency or a multiple is no plain number; the e of 1e6 says none. */
const SAYS_UNIT = /[\p{Sc}\p{Script=Han}%]|[a-df-z]|(?<!\d)e|e(?![-+\d])/iu

/** A plain number is in the unit of the cell's head; one with a unit of its own says what it is. */
function readNumber({ unit, money, step }: Field, text: string): number | undefined {
  const value = parseQuantity(text, unit, money)
  if (value === undefined || !step || SAYS_UNIT.test(text)) return value
  return Number((value / step.scale).toPrecision(14))
}

function expectedNumber({ unit }: Field, text: string): string {
  const what = `a number${unit ? ` of ${unit}` : ''}`
  return /\d,\d/.test(text) ? `${what}, decimals after a point` : what
}

/** Value of a cell as a spreadsheet takes it: numbers without marks of thousands, texts as they are. */
export function copyValue(field: Field, value: unknown): string {
  const text = showValue(field, value)
  return isNumber(field) ? text.replaceAll(',', '') : text
}

/** A field of money with the currency of the plan, in which it is shown and typed. */
export function withMoney(field: Field, money: Money): Field {
  return field.unit && isMoneyUnit(field.unit) ? { ...field, money } : field
}
