/** Languages that a report is written in. */
export type Language = 'en' | 'zh'

/** Large numbers of a Chinese report: by 万 and 亿, or by thousands and millions as in English. */
export type NumberSteps = 'wan' | 'metric'

/**
 * How a spreadsheet computes a value from others of the report: `[2]` is the cell of column 2 in the same row,
 * `[2:total]` the last row's, `[cost-lines.2:total]` another table's, `[2:all]` the cells above the total.
 */
export type Formula = string

/** A figure inside a text or a table of mixed units; no number is formatted before a writer does it. */
export interface Figure {
  readonly value: number
  readonly unit: string
  readonly formula?: Formula
  /** Significant digits, where it is to be read to the last of them; else three. */
  readonly digits?: number
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
  /** Of each cell of the column that holds a number, the total too unless it is a sum. */
  readonly formula?: Formula
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
export interface SeriesChart {
  readonly title: string
  readonly kind: 'lines' | 'stack' | 'pairs'
  readonly unit: string
  readonly labels: readonly string[]
  readonly series: readonly Series[]
}

/** Boxes in columns from left to right, joined by lines: a single-line diagram. */
export interface OneLine {
  readonly title: string
  readonly kind: 'one-line'
  readonly boxes: readonly {
    readonly id: string
    readonly column: number
    readonly row: number
    readonly name: string
    readonly detail: Paragraph
  }[]
  readonly lines: readonly (readonly [from: string, to: string])[]
}

/** Bars over the calendar; days such as 2027-04-01. The mark is a day that all bars are read against. */
export interface Gantt {
  readonly title: string
  readonly kind: 'gantt'
  readonly mark: { readonly day: string; readonly name: string }
  readonly bars: readonly {
    readonly name: string
    readonly detail: string
    readonly from: string
    readonly to: string
    /** Begins before the mark. */
    readonly isLate: boolean
  }[]
  /** Below the bars: what served from one day to another and then left. */
  readonly leaves: readonly {
    readonly name: string
    readonly detail: string
    readonly from: string
    readonly to: string
  }[]
}

export type Chart = SeriesChart | OneLine | Gantt

export interface Section {
  readonly id: string
  readonly heading: string
  readonly paragraphs: readonly Paragraph[]
  readonly charts: readonly Chart[]
  readonly tables: readonly Table[]
}

/** A report as every writer gets it: one source of every figure. */
export interface ReportDocument {
  readonly reportVersion: 2
  readonly kind: 'build-out' | 'comparison' | 'change'
  readonly language: Language
  readonly planId: string
  readonly planName: string
  readonly description: string
  /** Name of the revision that it reports; empty: the plan as it stands. */
  readonly revision: string
  /** SHA-256 of the canonical plan. */
  readonly inputsHash: string
  /** Day on which the report was made. */
  readonly day: string
  /** What must be read first on every page, as that the audit failed; empty: nothing. */
  readonly warning: string
  readonly sections: readonly Section[]
}

export const words = (title: string): Column => ({ title, kind: 'text', unit: '' })
export const quarter = (title: string): Column => ({ title, kind: 'quarter', unit: '' })
export const day = (title: string): Column => ({ title, kind: 'day', unit: '' })
export function number(title: string, unit = '', formula?: Formula): Column {
  return { title, kind: 'number', unit, ...(formula === undefined ? {} : { formula }) }
}
export const figures = (title: string): Column => ({ title, kind: 'figure', unit: '' })
export function figure(value: number, unit = '', formula?: Formula): Figure {
  return { value, unit, ...(formula === undefined ? {} : { formula }) }
}

/** A paragraph from a template: figures stay figures. */
export function say(texts: TemplateStringsArray, ...parts: readonly (string | Figure)[]): Paragraph {
  return texts.flatMap((text, index) => [text, parts[index] ?? '']).filter((part) => part !== '')
}

/** A section with what it has; what it lacks is empty. */
export function section(id: string, heading: string, parts: Partial<Section>): Section {
  return { id, heading, paragraphs: [], charts: [], tables: [], ...parts }
}

export function isFigure(cell: unknown): cell is Figure {
  return typeof cell === 'object' && cell !== null && 'value' in cell && 'unit' in cell
}

/** The table with a last row of this name that sums its numbers; columns named in `notSummed` stay empty in it. */
export function withTotal(name: string, table: Table, notSummed: readonly string[] = []): Table {
  const total = table.columns.map((column, index): Cell => {
    if (index === 0) return name
    if (column.kind !== 'number' || notSummed.includes(column.title)) return null
    return table.rows.reduce((sum, row) => sum + (typeof row[index] === 'number' ? row[index] : 0), 0)
  })
  return table.rows.length === 0 ? table : { ...table, rows: [...table.rows, total], hasTotal: true }
}
