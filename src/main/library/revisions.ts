import type { Revision } from '../../contract/contract.ts'
import { AppFault } from '../../plan/fault.ts'
import { readPlanText } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { hashPlan } from '../hashPlan.ts'
import type { Db } from './openDatabase.ts'
import { getPlanRow } from './plans.ts'
import { readPlanTables } from './planTables.ts'

const COLUMNS = 'id, plan_id AS planId, name, at, version, inputs_hash AS inputsHash'

/** Keeps the plan as it stands, under a name. */
export function addRevision(db: Db, planId: string, name: string, at: string): Revision {
  return addRevisionOf(db, planId, name, at, readPlanTables(db, getPlanRow(db, planId)))
}

/** Keeps a document as a revision of a plan, as one that comes with an imported library. */
export function addRevisionOf(db: Db, planId: string, name: string, at: string, plan: Plan): Revision {
  const { version } = getPlanRow(db, planId)
  const { lastInsertRowid } = db
    .prepare(
      'INSERT INTO revision (plan_id, name, at, version, inputs_hash, document) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(planId, name, at, version, hashPlan(plan), JSON.stringify(plan))
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
