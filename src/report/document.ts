/** A figure inside a text or a table of mixed units; no number is formatted before a writer does it. */
export interface Figure {
  readonly value: number
  readonly unit: string
}

/** Words and figures that make a paragraph, in order. */
export type Paragraph = readonly (string | Figure)[]

export type Cell = string | number | boolean | null | Figure

/** What a column holds: words, a quarter such as 2027Q2, a day such as 2027-04-01, numbers, or figures of their own unit. */
export type ColumnKind = 'text' | 'quarter' | 'day' | 'number' | 'figure'

export interface Column {
  readonly title: string
  readonly kind: ColumnKind
  /** Unit of the numbers; empty for counts and words. `share` is a share of 1. */
  readonly unit: string
}

export interface Table {
  readonly id: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Last row is the sum of those before. */
  readonly hasTotal?: boolean
  /** Set in small type: an appendix to look things up in. */
  readonly isAppendix?: boolean
}

export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
}

/** Lines or stacked columns over the labels, or pairs of horizontal bars: the first series pale behind the second. */
export interface Chart {
  readonly title: string
  readonly kind: 'lines' | 'stack' | 'pairs'
  readonly unit: string
  readonly labels: readonly string[]
  readonly series: readonly Series[]
}

export interface Section {
  readonly id: string
  readonly heading: string
  readonly paragraphs: readonly Paragraph[]
  readonly charts: readonly Chart[]
  readonly tables: readonly Table[]
}

/** The build-out report as every writer gets it: one source of every figure. */
export interface ReportDocument {
  readonly reportVersion: 1
  readonly planId: string
  readonly planName: string
  readonly description: string
  /** SHA-256 of the canonical plan. */
  readonly inputsHash: string
  /** Day on which the report was made. */
  readonly day: string
  readonly sections: readonly Section[]
}

export const words = (title: string): Column => ({ title, kind: 'text', unit: '' })
export const quarter = (title: string): Column => ({ title, kind: 'quarter', unit: '' })
export const day = (title: string): Column => ({ title, kind: 'day', unit: '' })
export const number = (title: string, unit = ''): Column => ({ title, kind: 'number', unit })
export const figures = (title: string): Column => ({ title, kind: 'figure', unit: '' })
export const figure = (value: number, unit = ''): Figure => ({ value, unit })

/** A section with what it has; what it lacks is empty. */
export function section(id: string, heading: string, parts: Partial<Section>): Section {
  return { id, heading, paragraphs: [], charts: [], tables: [], ...parts }
}

export function isFigure(cell: unknown): cell is Figure {
  return typeof cell === 'object' && cell !== null && 'value' in cell && 'unit' in cell
}

/** The table with a last row that sums its numbers; columns named in `notSummed` stay empty in it. */
export function withTotal(table: Table, notSummed: readonly string[] = []): Table {
  const total = table.columns.map((column, index): Cell => {
    if (index === 0) return 'Total'
    if (column.kind !== 'number' || notSummed.includes(column.title)) return null
    return table.rows.reduce((sum, row) => sum + (typeof row[index] === 'number' ? row[index] : 0), 0)
  })
  return table.rows.length === 0 ? table : { ...table, rows: [...table.rows, total], hasTotal: true }
}
