import type { Money } from '../plan/currency.ts'
import { choices as en } from '../report/words/en/choices.ts'
import { choices as zh } from '../report/words/zh/choices.ts'
import type { ReadCell } from '../workbook/readSheet.ts'
import { parseQuantity } from './quantity.ts'
import type { SchemaNode } from './tables/planFields.ts'

/** What a cell says: a value, nothing, or what is wrong with it. */
export type Said = { readonly value: unknown } | { readonly expected: string }

const YES = new Set(['true', 'yes', '1', 'x', '是', '真'])
const NO = new Set(['false', 'no', '0', '否', '假'])
const SEPARATOR = /\s*[;；]\s*/
/** What a spreadsheet program would compute rather than show. */
const FORMULA = /^\s*[=+@＝＋＠]|^\s*-\s*[^\d\s.]/
/** Nothing in a plan is larger in its own unit. */
const LARGEST = 1e15
/** Spreadsheets keep fifteen digits. */
const SAME = 1e-12

/** A value of a plan as a cell; lists of plain values in one, parted by semicolons. */
export function toCell(value: unknown): ReadCell {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join('; ')
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return String(value)
}

/** Whether a cell that came back says what went out; a spreadsheet turns texts of digits into numbers. */
export function isSameCell(before: ReadCell, after: ReadCell): boolean {
  if (before === after) return true
  if (isEmpty(before) || isEmpty(after)) return plainText(before ?? '') === plainText(after ?? '')
  if (typeof before === 'number' || typeof after === 'number') {
    const [a, b] = [Number(before), Number(after)]
    if (Number.isFinite(a) && Number.isFinite(b))
      return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b))
  }
  if (typeof before === 'boolean') return String(before) === String(after).toLowerCase()
  return plainText(before) === plainText(after)
}

/** As far as a spreadsheet keeps it: blanks for signs that XML has none for, one kind of line end. */
function plainText(cell: ReadCell): string {
  return String(cell)
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}\ufffd\ufffe\uffff]/gu, ' ')
    .trim()
}

export function isEmpty(cell: ReadCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

/** Reads a cell as the schema wants it; a number may carry a unit, money a currency, that goes over into the
 * field's. */
export function readCell(cell: ReadCell, node: SchemaNode | undefined, unit: string, money?: Money): Said {
  if (node?.enum) return readWord(String(cell).trim(), node.enum)
  if (node?.anyOf?.every((own) => own.const !== undefined))
    return readWord(
      cell,
      node.anyOf.map((own) => own.const),
    )
  switch (node?.type) {
    case 'number':
    case 'integer':
      return readNumber(cell, unit, money)
    case 'boolean':
      return readYes(cell)
    case 'array':
      return readMany(cell, node.items, unit, money)
    default:
      return readText(cell)
  }
}

/** A choice by its word in the plan's file, or as the screen says it in either language: S-curve, S 曲线. */
function readWord(cell: ReadCell, words: readonly unknown[]): Said {
  const said = plainWord(cell)
  const labels = (word: unknown) => [en, zh].map((own) => plainWord(Reflect.get(own, String(word)) ?? word))
  const found =
    words.find((word) => plainWord(word) === said) ?? words.find((word) => labels(word).includes(said))
  return found === undefined ? { expected: `one of ${words.join(', ')}` } : { value: found }
}

/** However it is written: small, without blanks and signs between. */
const plainWord = (word: unknown): string =>
  String(word)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_·.\-’']/g, '')

function readNumber(cell: ReadCell, unit: string, money: Money | undefined): Said {
  const value = typeof cell === 'number' ? cell : parseQuantity(String(cell), unit, money)
  if (value !== undefined && Math.abs(value) <= LARGEST) return { value }
  const hint = /\d,\d/.test(String(cell)) ? ', decimals after a point' : ''
  return { expected: `${unit === '' ? 'a number' : `a number of ${unit}`}${hint}` }
}

/** Words as they stand; the apostrophe that our own tables put before a sign of formulas is taken off. */
function readText(cell: ReadCell): Said {
  const text = String(cell).trim()
  if (FORMULA.test(text)) return { expected: 'plain words: formulas are not taken over' }
  return { value: /^'\s*[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text }
}

function readYes(cell: ReadCell): Said {
  const word = String(cell).trim().toLowerCase()
  if (YES.has(word)) return { value: true }
  return NO.has(word) ? { value: false } : { expected: 'yes or no' }
}

function readMany(
  cell: ReadCell,
  node: SchemaNode | undefined,
  unit: string,
  money: Money | undefined,
): Said {
  const said = String(cell)
    .trim()
    .split(SEPARATOR)
    .filter((word) => word !== '')
    .map((word) => readCell(word, node, unit, money))
  const wrong = said.find((own) => 'expected' in own)
  return wrong ?? { value: said.map((own) => ('value' in own ? own.value : null)) }
}
