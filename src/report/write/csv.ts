import { csvText } from '../../workbook/csvText.ts'
import { type Cell, type Column, isFigure, type ReportDocument, type Table } from '../document.ts'
import { getWords, type ReportWords } from '../words/words.ts'
import { createFormat, type Format } from './numbers.ts'

export interface CsvFile {
  /** As in `03-sites-at-end.csv`: sorted by name they stand in the order of the report. */
  readonly name: string
  readonly text: string
}

const BYTE_ORDER_MARK = '\ufeff'

/**
 * Every table of a report as CSV (UTF-8 with mark, CRLF): figures in full precision, units in the head. The first file
 * says of which plan, day and inputs they are, and whether the audit failed.
 */
export function toCsvFiles(report: ReportDocument): CsvFile[] {
  const tables = report.sections.flatMap((section) => section.tables)
  const digits = String(tables.length).length
  const writer = { format: createFormat(report.language), frame: getWords(report.language).frame }
  const name = (index: number, id: string): string => `${String(index).padStart(digits, '0')}-${id}.csv`
  return [
    { name: name(0, 'about'), text: aboutFile(report, writer.frame) },
    ...tables.map((table, index) => ({ name: name(index + 1, table.id), text: toCsv(table, writer) })),
  ]
}

interface Writer {
  readonly format: Format
  readonly frame: ReportWords['frame']
}

function aboutFile(report: ReportDocument, frame: Writer['frame']): string {
  const rows = [
    [frame.kinds[report.kind], report.planName],
    [frame.plan, report.planId],
    [frame.revision, report.revision || frame.asItStands],
    [frame.madeOn, report.day],
    [frame.hash, report.inputsHash],
    ...(report.warning === '' ? [] : [['!', report.warning]]),
  ]
  return toText([frame.about, ''], rows)
}

function toText(...table: [heads: readonly string[], rows: Parameters<typeof csvText>[1]]): string {
  return `${BYTE_ORDER_MARK}${csvText(...table, '\r\n')}\r\n`
}

function toCsv({ columns, rows }: Table, writer: Writer): string {
  const fields = columns.flatMap((column) => toHeads(column, writer))
  const data = rows.map((row) => row.flatMap((cell, index) => toCells(cell, columns[index]!, writer.format)))
  return toText(fields, data)
}

/** Figures of their own unit take two columns: value and unit. */
function toHeads({ title, kind, unit }: Column, { format, frame }: Writer): string[] {
  if (kind === 'figure') return [title, frame.unit(title)]
  const shown = format.unit(unit)
  // A share may be called by nothing but that word.
  return [unit === '' || shown === title ? title : format.quarters(`${title} (${shown})`)]
}

function toCells(cell: Cell, { kind }: Column, format: Format): (string | number | boolean | null)[] {
  if (isFigure(cell)) return [cell.value, format.unit(cell.unit)]
  return kind === 'figure' ? [cell, ''] : [cell]
}
