import { planMoney } from '../../catalog/planMoney.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Money } from '../../plan/currency.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { ReadSheet } from '../../workbook/readWorkbook.ts'
import type { Outcome } from '../changes.ts'
import { applyTables } from './applyTables.ts'
import { unknownNames } from './catalogNames.ts'
import { type ColumnGuess, guessColumns } from './guessColumns.ts'
import { type InputSheet, PLAN_SHEET, toInputSheets } from './inputSheets.ts'

/** Tables of a plan that rows of a file can go into. */
export function importTargets(plan: Plan): string[] {
  return toInputSheets(plan)
    .map(({ name }) => name)
    .filter((name) => name !== PLAN_SHEET)
}

export function guessMapping(plan: Plan, target: string, table: ReadSheet, catalog: Catalog): ColumnGuess[] {
  return guessColumns(table.rows, getSheet(plan, target), fileMoney(plan, catalog))
}

/** Fields that a column may be given to. */
export function targetFields(plan: Plan, target: string): string[] {
  const { keys, fields } = getSheet(plan, target)
  return [...keys, ...fields]
}

/**
 * What rows of a table would make of a plan. Rows are matched by key, else by name; empty cells say nothing; rows with
 * faults are named and left out, all others are taken.
 */
export function importTable(
  plan: Plan,
  target: string,
  table: ReadSheet,
  mapping: readonly Pick<ColumnGuess, 'index' | 'field' | 'unit'>[],
  catalog: Catalog,
): Outcome {
  const sheet = getSheet(plan, target)
  const columns = mapping.flatMap(({ index, field, unit }) =>
    field === null ? [] : [{ index, field, unit }],
  )
  const fields = new Set([...sheet.keys, ...sheet.fields])
  const wrong = columns.find(({ field }) => !fields.has(field))
  const expected = `heads such as ${[...fields].slice(0, 6).join(', ')}`
  if (columns.length === 0) {
    const value = (table.rows[0] ?? []).join(', ')
    return { plan: null, changes: [], faults: [{ sheet: target, row: 1, column: '', value, expected }] }
  }
  if (wrong) {
    throw new AppFault('bad-input', 'The columns of the file do not fit the table', [
      { path: `column ${wrong.index + 1}`, value: wrong.field, expected },
    ])
  }
  const rows = table.rows.slice(1).map((cells, index) => ({ number: index + 2, cells }))
  const whole = { sheet: target, columns, rows, isWhole: false, money: fileMoney(plan, catalog) }
  const unknown = unknownNames(whole, catalog)
  const known = rows.filter(({ number }) => !unknown.some(({ row }) => row === number))
  const outcome = applyTables(plan, [{ ...whole, rows: known }], true)
  return { ...outcome, faults: [...unknown, ...outcome.faults] }
}

/** A number that names no currency is in the plan file's US dollars, whatever the screens show. */
function fileMoney(plan: Plan, catalog: Catalog): Money {
  return { ...planMoney(plan, catalog), currency: 'USD' }
}

function getSheet(plan: Plan, target: string): InputSheet {
  const sheets = toInputSheets(plan)
  const found = sheets.find(({ name }) => name === target)
  if (found) return found
  throw new AppFault('not-found', 'There is no such table in a plan', [
    { path: 'table', value: target, expected: `one of ${sheets.map(({ name }) => name).join(', ')}` },
  ])
}
