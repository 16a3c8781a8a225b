import { AppFault } from '../plan/fault.ts'
import { MS_PER_DAY } from '../plan/units.ts'
import { scanXml } from './scanXml.ts'

export type ReadCell = string | number | boolean | null

const MOST_ROWS = 100_000
const MOST_COLUMNS = 2000
const MOST_CELLS = 2_000_000
/** Day 0 of the calendar of spreadsheets, which counts a 29 February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

interface Spot {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: number
}

/** Values of a sheet, row by row; empty cells are null. */
export function readSheet(
  xml: string,
  strings: readonly string[],
  isDate: (style: number) => boolean,
): ReadCell[][] {
  const rows: ReadCell[][] = []
  let spot: Spot | undefined
  let value = ''
  let inside = ''
  let nextRow = 0
  let nextColumn = 0
  let cells = 0
  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag === 'row') {
        nextRow = Number(attribute('r') ?? nextRow + 1)
        nextColumn = 0
      } else if (tag === 'c') {
        spot = toSpot(attribute, nextRow, nextColumn)
        nextColumn = spot.column + 1
        value = ''
        if (++cells > MOST_CELLS) throw tooMany(`${cells} cells`)
      } else inside = tag
    },
    text: (text) => {
      if (inside === 'v' || inside === 't') value += text
    },
    close: (tag) => {
      if (tag !== 'c') inside = ''
      else if (spot) {
        const cell = toCell(value, spot, strings, isDate)
        if (cell !== null) put(rows, spot, cell)
        spot = undefined
      }
    },
  })
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null))
}

function put(rows: ReadCell[][], { row, column }: Spot, cell: ReadCell): void {
  const own = rows[row] ?? []
  own[column] = cell
  rows[row] = own
}

function toSpot(attribute: (name: string) => string | undefined, row: number, column: number): Spot {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute('r') ?? '') ?? []
  const spot = {
    row: (digits === undefined ? row : Number(digits)) - 1,
    column: letters === undefined ? column : columnIndex(letters),
    type: attribute('t') ?? 'n',
    style: Number(attribute('s') ?? 0),
  }
  if (spot.row < 0 || spot.row >= MOST_ROWS) throw tooMany(`row ${spot.row + 1}`)
  if (spot.column >= MOST_COLUMNS) throw tooMany(`column ${letters ?? spot.column}`)
  return spot
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function toCell(
  text: string,
  { type, style }: Spot,
  strings: readonly string[],
  isDate: (style: number) => boolean,
): ReadCell {
  if (text === '' && type !== 'inlineStr') return null
  if (type === 's') return strings[Number(text)] ?? null
  if (type === 'b') return text === '1'
  if (type === 'e') return `#${text.replace(/^#/, '')}`
  if (type !== 'n') return text
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  return isDate(style)
    ? new Date(DAY_ZERO + Math.floor(number) * MS_PER_DAY).toISOString().slice(0, 10)
    : number
}

function tooMany(value: string): AppFault {
  return new AppFault('bad-input', 'The sheet is larger than is read', [
    {
      path: 'file',
      value,
      expected: `at most ${MOST_ROWS} rows, ${MOST_COLUMNS} columns and ${MOST_CELLS} cells`,
    },
  ])
}
