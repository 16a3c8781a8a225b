import { type Sheet, type SheetCell, sheetNames } from '../../../workbook/workbook.ts'
import { writeWorkbook } from '../../../workbook/writeWorkbook.ts'
import type { ReportDocument, Section, Table } from '../../document.ts'
import { getWords } from '../../words/words.ts'
import { createFormat, type Format } from '../numbers.ts'
import { type Places, toCells } from './xlsxCells.ts'

const TEXT_WIDTH = 100
const LEAST_WIDTH = 9
const MOST_WIDTH = 46
const BLANK: readonly SheetCell[] = []

/** A sheet of the book before its cells are written: which row each table begins in. */
interface Layout {
  readonly section: Section
  readonly name: string
  /** All tables have the same columns: one head for all, which stays in sight. */
  readonly hasOneHead: boolean
  readonly tableRows: readonly number[]
}

/** Rows above everything else: the section, and of which plan, day and inputs it is. */
const TOP_ROWS = 2

/** The report as an XLSX file: a sheet a section, live formulas for totals and what is computed from them. */
export function toXlsx(report: ReportDocument): Uint8Array {
  const names = sheetNames(report.sections.map((section) => section.heading))
  const layouts = report.sections.map((section, index) => layOut(section, names[index]!, report))
  const places: Places = new Map(
    layouts.flatMap(({ section, name, tableRows }) =>
      section.tables.map(
        (table, index) => [table.id, { sheet: name, firstRow: tableRows[index]!, table }] as const,
      ),
    ),
  )
  const format = createFormat(report.language)
  const title = format.quarters(`${report.planName}: ${getWords(report.language).frame.kinds[report.kind]}`)
  return writeWorkbook({ title, sheets: layouts.map((layout) => toSheet(layout, report, places, format)) })
}

function layOut(section: Section, name: string, report: ReportDocument): Layout {
  const heads = section.tables.map((table) =>
    JSON.stringify(table.columns.map(({ title, unit }) => [title, unit])),
  )
  const hasOneHead = heads.length > 0 && heads.every((head) => head === heads[0])
  let row = topRows(report) + (hasOneHead ? 1 : section.paragraphs.length + 1)
  const tableRows = section.tables.map((table) => {
    const first = row + (hasOneHead ? 1 : 2)
    row = first + table.rows.length + 1
    return first
  })
  return { section, name, hasOneHead, tableRows }
}

function topRows({ warning }: ReportDocument): number {
  return TOP_ROWS + (warning === '' ? 0 : 1)
}

function toSheet(layout: Layout, report: ReportDocument, places: Places, format: Format): Sheet {
  const { section, hasOneHead, tableRows } = layout
  const rows: (readonly SheetCell[])[] = [...topOf(report, section, format)]
  const paragraphs = section.paragraphs.map((own): SheetCell[] => [{ value: format.paragraph(own) }])
  if (hasOneHead) rows.push(headOf(section.tables[0]!, format))
  else rows.push(...paragraphs, BLANK)
  section.tables.forEach((table, index) => {
    rows.push([{ value: format.quarters(table.title), style: 'head' }])
    if (!hasOneHead) rows.push(headOf(table, format))
    rows.push(...toCells(table, tableRows[index]!, places, format), BLANK)
  })
  if (hasOneHead) rows.push(...paragraphs)
  return {
    name: layout.name,
    rows,
    widths: widthsOf(section.tables),
    frozenRows: topRows(report) + (hasOneHead ? 1 : 0),
    frozenColumns: section.tables.length > 0 ? 1 : 0,
  }
}

function topOf(report: ReportDocument, section: Section, format: Format): SheetCell[][] {
  const { frame } = getWords(report.language)
  const facts = [
    `${report.planName} (${report.planId})`,
    `${frame.revision}: ${report.revision || frame.asItStands}`,
    report.day,
    `${frame.inputs} ${report.inputsHash}`,
  ]
  return [
    [{ value: format.quarters(section.heading), style: 'title' }],
    [{ value: format.quarters(facts.join(' · ')), style: 'soft' }],
    ...(report.warning === '' ? [] : [[{ value: report.warning, style: 'warning' as const }]]),
  ]
}

function headOf({ columns }: Table, format: Format): SheetCell[] {
  return columns.map(({ title, unit }) => ({
    value: format.quarters(unit === '' ? title : `${title} (${unit === 'share' ? '%' : format.unit(unit)})`),
    style: 'head',
    isWrapped: true,
  }))
}

function widthsOf(tables: readonly Table[]): number[] {
  const widths: number[] = []
  for (const { columns, rows } of tables)
    columns.forEach(({ kind, title }, index) => {
      const longest = rows.reduce(
        (most, row) => Math.max(most, String(row[index] ?? '').length),
        title.length / 2,
      )
      const width = kind === 'text' ? longest + 2 : kind === 'figure' ? 24 : 13
      widths[index] = Math.min(MOST_WIDTH, Math.max(widths[index] ?? LEAST_WIDTH, width))
    })
  return tables.length === 0 ? [TEXT_WIDTH] : widths
}
