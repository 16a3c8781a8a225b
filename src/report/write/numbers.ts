import { type Cell, type Column, type Figure, isFigure } from '../document.ts'

const MINUS = '−'
const NOTHING = '—'
/** Digits of the largest number of a column, and of a figure that stands alone. */
const COLUMN_DIGITS = 4
const FIGURE_DIGITS = 3
const MOST_DECIMALS = 6

/** Decimals that give the largest of some numbers so many digits; none where all are whole. */
export function decimalsFor(values: readonly number[], digits = COLUMN_DIGITS): number {
  if (values.every(Number.isInteger)) return 0
  const most = Math.max(...values.map(Math.abs))
  if (most === 0) return 0
  return Math.min(MOST_DECIMALS, Math.max(0, digits - 1 - Math.floor(Math.log10(most))))
}

/** With grouped thousands and a true minus; what rounds to zero has no sign. */
export function formatNumber(value: number, decimals: number): string {
  const text = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  }).format(value)
  return text.replace('-', MINUS)
}

function formatShare(share: number, decimals: number): string {
  return `${formatNumber(share * 100, decimals)} %`
}

/** A figure with its unit, as in $1,334 M or 31.2 MW. */
export function formatFigure({ value, unit }: Figure): string {
  const number = formatNumber(value, decimalsFor([value], FIGURE_DIGITS))
  const [first, ...rest] = unit.split(' ')
  if (first === 'share') return [formatShare(value, shareDecimals([value])), ...rest].join(' ')
  if (first === '$') return [`$${number}`, ...rest].join(' ')
  if (first === 'M$') return `$${number} M`
  return unit === '' ? number : `${number} ${unit}`
}

/** Percent with one decimal, or so many that the largest of them is seen. */
function shareDecimals(shares: readonly number[]): number {
  const most = Math.max(...shares.map(Math.abs))
  if (shares.every((share) => Number.isInteger(share * 100))) return 0
  return most >= 0.01 ? 1 : 2
}

/** How the cells of a column are written: numbers of one column with equal decimals. */
export function columnFormat(column: Column, cells: readonly Cell[]): (cell: Cell) => string {
  const values = cells.filter((cell) => typeof cell === 'number')
  const decimals = column.unit === 'share' ? shareDecimals(values) : decimalsFor(values)
  return (cell) => {
    if (cell === null) return NOTHING
    if (isFigure(cell)) return formatFigure(cell)
    if (typeof cell === 'number')
      return column.unit === 'share' ? formatShare(cell, decimals) : formatNumber(cell, decimals)
    return formatQuarters(String(cell))
  }
}

/** Quarters as people write them: 2027Q2 becomes 2027 Q2. */
export function formatQuarters(text: string): string {
  return text.replace(/\b(20\d\d)(Q[1-4])\b/g, '$1 $2')
}
