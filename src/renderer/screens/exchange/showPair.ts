import { showFaultValue } from '../../../plan/fault.ts'
import { formatNumber } from '../../format/numbers.ts'

/** Significant digits of a number that a file brings or changes. */
const DIGITS = 6

/** What stands in a cell of a file, whole: a planner looks for it there. */
export function showCell(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  return typeof value === 'object' ? (showFaultValue(value) ?? '—') : String(value)
}

/** Before and after: numbers as elsewhere on the screens, whole where they would else look the same. */
export function showPair(before: unknown, after: unknown): readonly [before: string, after: string] {
  const short = [before, after].map(shorten) as [string, string]
  return short[0] === short[1] && before !== after ? [showCell(before), showCell(after)] : short
}

/** Numbers in a text, as of a list by period, are numbers too. */
function shorten(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value, DIGITS)
  return showCell(value).replace(/-?\d+\.\d{6,}/g, (digits) => formatNumber(Number(digits), DIGITS))
}
