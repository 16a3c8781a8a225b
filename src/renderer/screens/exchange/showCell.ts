import { showFaultValue } from '../../../plan/fault.ts'
import { formatNumber } from '../../format/numbers.ts'

/** Significant digits of a number in a text that a file brings or changes. */
const DIGITS = 6

/** What stands in a cell of a file, whole: a planner looks for it there. */
export function showCell(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  return typeof value === 'object' ? (showFaultValue(value) ?? '—') : String(value)
}

/** Numbers in a text, as of a list by period, as short as numbers elsewhere. */
export function shortenNumbers(text: string): string {
  return text.replace(/-?\d+\.\d{6,}/g, (digits) => formatNumber(Number(digits), DIGITS))
}
