import Papa from 'papaparse'
import type { z } from 'zod'
import { type Catalog, TABLES, type TableName } from '../plan/catalog/catalog.ts'
import { AppFault, type InputFault } from '../plan/fault.ts'

/** Columns that look like numbers but are names, dates or periods. */
const TEXT_COLUMNS = new Set(['date', 'release', 'firstAvailability', 'source', 'model', 'note', 'notes'])

/**
 * Reads the catalog's CSV texts, by file name without `.csv`. Every row is checked; all faults come in one AppFault,
 * each named by file, row and column.
 */
export function parseCatalog(files: Readonly<Record<string, string>>): Catalog {
  const faults: InputFault[] = []
  const names = Object.keys(TABLES) as TableName[]
  const tables = Object.fromEntries(names.map((name) => [name, parseTable(name, files[name], faults)]))
  const catalog = tables as unknown as Catalog
  faults.push(...findReferenceFaults(catalog))
  if (faults.length > 0) throw new AppFault('bad-input', 'The catalog has faults', faults)
  return catalog
}

function parseTable(name: TableName, csv: string | undefined, faults: InputFault[]): unknown[] {
  if (csv === undefined) {
    faults.push({ path: `${name}.csv`, value: undefined, expected: 'the file in the catalog folder' })
    return []
  }
  const schema: z.ZodType = TABLES[name].row
  const { key } = TABLES[name]
  const seen = new Set<unknown>()
  const parsed = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true })
  return parsed.data.flatMap((cells, index) => {
    const at = `${name}.csv row ${index + 2}`
    const row = toRow(cells)
    const checked = schema.safeParse(row)
    if (!checked.success) {
      for (const issue of checked.error.issues) {
        const column = String(issue.path[0])
        faults.push({ path: `${at}, column ${column}`, value: row[column], expected: issue.message })
      }
      return []
    }
    if (key !== null) {
      if (seen.has(row[key]))
        faults.push({ path: `${at}, column ${key}`, value: row[key], expected: 'an id used once' })
      seen.add(row[key])
    }
    return [checked.data]
  })
}

/** snake_case headers to camelCase; numbers as numbers; empty cells as null. */
function toRow(cells: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).map(([header, cell]) => {
      const column = header.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
      if (cell === '') return [column, null]
      const number = Number(cell)
      return [column, Number.isNaN(number) || TEXT_COLUMNS.has(column) ? cell : number]
    }),
  )
}

function findReferenceFaults(catalog: Catalog): InputFault[] {
  const profiles = new Set(catalog.demand_profiles.map((row) => row.profileId))
  return catalog.demand_archetypes.flatMap((row) =>
    profiles.has(row.profileId)
      ? []
      : [
          {
            path: `demand_archetypes.csv ${row.id}, column profile_id`,
            value: row.profileId,
            expected: 'a profile',
          },
        ],
  )
}
