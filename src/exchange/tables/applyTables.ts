import { AppFault, type InputFault } from '../../plan/fault.ts'
import { readPlan } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Outcome, RowFault } from '../changes.ts'
import { Draft, type FileTable } from './draft.ts'
import { toInputSheets } from './inputSheets.ts'

/** Rows that are left out can show faults of others, which is found out in a few rounds. */
const MOST_ROUNDS = 6

/**
 * What tables of a file would make of a plan. Cells that say what the plan says change nothing; everything else is
 * listed. With `keepsGoodRows` rows with faults are left out and named; without it one fault and nothing is taken.
 */
export function applyTables(plan: Plan, tables: readonly FileTable[], keepsGoodRows: boolean): Outcome {
  const skipped = new Set<string>()
  const faults: RowFault[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const draft = new Draft(plan, toInputSheets(plan))
    for (const table of tables) draft.apply(table, (row) => skipped.has(`${table.sheet} ${row}`))
    const result = readDraft(draft)
    const said = new Set(draft.faults.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`))
    const unsaid = result.faults.filter(({ sheet, row, column }) => !said.has(`${sheet} ${row} ${column}`))
    const found = [...draft.faults, ...unsaid]
    faults.push(...found)
    if (found.length === 0) return { plan: result.plan, changes: draft.changes, faults }
    const rows = found.filter((fault) => fault.row > 0)
    if (!keepsGoodRows || rows.length < found.length) return { plan: null, changes: draft.changes, faults }
    for (const { sheet, row } of rows) skipped.add(`${sheet} ${row}`)
  }
  return { plan: null, changes: [], faults }
}

function readDraft(draft: Draft): { readonly plan: Plan | null; readonly faults: RowFault[] } {
  try {
    return { plan: readPlan(draft.document), faults: [] }
  } catch (error) {
    if (error instanceof AppFault)
      return { plan: null, faults: error.faults.map((own) => toRowFault(draft, own)) }
    throw error
  }
}

/** A fault of the document as one of the row that brought it; row 0: of none alone. */
function toRowFault(draft: Draft, { path, value, expected }: InputFault): RowFault {
  const steps = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) => index ?? key!)
  let place: unknown = draft.document
  let origin: { readonly sheet: string; readonly row: number } | undefined
  let column = path
  steps.forEach((step, at) => {
    place = typeof place === 'object' && place !== null ? Reflect.get(place, step) : undefined
    const own = typeof place === 'object' && place !== null ? draft.origins.get(place) : undefined
    if (own === undefined) return
    origin = own
    column = steps.slice(at + 1).join('.')
  })
  return { sheet: origin?.sheet ?? '', row: origin?.row ?? 0, column, value: value ?? null, expected }
}
