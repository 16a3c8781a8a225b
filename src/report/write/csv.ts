import Papa from 'papaparse'
import { type Cell, type Column, isFigure, type ReportDocument, type Table } from '../document.ts'

export interface CsvFile {
  /** As in `03-sites-at-end.csv`: sorted by name they stand in the order of the report. */
  readonly name: string
  readonly text: string
}

/**
 * What a spreadsheet program would take for a formula: such words get an apostrophe before them, full-width signs and
 * those behind blanks too. Numbers are numbers and stay as they are.
 */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/
const BYTE_ORDER_MARK = '\ufeff'

/** Every table of a report as CSV (UTF-8 with mark, CRLF): figures in full precision, units in the head. */
export function toCsvFiles({ sections }: ReportDocument): CsvFile[] {
  const tables = sections.flatMap((section) => section.tables)
  const digits = String(tables.length).length
  return tables.map((table, index) => ({
    name: `${String(index + 1).padStart(digits, '0')}-${table.id}.csv`,
    text: toCsv(table),
  }))
}

function toCsv({ columns, rows }: Table): string {
  const fields = columns.flatMap(toHeads)
  const data = rows.map((row) => row.flatMap((cell, index) => toCells(cell, columns[index]!)))
  return `${BYTE_ORDER_MARK}${Papa.unparse({ fields, data }, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`
}

/** Figures of their own unit take two columns: value and unit. */
function toHeads({ title, kind, unit }: Column): string[] {
  if (kind === 'figure') return [title, `${title}, unit`]
  return [unit === '' ? title : `${title} (${unit})`]
}

function toCells(cell: Cell, { kind }: Column): (string | number | boolean | null)[] {
  if (isFigure(cell)) return [cell.value, cell.unit]
  return kind === 'figure' ? [cell, ''] : [cell]
}
