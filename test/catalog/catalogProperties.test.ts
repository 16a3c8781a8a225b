import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { parseCatalog } from '../../src/catalog/parseCatalog.ts'
import { TABLES, type TableName } from '../../src/plan/catalog/catalog.ts'
import { AppFault, type InputFault } from '../../src/plan/fault.ts'

const folder = join(import.meta.dirname, '../../resources/catalog')
const names = Object.keys(TABLES) as TableName[]
const texts = Object.fromEntries(
  names.map((name) => [name, readFileSync(join(folder, `${name}.csv`), 'utf8')]),
)
/** [table]: rows of cells, the headers first. */
const cells = Object.fromEntries(
  names.map((name) => [name, Papa.parse<string[]>(texts[name]!.trimEnd()).data]),
)
/** The longest table is cut where each run reads all of them. */
const short: Record<string, string> = { ...texts, latency: toCsv(cells.latency!.slice(0, 30)) }

function toCsv(rows: readonly (readonly string[])[]): string {
  return Papa.unparse(rows as string[][], { newline: '\n' })
}

/** Faults of reading; an error that is no AppFault is a bug and passes through. */
function faultsOf(files: Readonly<Record<string, string>>): readonly InputFault[] {
  try {
    parseCatalog(files)
    return []
  } catch (error) {
    if (error instanceof AppFault) return error.faults
    throw error
  }
}

/** Columns that hold numbers in every filled cell. */
function numericColumns(name: TableName): number[] {
  const [headers = [], ...rows] = cells[name]!
  return headers.flatMap((_, column) => {
    const filled = rows.map((row) => row[column]!).filter((cell) => cell !== '' && !cell.startsWith('see '))
    return filled.length > 0 && filled.every((cell) => Number.isFinite(Number(cell))) ? [column] : []
  })
}

test.each(names)('%s: every row is checked, in every column of numbers', (name) => {
  const [headers = [], ...rows] = cells[name]!
  const columns = numericColumns(name)
  const broken = rows.map((row) => row.map((cell, column) => (columns.includes(column) ? 'north' : cell)))
  const paths = faultsOf({ ...texts, [name]: toCsv([headers, ...broken]) }).map((fault) => fault.path)
  const wanted = rows.flatMap((_, row) =>
    columns.map((column) => `${name}.csv row ${row + 2}, column ${headers[column]}`),
  )
  expect(paths).toEqual(wanted)
})

const place = fc.constantFrom(...names.filter((name) => name !== 'latency')).chain((name) =>
  fc.record({
    name: fc.constant(name),
    row: fc.integer({ min: 1, max: cells[name]!.length - 1 }),
    column: fc.nat(cells[name]![0]!.length - 1),
  }),
)

test('any text in any cell is read or named; a fault of the cell itself names its file, row and column', () => {
  fc.assert(
    fc.property(place, fc.oneof(fc.string(), fc.double().map(String)), ({ name, row, column }, text) => {
      const rows = cells[name]!.map((own, index) => (index === row ? own.with(column, text) : own))
      const own = faultsOf({ ...short, [name]: toCsv(rows) })
      const of = `${name}.csv row ${row + 1}`
      for (const fault of own.filter((one) => one.path.startsWith(of)))
        expect(fault.path).toBe(`${of}, column ${cells[name]![0]![column]}`)
      for (const fault of own) expect(fault.path).toMatch(/^[a-z_]+\.csv /)
    }),
    { numRuns: 60 },
  )
})

test('any text in place of a file has named faults', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string({ unit: 'binary' }), (name, text) => {
      const faults = faultsOf({ ...short, [name]: text })
      expect(faults.length).toBeGreaterThan(0)
      expect(faults.every((fault) => fault.path.startsWith(`${name}.csv`))).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('the order of the rows says nothing', () => {
  const turned = Object.fromEntries(
    names.map((name) => {
      const [headers = [], ...rows] = cells[name]!
      return [name, toCsv([headers, ...rows.toReversed()])]
    }),
  )
  const [first, second] = [parseCatalog(texts), parseCatalog(turned)]
  for (const name of names) expect(second[name].toReversed()).toEqual(first[name])
})
