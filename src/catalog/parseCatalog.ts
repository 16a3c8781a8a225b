import Papa from 'papaparse'
import type { z } from 'zod'
import { type Catalog, TABLES, type TableName } from '../plan/catalog/catalog.ts'
import { AppFault, type InputFault } from '../plan/fault.ts'
import { findReferenceFaults } from './referenceFaults.ts'
import { toColumn } from './toColumn.ts'

/**
 * Reads the catalog's CSV texts, by file name without `.csv`. Every cell of every row is checked, and what rows say
 * of each other; all faults come in one AppFault, each named by file, row and column.
 */
export function parseCatalog(files: Readonly<Record<string, string>>): Catalog {
  const faults: InputFault[] = []
  const names = Object.keys(TABLES) as TableName[]
  const tables = Object.fromEntries(names.map((name) => [name, parseTable(name, files[name], faults)]))
  if (faults.length === 0) faults.push(...findReferenceFaults(tables as unknown as Catalog))
  if (faults.length > 0) throw new AppFault('bad-input', 'The catalog has faults', faults)
  return tables as unknown as Catalog
}

function parseTable(name: TableName, csv: string | undefined, faults: InputFault[]): unknown[] {
  const file = `${name}.csv`
  if (csv === undefined) {
    faults.push({ path: file, value: undefined, expected: 'the file in the catalog folder' })
    return []
  }
  const { data, errors, meta } = Papa.parse<string[]>(csv.trimEnd(), { delimiter: ',' })
  for (const error of errors) {
    faults.push({ path: `${file} row ${(error.row ?? 0) + 1}`, value: error.message, expected: 'a CSV row' })
  }
  const [headers = [], ...lines] = data
  const headerFaults = findHeaderFaults(file, headers, Object.keys(TABLES[name].row.shape))
  faults.push(...headerFaults)
  if (headerFaults.length > 0 || meta.aborted) return []
  const readRow = rowReader(name, headers, faults)
  return lines.flatMap((cells, index) => readRow(cells, `${file} row ${index + 2}`))
}

/** The reader of one table's lines: it remembers the keys it has seen. */
function rowReader(name: TableName, headers: readonly string[], faults: InputFault[]) {
  const schema: z.ZodType<Readonly<Record<string, unknown>>> = TABLES[name].row
  const columns = headers.map(toColumn)
  const seen = new Set<string>()
  return (cells: readonly string[], at: string): unknown[] => {
    if (cells.length !== headers.length) {
      faults.push({ path: at, value: cells.length, expected: `${headers.length} cells, as in the first row` })
      return []
    }
    const checked = schema.safeParse(Object.fromEntries(columns.map((column, i) => [column, cells[i]])))
    if (!checked.success) {
      for (const issue of checked.error.issues) {
        const column = columns.indexOf(String(issue.path[0]))
        faults.push({
          path: `${at}, column ${headers[column]}`,
          value: cells[column],
          expected: issue.message,
        })
      }
      return []
    }
    const key = TABLES[name].key.map((column) => String(checked.data[column]))
    if (seen.has(key.join(' '))) {
      const column = TABLES[name].key.map((own) => headers[columns.indexOf(own)]).join(' and ')
      faults.push({ path: `${at}, column ${column}`, value: key.join(' '), expected: 'an id used once' })
    }
    seen.add(key.join(' '))
    return [checked.data]
  }
}

function findHeaderFaults(
  file: string,
  headers: readonly string[],
  wanted: readonly string[],
): readonly InputFault[] {
  const columns = headers.map(toColumn)
  const path = `${file} row 1`
  return [
    ...headers
      .filter((_, index) => !wanted.includes(columns[index]!))
      .map((header) => ({ path, value: header, expected: 'only columns that the catalog knows' })),
    ...headers
      .filter((_, index) => columns.indexOf(columns[index]!) < index)
      .map((header) => ({ path, value: header, expected: 'each column once' })),
    ...wanted
      .filter((column) => !columns.includes(column))
      .map((column) => ({ path, value: undefined, expected: `the column ${toHeader(column)}` })),
  ]
}

/** For faults only: where a digit follows an underscore, as in `eff_25pct`, the file's own spelling differs. */
function toHeader(column: string): string {
  return column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
