/** One cell of a sheet as it is written. */
export interface SheetCell {
  readonly value: string | number | boolean | null
  /** Without its sign of equality; the value beside it is what it computes to, for viewers that do not compute. */
  readonly formula?: string
  /** Number format such as `#,##0.0" MW"`. */
  readonly format?: string
  readonly style?: 'title' | 'head' | 'total' | 'soft' | 'warning' | 'input'
  readonly isWrapped?: boolean
}

export interface Sheet {
  /** At most 31 signs, none of []:*?/\. */
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** In signs, by column. */
  readonly widths: readonly number[]
  readonly frozenRows: number
  readonly frozenColumns: number
}

export interface Workbook {
  readonly title: string
  readonly sheets: readonly Sheet[]
}

const MOST_NAME_SIGNS = 31

/** Names that a spreadsheet program takes for sheets: without forbidden signs, cut, each once. */
export function sheetNames(wishes: readonly string[]): string[] {
  const taken = new Set<string>()
  return wishes.map((wish) => {
    const clean =
      wish
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, MOST_NAME_SIGNS) || 'Sheet'
    let name = clean
    for (let number = 2; taken.has(name.toLowerCase()); number++)
      name = `${clean.slice(0, MOST_NAME_SIGNS - 4)} ${number}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** Column letters by index from 0: A to Z, AA and on. */
export function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`
}
