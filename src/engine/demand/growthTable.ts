import { MONTHS_PER_YEAR, monthNumber } from '../../plan/calendar.ts'
import { AppFault, type InputFault } from '../../plan/fault.ts'
import { QuarterOrMonth } from '../../plan/schema/common.ts'

interface Point {
  /** Months from January of year 0. */
  readonly month: number
  readonly units: number
}

const YEAR = /^20\d\d$/
const DAY = /^(20\d\d-\d\d)-\d\d$/

/**
 * Units by period of a table as copied from a spreadsheet: a column (or a row) of years, quarters or months, and one of
 * units. A value stands where its year, quarter or month begins; between two the units run in a straight line, before
 * the first and after the last they stay. A line of heads is passed over.
 */
export function readGrowthTable(text: string, periods: readonly string[]): number[] {
  const faults: InputFault[] = []
  const points: Point[] = []
  const rows = rowsOf(text)
  for (const [index, [when = '', units = '']] of rows.entries()) {
    const month = monthOf(when)
    const value = amountOf(units)
    const place = `row ${index + 1}`
    if (month === undefined && value === undefined && index === 0) continue
    if (month === undefined)
      faults.push({
        path: `${place}, period`,
        value: when,
        expected: 'a year, quarter or month, as in 2027, 2027Q2 or 2027-05',
      })
    else if (value === undefined || value < 0)
      faults.push({ path: `${place}, units`, value: units, expected: 'a number of units of 0 or more' })
    else if (points.some((own) => own.month === month))
      faults.push({ path: `${place}, period`, value: when, expected: 'a period that no row before it has' })
    else points.push({ month, units: value })
  }
  if (faults.length === 0 && points.length === 0)
    faults.push({ path: 'table', value: text, expected: 'a period and its units in each row' })
  if (faults.length > 0) throw new AppFault('bad-input', 'The growth table cannot be read', faults)
  const sorted = points.toSorted((a, b) => a.month - b.month)
  return periods.map((period) => unitsAt(sorted, monthNumber(period)))
}

/** Rows of two cells; a table that lies on its side is turned. */
function rowsOf(text: string): string[][] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const rows = lines.map(cellsOf)
  const [first, second] = rows
  const isOnItsSide = rows.length === 2 && first!.length > 2 && first!.length === second!.length
  return isOnItsSide ? first!.map((cell, index) => [cell, second![index]!]) : rows
}

/** Cells by tabs, else by semicolons; else the period and, after a comma or blank, the rest. */
function cellsOf(line: string): string[] {
  const mark = ['\t', ';'].find((own) => line.includes(own))
  const cells = mark === undefined ? /^\s*([^\s,]+)[\s,]+(.*)$/.exec(line)?.slice(1) : line.split(mark)
  return (cells ?? [line]).map((cell) => cell.trim())
}

function monthOf(text: string): number | undefined {
  const label = DAY.exec(text)?.[1] ?? text.replace(/\s+(?=Q)/i, '').toUpperCase()
  if (YEAR.test(label)) return Number(label) * MONTHS_PER_YEAR
  return QuarterOrMonth.safeParse(label).success ? monthNumber(label) : undefined
}

const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, 万: 1e4, 亿: 1e8 }

/** "1,200,000", "1.2 M" or "120万". */
function amountOf(text: string): number | undefined {
  const [, digits, multiple = ''] =
    /^(-?[\d,' ]*\.?\d+(?:e[-+]?\d+)?)\s*([kmb万亿]?)$/i.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  const value = Number(digits.replaceAll(/[,' ]/g, '')) * (MULTIPLES[multiple.toLowerCase()] ?? 1)
  return Number.isFinite(value) ? value : undefined
}

function unitsAt(points: readonly Point[], month: number): number {
  const after = points.findIndex((own) => own.month > month)
  if (after === 0) return points[0]!.units
  const from = points.at(after < 0 ? -1 : after - 1)!
  const to = points[after]
  if (!to) return from.units
  return from.units + ((to.units - from.units) * (month - from.month)) / (to.month - from.month)
}
