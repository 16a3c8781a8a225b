import type { SheetCell } from './workbook.ts'

/** Points of a line of text, and of a title. */
const LINE_PT = 15
const TITLE_PT = 22
/** A column's width is in digits; letters, bold ones too, take as much on average. */
const SIGN = 1
const WIDE_SIGN = 2
/** From here on scripts whose signs take two places, as Chinese. */
const FIRST_WIDE = 0x2e80

/** Height in points that a row needs, or null where it needs that of one line: not every program finds it itself. */
export function rowHeightPt(cells: readonly SheetCell[], widths: readonly number[]): number | null {
  if (cells.some(({ style }) => style === 'title')) return TITLE_PT
  const lines = cells.map((cell, column) => {
    const width = widths[column]
    return cell.isWrapped && typeof cell.value === 'string' && width ? linesOf(cell.value, width) : 1
  })
  const most = Math.max(1, ...lines)
  return most === 1 ? null : most * LINE_PT
}

/** Lines that a text breaks into at its blanks. */
function linesOf(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const length = [...word].reduce((sum, sign) => sum + (isWide(sign) ? WIDE_SIGN : SIGN), 0)
    if (used > 0 && used + length > width) {
      lines += 1
      used = 0
    }
    // A word longer than the column breaks within itself.
    lines += Math.max(0, Math.ceil(length / width) - 1)
    used += (length % width) + SIGN
  }
  return lines
}

const isWide = (sign: string): boolean => (sign.codePointAt(0) ?? 0) >= FIRST_WIDE
