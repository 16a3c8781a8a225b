import type { Revision } from '../../contract/contract.ts'
import { AppFault } from '../../plan/fault.ts'
import { readPlanText } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Db } from './openDatabase.ts'
import { getPlanRow } from './plans.ts'
import { readPlanTables } from './planTables.ts'

const COLUMNS = 'id, plan_id AS planId, name, at, version, inputs_hash AS inputsHash'

/** Keeps the plan as it stands, under a name. */
export function addRevision(db: Db, planId: string, name: string, at: string): Revision {
  const row = getPlanRow(db, planId)
  const document = JSON.stringify(readPlanTables(db, row))
  const { lastInsertRowid } = db
    .prepare(
      'INSERT INTO revision (plan_id, name, at, version, inputs_hash, document) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(planId, name, at, row.version, row.inputs_hash, document)
  return db.prepare(`SELECT ${COLUMNS} FROM revision WHERE id = ?`).get(lastInsertRowid) as Revision
}

export function listRevisions(db: Db, planId: string): Revision[] {
  getPlanRow(db, planId)
  return db
    .prepare(`SELECT ${COLUMNS} FROM revision WHERE plan_id = ? ORDER BY id DESC`)
    .all(planId) as Revision[]
}

export function readRevision(db: Db, id: number): Plan {
  const row = db.prepare('SELECT document FROM revision WHERE id = ?').get(id)
  if (row === undefined)
    throw new AppFault('not-found', 'There is no such revision', [
      { path: 'revisionId', value: id, expected: 'the number of a revision of this library' },
    ])
  return readPlanText((row as { document: string }).document)
}
