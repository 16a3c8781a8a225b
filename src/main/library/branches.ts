import { AppFault } from '../../plan/fault.ts'
import type { Db } from './openDatabase.ts'
import { addPlan, getPlanRow, type PlanRow } from './plans.ts'
import { addResult, findResult } from './results.ts'
import { addRevision, readRevision } from './revisions.ts'

export interface Branch {
  readonly id: string
  readonly name: string
  /** Revision of the plan to begin from; absent: the plan as it stands, which is then kept as a revision. */
  readonly revisionId?: number | undefined
}

/** A plan of its own that knows where it came from; it takes a result of the same inputs with it. Returns its id. */
export function branchPlan(db: Db, { id, name, revisionId }: Branch, at: string): string {
  const baseId = revisionId ?? addRevision(db, id, `Base of ${name}`.slice(0, 200), at).id
  const own = db.prepare('SELECT plan_id FROM revision WHERE id = ?').get(baseId) as
    | { plan_id: string }
    | undefined
  if (own?.plan_id !== id)
    throw new AppFault('not-found', 'There is no such revision of this plan', [
      { path: 'revisionId', value: baseId, expected: 'a revision of the plan that is branched' },
    ])
  const branchId = copyPlan(db, id, { ...readRevision(db, baseId), name }, at)
  db.prepare('UPDATE plan SET base_revision_id = ? WHERE id = ?').run(baseId, branchId)
  return branchId
}

/** Adds a plan as a child of another, with the newest result of the same inputs. Returns its id. */
export function copyPlan(
  db: Db,
  parentId: string,
  plan: ReturnType<typeof readRevision>,
  at: string,
): string {
  const id = addPlan(db, plan, at, parentId)
  const { inputs_hash: hash } = getPlanRow(db, id)
  const found = findResult(db, parentId, hash)
  if (found && !found.isStale) addResult(db, id, { ...found.result, planId: id, planName: plan.name }, at)
  return id
}

/** Archives every other plan of the family: its ancestors, their branches and copies; what is in the trash stays as it is. */
export function promotePlan(db: Db, id: string): void {
  const rows = db.prepare('SELECT id, parent_id FROM plan').all() as Pick<PlanRow, 'id' | 'parent_id'>[]
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]))
  const rootOf = (own: string): string => {
    const seen = new Set<string>()
    let root = own
    for (
      let next = parents.get(root);
      next && parents.has(next) && !seen.has(next);
      next = parents.get(root)
    ) {
      seen.add(root)
      root = next
    }
    return root
  }
  const root = rootOf(getPlanRow(db, id).id)
  const archive = db.prepare('UPDATE plan SET is_archived = ? WHERE id = ? AND is_trashed = 0')
  for (const row of rows) if (rootOf(row.id) === root) archive.run(row.id === id ? 0 : 1, row.id)
}
