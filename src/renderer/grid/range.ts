import Papa from 'papaparse'

/** A cell of a table. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Cells from where the planner began to where she is; either may be the upper or the left one. */
export interface Range {
  readonly row: number
  readonly column: number
  readonly toRow: number
  readonly toColumn: number
}

/** Rows and columns that a range covers, ends included. */
export interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export function oneCell({ row, column }: Place): Range {
  return { row, column, toRow: row, toColumn: column }
}

export function boxOf({ row, column, toRow, toColumn }: Range): Box {
  return {
    top: Math.min(row, toRow),
    bottom: Math.max(row, toRow),
    left: Math.min(column, toColumn),
    right: Math.max(column, toColumn),
  }
}

export function isInside(box: Box, { row, column }: Place): boolean {
  return box.top <= row && row <= box.bottom && box.left <= column && column <= box.right
}

export function isOneCell({ row, column, toRow, toColumn }: Range): boolean {
  return row === toRow && column === toColumn
}

/** A block as a spreadsheet puts it on the clipboard: tabs between columns, line ends between rows, quotes where needed. */
export function parseBlock(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data
}

/** Rows and columns of a block up to its last cell that says something. */
export function sizeOf(block: readonly (readonly string[])[]): {
  readonly rows: number
  readonly columns: number
} {
  const widths = block.map((line) => 1 + line.findLastIndex((cell) => cell.trim() !== ''))
  return { rows: 1 + widths.findLastIndex((width) => width > 0), columns: Math.max(0, ...widths) }
}

/** A block as a spreadsheet takes it from the clipboard. */
export function writeBlockText(block: readonly (readonly string[])[]): string {
  return Papa.unparse(block as string[][], { delimiter: '\t', newline: '\n' })
}

/** The block laid over a box again and again, as a spreadsheet fills a larger selection; at least once in whole. */
export function tile(block: readonly (readonly string[])[], box: Box): string[][] {
  const height = Math.max(block.length, box.bottom - box.top + 1)
  const columns = Math.max(1, ...block.map((line) => line.length))
  const width = Math.max(columns, box.right - box.left + 1)
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => block[row % block.length]?.[column % columns] ?? ''),
  )
}
