import { planCatalog } from '../../catalog/planCatalog.ts'
import { toColumn } from '../../catalog/toColumn.ts'
import { type Catalog, TABLES, type TableName } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { ReadCell } from '../../workbook/readSheet.ts'
import type { ReadSheet } from '../../workbook/readWorkbook.ts'
import { isEmpty } from '../cells.ts'
import type { Change, Outcome, RowFault } from '../changes.ts'

/** Tables whose rows have one id, so that a value of theirs can be overridden. */
export const CATALOG_TARGETS = (Object.keys(TABLES) as TableName[]).filter(
  (name) => TABLES[name].key.length === 1 && TABLES[name].key[0] === 'id',
)

type Row = Readonly<Record<string, unknown>>
type Override = Plan['catalogOverrides'][number]

/**
 * Quotes and other values of catalog rows, as overrides of a plan: a column `id` and columns named as in the catalog's
 * file. `note` says where the file comes from. Values that the catalog has already change nothing.
 */
export function importCatalogRows(
  plan: Plan,
  catalog: Catalog,
  { table, sheet, note }: { readonly table: string; readonly sheet: ReadSheet; readonly note: string },
): Outcome {
  const name = CATALOG_TARGETS.find((own) => own === table)
  if (name === undefined) {
    throw new AppFault('not-found', 'There is no such table in the catalog', [
      { path: 'table', value: table, expected: `one of ${CATALOG_TARGETS.join(', ')}` },
    ])
  }
  const heads = (sheet.rows[0] ?? []).map((cell) => String(cell ?? '').trim())
  const idAt = heads.indexOf('id')
  if (idAt < 0) {
    throw new AppFault('bad-input', 'The table has no column of ids', [
      { path: 'first row', value: heads, expected: `a column id with ids of ${table}.csv` },
    ])
  }
  const rows = new Map(
    (planCatalog(plan, catalog)[name] as readonly Row[]).map((row) => [String(row.id), row]),
  )
  const found = sheet.rows
    .slice(1)
    .flatMap((cells, index) => readRow({ table, note, heads, idAt, rows }, cells, index + 2))
  const overrides = new Map(plan.catalogOverrides.map((own) => [keyOf(own), own]))
  for (const own of found) if ('override' in own) overrides.set(keyOf(own.override), own.override)
  const changes = found.flatMap((own) => ('override' in own ? [own.change] : []))
  const faults = found.flatMap((own) => ('fault' in own ? [own.fault] : []))
  return checked({ ...plan, catalogOverrides: [...overrides.values()] }, catalog, { table, changes, faults })
}

interface Reading {
  readonly table: string
  readonly note: string
  readonly heads: readonly string[]
  readonly idAt: number
  readonly rows: ReadonlyMap<string, Row>
}

type Found = { readonly override: Override; readonly change: Change } | { readonly fault: RowFault }

/** What one row of the file says: an override for each value that the catalog does not have, or what is wrong. */
function readRow(
  { table, note, heads, idAt, rows }: Reading,
  cells: readonly ReadCell[],
  number: number,
): Found[] {
  if (cells.every(isEmpty)) return []
  const id = String(cells[idAt] ?? '').trim()
  const row = rows.get(id)
  const refuse = (column: string, value: unknown, expected: string): Found => ({
    fault: { sheet: table, row: number, column, value, expected },
  })
  if (!row) return [refuse('id', id, `an id of ${table}.csv`)]
  return heads.flatMap((head, at): Found[] => {
    const cell = cells[at] ?? null
    if (at === idAt || head === '' || cell === null || isEmpty(cell) || typeof cell === 'boolean') return []
    const before = row[toColumn(head)]
    if (before === undefined) return [refuse(head, cell, `a column of ${table}.csv`)]
    if (typeof before === 'number' && typeof cell !== 'number') return [refuse(head, cell, 'a number')]
    if (String(before) === String(cell)) return []
    const shown = typeof before === 'number' ? before : String(before ?? '')
    return [
      {
        override: { table, rowId: id, column: head, value: cell, note },
        change: {
          kind: 'changed',
          where: `catalog ${table}, ${id}`,
          field: head,
          before: shown,
          after: cell,
        },
      },
    ]
  })
}

/** The overrides must go with the catalog's own rules. */
function checked(
  plan: Plan,
  catalog: Catalog,
  {
    table,
    changes,
    faults,
  }: { readonly table: string; readonly changes: Change[]; readonly faults: RowFault[] },
): Outcome {
  try {
    planCatalog(plan, catalog)
    return { plan, changes, faults }
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    const wrong = error.faults.map(({ path, value, expected }) => ({
      sheet: table,
      row: 0,
      column: path,
      value,
      expected,
    }))
    return { plan: null, changes, faults: [...faults, ...wrong] }
  }
}

function keyOf({ table, rowId, column }: Pick<Override, 'table' | 'rowId' | 'column'>): string {
  return [table, rowId, column].join('\n')
}
