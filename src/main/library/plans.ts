import type { OpenedPlan } from '../../contract/contract.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { hashPlan } from '../hashPlan.ts'
import type { Db } from './openDatabase.ts'
import { planRest, readPlanTables, writePlanTables } from './planTables.ts'
import { writeSearchText } from './search.ts'

export interface PlanRow {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly version: number
  /** Number of the last change that stands; those above it were undone. */
  readonly cursor: number
  readonly inputs_hash: string
  readonly parent_id: string | null
  readonly base_revision_id: number | null
  readonly is_starred: number
  readonly is_archived: number
  readonly is_trashed: number
  readonly updated_at: string
  readonly rest: string
}

function findPlanRow(db: Db, id: string): PlanRow | undefined {
  return db.prepare('SELECT * FROM plan WHERE id = ?').get(id) as PlanRow | undefined
}

/** @throws AppFault not-found */
export function getPlanRow(db: Db, id: string): PlanRow {
  const row = findPlanRow(db, id)
  if (row) return row
  throw new AppFault('not-found', 'There is no such plan', [
    { path: 'id', value: id, expected: 'the id of a plan of this library' },
  ])
}

/** A new plan; an id that is taken is numbered. Returns its id. */
export function addPlan(db: Db, plan: Plan, at: string, parentId: string | null = null): string {
  const id = freeId(db, plan.id)
  const own = { ...plan, id }
  db.prepare(
    `INSERT INTO plan (id, name, description, version, cursor, inputs_hash, parent_id, created_at, updated_at,
       horizon_start, horizon_periods, rest)
     VALUES (@id, @name, @description, 1, 0, @hash, @parentId, @at, @at, @start, @periods, @rest)`,
  ).run({ ...headOf(own), id, parentId, at })
  writePlanTables(db, id, own)
  writeSearchText(db, own, [])
  return id
}

/** Writes a plan over its rows; `cursor` is the change that now stands last. */
export function replacePlan(db: Db, row: PlanRow, plan: Plan, cursor: number, at: string): void {
  const own = { ...plan, id: row.id }
  db.prepare(
    `UPDATE plan SET name = @name, description = @description, version = version + 1, cursor = @cursor,
       inputs_hash = @hash, updated_at = @at, horizon_start = @start, horizon_periods = @periods, rest = @rest
     WHERE id = @id`,
  ).run({ ...headOf(own), id: row.id, cursor, at })
  writePlanTables(db, row.id, own)
  writeSearchText(db, own, listTags(db, row.id))
}

export function listTags(db: Db, planId: string): string[] {
  const rows = db.prepare('SELECT tag FROM plan_tag WHERE plan_id = ? ORDER BY tag').all(planId)
  return (rows as { tag: string }[]).map((row) => row.tag)
}

/** The plan with what the screen needs to edit it safely. */
export function openPlan(db: Db, id: string): OpenedPlan {
  const row = getPlanRow(db, id)
  const label = (seq: number): string | null => {
    const change = db.prepare('SELECT label FROM change WHERE plan_id = ? AND seq = ?').get(id, seq)
    return (change as { label: string } | undefined)?.label ?? null
  }
  return {
    plan: readPlanTables(db, row),
    version: row.version,
    undoLabel: label(row.cursor),
    redoLabel: label(row.cursor + 1),
    inputsHash: row.inputs_hash,
    savedAt: row.updated_at,
  }
}

function headOf(plan: Plan) {
  return {
    name: plan.name,
    description: plan.description,
    hash: hashPlan(plan),
    start: plan.horizon.start,
    periods: plan.horizon.periods,
    rest: planRest(plan),
  }
}

function freeId(db: Db, wish: string): string {
  if (!findPlanRow(db, wish)) return wish
  const stem = wish.replace(/-\d+$/, '').slice(0, 58)
  for (let number = 2; ; number++) {
    const id = `${stem}-${number}`
    if (!findPlanRow(db, id)) return id
  }
}
