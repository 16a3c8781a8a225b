import { planCatalog } from '../catalog/planCatalog.ts'
import { toColumn } from '../catalog/toColumn.ts'
import { type Catalog, TABLES, type TableName } from '../plan/catalog/catalog.ts'
import { AppFault } from '../plan/fault.ts'
import type { Plan } from '../plan/schema/plan.ts'
import type { ReadSheet } from '../workbook/readWorkbook.ts'
import type { Outcome } from './applyTables.ts'
import { isEmpty } from './cells.ts'
import type { Change, RowFault } from './changes.ts'

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
  const known = new Map(
    (planCatalog(plan, catalog)[name] as readonly Row[]).map((row) => [String(row.id), row]),
  )
  const changes: Change[] = []
  const faults: RowFault[] = []
  const overrides = new Map(plan.catalogOverrides.map((own) => [keyOf(own), own]))
  sheet.rows.slice(1).forEach((cells, index) => {
    if (cells.every(isEmpty)) return
    const id = String(cells[idAt] ?? '').trim()
    const row = known.get(id)
    const refuse = (column: string, value: unknown, expected: string): void =>
      void faults.push({ sheet: table, row: index + 2, column, value, expected })
    if (!row) return refuse('id', id, `an id of ${table}.csv`)
    heads.forEach((head, at) => {
      const cell = cells[at] ?? null
      if (at === idAt || head === '' || isEmpty(cell)) return
      const before = row[toColumn(head)]
      if (before === undefined) return refuse(head, cell, `a column of ${table}.csv`)
      if (typeof before === 'number' && typeof cell !== 'number') return refuse(head, cell, 'a number')
      if (String(before) === String(cell) || typeof cell === 'boolean') return
      const override = { table, rowId: id, column: head, value: cell!, note }
      overrides.set(keyOf(override), override)
      const shown = typeof before === 'number' ? before : String(before ?? '')
      changes.push({
        kind: 'changed',
        where: `catalog ${table}, ${id}`,
        field: head,
        before: shown,
        after: cell,
      })
    })
  })
  const after = { ...plan, catalogOverrides: [...overrides.values()] }
  try {
    planCatalog(after, catalog)
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    faults.push(
      ...error.faults.map((own) => ({
        sheet: table,
        row: 0,
        column: own.path,
        value: own.value,
        expected: own.expected,
      })),
    )
    return { plan: null, changes, faults }
  }
  return { plan: after, changes, faults }
}

function keyOf({ table, rowId, column }: Pick<Override, 'table' | 'rowId' | 'column'>): string {
  return [table, rowId, column].join('\n')
}
