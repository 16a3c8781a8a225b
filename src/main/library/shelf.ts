import { z } from 'zod'
import { type In, type PlanCard, PlanThumb } from '../../contract/contract.ts'
import { PlanResult } from '../../plan/result/result.ts'
import type { Db } from './openDatabase.ts'
import { getPlanRow, listTags, type PlanRow } from './plans.ts'
import { readPlanTables } from './planTables.ts'
import { writeSearchText } from './search.ts'

const CARD_SQL = `SELECT plan.*,
  (SELECT count(*) FROM site WHERE plan_id = plan.id) AS site_count,
  (SELECT coalesce(sum(grid_limit_mw), 0) FROM grid WHERE plan_id = plan.id) AS grid_limit_mw,
  result.inputs_hash AS result_hash, result.status, result.gap_share,
  result.card
  FROM plan LEFT JOIN result ON result.id = (SELECT id FROM result
    WHERE plan_id = plan.id ORDER BY inputs_hash = plan.inputs_hash DESC, id DESC LIMIT 1)`

/** As {@link addResult} keeps it. */
const ShownOfResult = z
  .object({
    summary: PlanResult.shape.summary,
    cash: PlanResult.shape.cash,
    thumb: PlanThumb.nullable(),
  })
  .transform(({ summary, cash, thumb }) => ({ ...summary, cash, thumb }))

interface CardRow extends PlanRow {
  readonly site_count: number
  readonly grid_limit_mw: number
  readonly result_hash: string | null
  readonly status: string | null
  readonly gap_share: number | null
  readonly card: string | null
}

/** Starred first, then the newest. */
export function listCards(db: Db): PlanCard[] {
  const rows = db.prepare(`${CARD_SQL} ORDER BY is_starred DESC, updated_at DESC`).all() as CardRow[]
  return rows.map((row) => toCard(db, row))
}

export function getCard(db: Db, id: string): PlanCard {
  getPlanRow(db, id)
  return toCard(db, db.prepare(`${CARD_SQL} WHERE plan.id = ?`).get(id) as CardRow)
}

/** Stars, archives, trashes or tags; what is not named stays as it is. */
export function setShelf(db: Db, change: In<'plans.setShelf'>): void {
  const row = getPlanRow(db, change.id)
  const flag = (wish: boolean | undefined, now: number): number => (wish === undefined ? now : Number(wish))
  db.prepare('UPDATE plan SET is_starred = ?, is_archived = ?, is_trashed = ? WHERE id = ?').run(
    flag(change.isStarred, row.is_starred),
    flag(change.isArchived, row.is_archived),
    flag(change.isTrashed, row.is_trashed),
    row.id,
  )
  if (change.tags === undefined) return
  db.prepare('DELETE FROM plan_tag WHERE plan_id = ?').run(row.id)
  for (const tag of new Set(change.tags))
    db.prepare('INSERT INTO plan_tag (plan_id, tag) VALUES (?, ?)').run(row.id, tag)
  writeSearchText(db, readPlanTables(db, row), change.tags)
}

function toCard(db: Db, row: CardRow): PlanCard {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    tags: listTags(db, row.id),
    isStarred: row.is_starred === 1,
    isArchived: row.is_archived === 1,
    isTrashed: row.is_trashed === 1,
    parentId: row.parent_id,
    baseRevisionId: row.base_revision_id,
    updatedAt: row.updated_at,
    siteCount: row.site_count,
    gridLimitMw: row.grid_limit_mw,
    result:
      row.card === null
        ? null
        : {
            ...ShownOfResult.parse(JSON.parse(row.card)),
            status: PlanResult.shape.solver.shape.status.parse(row.status),
            gapShare: row.gap_share ?? 1,
            isStale: row.result_hash !== row.inputs_hash,
          },
  }
}
