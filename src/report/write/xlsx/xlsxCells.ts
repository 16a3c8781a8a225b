import { readMoneyUnit } from '../../../plan/currency.ts'
import { columnName, type SheetCell } from '../../../workbook/workbook.ts'
import { type Cell, type Column, type Formula, isFigure, type Table } from '../../document.ts'
import { type Format, figureDecimals, tableDecimals } from '../numbers.ts'

interface Place {
  readonly sheet: string
  /** Row of the sheet, from 0, in which the table's first row stands. */
  readonly firstRow: number
  readonly table: Table
}

/** Where each table of the book stands. */
export type Places = ReadonlyMap<string, Place>

/** Rows of a table as cells of its sheet, totals and computed columns as formulas with their values. */
export function toCells(table: Table, firstRow: number, places: Places, format: Format): SheetCell[][] {
  const { columns, rows, hasTotal } = table
  const decimals = tableDecimals(table)
  const formats = columns.map((column, index) => columnCode(column, decimals[index]!))
  return rows.map((row, at) => {
    const isTotal = hasTotal === true && at === rows.length - 1
    return row.map((cell, index): SheetCell => {
      const formula = isTotal
        ? totalFormula(cell, index, firstRow, at)
        : rowFormula(cell, columns[index]!, { table, firstRow, at, places })
      return {
        ...plain(cell, formats[index]!, format),
        ...(formula === undefined ? {} : { formula }),
        ...(isTotal ? { style: 'total' as const } : {}),
      }
    })
  })
}

function plain(cell: Cell, code: string, format: Format): SheetCell {
  if (isFigure(cell))
    return { value: cell.value, format: figureCode(cell.unit, figureDecimals(cell), format) }
  if (typeof cell === 'number') return { value: cell, format: code }
  return { value: typeof cell === 'string' ? format.quarters(cell) || null : cell }
}

function totalFormula(cell: Cell, index: number, firstRow: number, at: number): string | undefined {
  const column = columnName(index)
  return typeof cell === 'number' ? `SUM(${column}${firstRow + 1}:${column}${firstRow + at})` : undefined
}

interface Spot {
  readonly table: Table
  readonly firstRow: number
  readonly at: number
  readonly places: Places
}

function rowFormula(cell: Cell, { formula }: Column, spot: Spot): string | undefined {
  const own = isFigure(cell) ? cell.formula : typeof cell === 'number' ? formula : undefined
  return own === undefined ? undefined : resolve(own, spot)
}

const REFERENCE = /\[(?:([\w-]+)\.)?(\d+)(?::(\w+))?\]/g

/** References as cells; nothing where a table is not in the book. */
function resolve(formula: Formula, { table, firstRow, at, places }: Spot): string | undefined {
  let isWhole = true
  const text = formula.replace(
    REFERENCE,
    (_, tableId: string | undefined, column: string, row: string | undefined) => {
      const other = tableId === undefined ? { sheet: '', firstRow, table } : places.get(tableId)
      if (!other) {
        isWhole = false
        return ''
      }
      const rowAt = row === undefined ? at : row === 'total' ? other.table.rows.length - 1 : Number(row) - 1
      const sheet = tableId === undefined ? '' : `'${other.sheet}'!`
      const fixed = row === undefined ? '' : '$'
      return `${sheet}${columnName(Number(column))}${fixed}${other.firstRow + rowAt + 1}`
    },
  )
  return isWhole ? text : undefined
}

const decimalPart = (decimals: number): string => (decimals === 0 ? '' : `.${'0'.repeat(decimals)}`)
const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', "'")}"`)

/** Columns say their unit in the head; percent and money in the cell too. */
function columnCode({ unit }: Column, decimals: number): string {
  if (unit === 'share') return `0${decimalPart(decimals)}%`
  const money = readMoneyUnit(unit)
  return `${money?.multiple === '' ? `"${money.sign}"` : ''}#,##0${decimalPart(decimals)}`
}

function figureCode(unit: string, decimals: number, format: Format): string {
  const [first, ...rest] = unit.split(' ')
  const after = rest.length > 0 ? quoted(` ${format.unit(rest.join(' '))}`) : ''
  const digits = `#,##0${decimalPart(decimals)}`
  if (first === 'share') return `0${decimalPart(decimals)}%${after}`
  const money = readMoneyUnit(unit)
  if (money && (money.multiple === '' ? first === money.sign : money.per === ''))
    return `"${money.sign}"${digits}${quoted(money.multiple && ` ${money.multiple}`)}${after}`
  return unit === '' ? digits : `${digits}${quoted(` ${format.unit(unit)}`)}`
}
