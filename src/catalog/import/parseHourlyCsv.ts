import Papa from 'papaparse'
import { AppFault, type InputFault } from '../../plan/fault.ts'

export interface HourlyRules {
  /** What the values are, as in `price, USD/MWh`; said in faults. */
  readonly what: string
  readonly least: number
  readonly most: number
  /** Header of the column to read; without it the last column is read. */
  readonly column?: string
}

const HOURS = 8760
const HOUR_MS = 3_600_000
/** A file with more faults than this is of another kind: the rest would say nothing new. */
const MOST_FAULTS = 20

/**
 * Reads a year of hourly values: 8,760 rows, with or without a header, the value in the named or the last column, an
 * ISO time in the first one if there are several. Faults name the row of the file and what to do.
 */
export function parseHourlyCsv(text: string, rules: HourlyRules): number[] {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [first] = parsed.data
  const hasHeader = first?.every((cell) => Number.isNaN(toNumber(cell))) ?? false
  const column = findColumn(first ?? [], hasHeader, rules)
  const rows = hasHeader ? parsed.data.slice(1) : parsed.data
  const firstRow = hasHeader ? 2 : 1
  const faults: InputFault[] = []
  const values = rows.map((cells, index) => {
    const cell = cells[column]?.trim() ?? ''
    const value = toNumber(cell)
    if (!(value >= rules.least && value <= rules.most)) {
      faults.push({
        path: `row ${firstRow + index}, column ${column + 1}`,
        value: cell,
        expected: `${rules.what}: a number from ${rules.least} to ${rules.most}`,
      })
    }
    return value
  })
  faults.push(...findGaps(rows, firstRow))
  if (values.length !== HOURS) faults.push(lengthFault(values.length, firstRow))
  if (faults.length > 0) {
    throw new AppFault(
      'bad-input',
      `The hourly file of ${rules.what} has faults`,
      faults.slice(0, MOST_FAULTS),
    )
  }
  return values
}

function findColumn(header: readonly string[], hasHeader: boolean, rules: HourlyRules): number {
  if (rules.column === undefined) return Math.max(0, header.length - 1)
  const found = hasHeader ? header.findIndex((cell) => cell.trim() === rules.column) : -1
  if (found >= 0) return found
  throw new AppFault('bad-input', `The hourly file of ${rules.what} has no such column`, [
    {
      path: 'row 1',
      value: rules.column,
      expected: hasHeader ? `one of ${header.join(', ')}` : 'a header row with the names of the columns',
    },
  ])
}

function lengthFault(count: number, firstRow: number): InputFault {
  const difference = Math.abs(HOURS - count).toLocaleString('en')
  const remedy =
    count === HOURS + 24
      ? 'remove 29 February'
      : count < HOURS
        ? `add the ${difference} missing`
        : `remove the ${difference} that are too many`
  return {
    path: `row ${firstRow + count}`,
    value: `${count.toLocaleString('en')} rows`,
    expected: `8,760 rows, one an hour: ${remedy}`,
  }
}

/** Where the first column is a time, each row must be an hour after the one before. */
function findGaps(rows: readonly (readonly string[])[], firstRow: number): InputFault[] {
  const faults: InputFault[] = []
  for (let index = 1; index < rows.length; index++) {
    const before = toTime(rows[index - 1]!)
    const now = toTime(rows[index]!)
    if (before === null || now === null || now - before === HOUR_MS) continue
    const expected = new Date(before + HOUR_MS).toISOString().slice(0, 16)
    faults.push({
      path: `row ${firstRow + index}, column 1`,
      value: rows[index]![0],
      expected: `${expected}, an hour after the row before (times in UTC have no summer time)`,
    })
  }
  return faults
}

const ISO_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)/

function toTime(cells: readonly string[]): number | null {
  const found = cells.length > 1 ? ISO_TIME.exec(cells[0]!.trim()) : null
  return found ? Date.parse(`${found[1]}T${found[2]}Z`) : null
}

function toNumber(cell: string): number {
  const text = cell.trim()
  return text === '' ? Number.NaN : Number(text)
}
