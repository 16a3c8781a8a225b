import {
  AlignmentType,
  BorderStyle,
  Table as DocxTable,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Column, Table } from '../../document.ts'
import type { Format } from '../numbers.ts'

/** Half points. */
const SIZE = 16
const APPENDIX_SIZE = 13
/** So many columns are set in the small type. */
const MANY_COLUMNS = 8
/** Signs that a column is given room for. */
const LEAST_SIGNS = 6
const MOST_SIGNS = 30
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'C9D1DA' } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: NONE,
  right: NONE,
  insideHorizontal: LINE,
  insideVertical: NONE,
}

const isRight = ({ kind }: Column): boolean => kind === 'number' || kind === 'figure'

/** A table under its title; its head is repeated on each page, and no row is torn. */
export function docxTable(
  table: Table,
  format: Format,
  none: string,
  width: number,
): (Paragraph | DocxTable)[] {
  const { columns, rows, hasTotal } = table
  const size = table.isAppendix || columns.length >= MANY_COLUMNS ? APPENDIX_SIZE : SIZE
  const formats = format.columns(table)
  const texts = rows.map((row, at) => {
    const isTotal = hasTotal === true && at === rows.length - 1
    return row.map((own, index) => (isTotal && own === null ? '' : formats[index]!(own)))
  })
  const heads = columns.map((column) => headOf(column, format))
  const widths = shareOut(heads, texts, width)
  const cell = (text: string, index: number, bold: boolean): TableCell =>
    toCell({ text, width: widths[index]!, bold, size, right: isRight(columns[index]!) })
  const body = texts.map((row, at) => {
    const isTotal = hasTotal === true && at === rows.length - 1
    return new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, isTotal)) })
  })
  const title = new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 60 },
    children: [new TextRun({ text: format.quarters(table.title), bold: true, size: SIZE + 2 })],
  })
  if (rows.length === 0) return [title, new Paragraph({ text: none })]
  const head = new TableRow({
    tableHeader: true,
    children: heads.map((text, index) => cell(text, index, true)),
  })
  return [
    title,
    new DocxTable({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      borders: BORDERS,
      rows: [head, ...body],
    }),
  ]
}

interface CellLook {
  readonly text: string
  readonly width: number
  readonly bold: boolean
  readonly size: number
  readonly right: boolean
}

function toCell({ text, width, bold, size, right }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    margins: { left: 40, right: 40, top: 15, bottom: 15 },
    children: [
      new Paragraph({
        spacing: { after: 0 },
        alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text, bold, size })],
      }),
    ],
  })
}

function headOf({ title, unit }: Column, format: Format): string {
  const shown = unit === 'share' ? '%' : format.unit(unit)
  return format.quarters(unit === '' ? title : `${title} (${shown})`)
}

/** Signs of a text in the width of Latin ones. */
function signsOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)
}

/** Width by how much words and numbers need. */
function shareOut(heads: readonly string[], texts: readonly (readonly string[])[], width: number): number[] {
  const weights = heads.map((head, index) => {
    const cells = texts.reduce((most, row) => Math.max(most, signsOf(row[index]!)), 0)
    const word = head.split(/\s+/).reduce((most, own) => Math.max(most, signsOf(own)), 0)
    return Math.max(LEAST_SIGNS, word, Math.min(Math.max(cells, signsOf(head) / 3), MOST_SIGNS)) + 2
  })
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => Math.floor((weight / all) * width))
}
