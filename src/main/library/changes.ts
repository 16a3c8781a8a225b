import { applyPatch, createPatch, type Operation } from 'rfc6902'
import type { Change } from '../../contract/contract.ts'
import { AppFault } from '../../plan/fault.ts'
import { readPlan } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Db } from './openDatabase.ts'
import { getPlanRow, type PlanRow, replacePlan } from './plans.ts'
import { readPlanTables } from './planTables.ts'

export interface Edit {
  readonly id: string
  readonly baseVersion: number
  readonly label: string
  readonly plan: Plan
}

/** Writes an edit and its inverse; what had been undone can no longer be redone. */
export function editPlan(db: Db, edit: Edit, at: string): void {
  const row = getPlanRow(db, edit.id)
  if (row.version !== edit.baseVersion)
    throw new AppFault('conflict', 'The plan was changed elsewhere meanwhile', [
      { path: 'baseVersion', value: edit.baseVersion, expected: `${row.version}: open the plan again` },
    ])
  const before = readPlanTables(db, row)
  // The schema alone does not see references between a plan's parts; readPlan does.
  const after = readPlan({ ...edit.plan, id: row.id })
  const patch = createPatch(before, after)
  if (patch.length === 0) return
  const seq = row.cursor + 1
  db.prepare('DELETE FROM change WHERE plan_id = ? AND seq >= ?').run(row.id, seq)
  db.prepare(
    `INSERT INTO change (plan_id, seq, version, label, at, patch, inverse) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[row.id, seq, row.version + 1, edit.label, at],
    ...[JSON.stringify(patch), JSON.stringify(createPatch(after, before))],
  )
  replacePlan(db, row, after, seq, at)
}

export function undoChange(db: Db, id: string, at: string): void {
  const row = getPlanRow(db, id)
  step(db, row, row.cursor, 'inverse', row.cursor - 1, at)
}

export function redoChange(db: Db, id: string, at: string): void {
  const row = getPlanRow(db, id)
  step(db, row, row.cursor + 1, 'patch', row.cursor + 1, at)
}

function step(
  ...[db, row, seq, column, cursor, at]: [Db, PlanRow, number, 'patch' | 'inverse', number, string]
): void {
  const found = db
    .prepare(`SELECT ${column} AS text FROM change WHERE plan_id = ? AND seq = ?`)
    .get(row.id, seq)
  if (found === undefined)
    throw new AppFault('not-found', `There is nothing to ${column === 'patch' ? 'redo' : 'undo'}`)
  const plan: unknown = structuredClone(readPlanTables(db, row))
  const failures = applyPatch(plan, JSON.parse((found as { text: string }).text) as Operation[])
  const failure = failures.find((one) => one !== null)
  if (failure) throw failure
  replacePlan(db, row, readPlan(plan), cursor, at)
}

/** Changes that stand, newest first. */
export function listChanges(db: Db, id: string): Change[] {
  const { cursor } = getPlanRow(db, id)
  return db
    .prepare(
      'SELECT version, label, at FROM change WHERE plan_id = ? AND seq <= ? ORDER BY seq DESC LIMIT 500',
    )
    .all(id, cursor) as Change[]
}
