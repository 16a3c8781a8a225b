import type { Out, PlanThumb } from '../../contract/contract.ts'
import { PlanResult } from '../../plan/result/result.ts'
import type { SiteBuild } from '../../plan/result/siteBuild.ts'
import type { Db } from './openDatabase.ts'
import { getPlanRow } from './plans.ts'

const KEPT_PER_PLAN = 20

/** Keeps a result beside the hash of its inputs; the oldest beyond {@link KEPT_PER_PLAN} go. */
export function addResult(db: Db, planId: string, result: PlanResult, at: string): void {
  getPlanRow(db, planId)
  const { summary, solver } = result
  db.prepare(
    `INSERT INTO result (plan_id, at, inputs_hash, status, gap_share, net_present_cost_musd,
       levelised_usd_per_m_tok, built_it_mw_end, contracted_mw_end, document, card)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[planId, at, result.inputsHash, solver.status, solver.gapShare, summary.netPresentCostMusd],
    ...[summary.levelisedUsdPerMTok, summary.builtItMwEnd, summary.contractedMwEnd, JSON.stringify(result)],
    JSON.stringify({ summary, cash: result.cash, thumb: toThumb(result) }),
  )
  db.prepare(
    `DELETE FROM result WHERE plan_id = @planId AND id NOT IN
       (SELECT id FROM result WHERE plan_id = @planId ORDER BY id DESC LIMIT @kept)`,
  ).run({ planId, kept: KEPT_PER_PLAN })
}

function toThumb({ cake, builds, periods }: PlanResult): PlanThumb {
  const end = periods.at(-1)
  const byPeriod = (pick: (build: SiteBuild) => number): number[] =>
    periods.map((period) =>
      builds.filter((build) => build.period === period).reduce((sum, build) => sum + pick(build), 0),
    )
  return {
    cake: cake
      .filter((slice) => slice.siteId === null && slice.period === end)
      .map(({ layer, capacityTokS, needTokS, headroomShare, isBinding }) => {
        return { layer, capacityTokS, needTokS, headroomShare, isBinding }
      }),
    builtItMw: byPeriod((build) => build.builtItMw),
    usedItMw: byPeriod((build) => build.usedItMw),
  }
}

/** The newest result of a plan's inputs (as they stand, unless a hash names others), else its newest, then stale. */
export function findResult(db: Db, planId: string, inputsHash?: string): Out<'results.read'> {
  const wanted = inputsHash ?? getPlanRow(db, planId).inputs_hash
  const row = db
    .prepare(
      `SELECT at, inputs_hash, document FROM result WHERE plan_id = ?
       ORDER BY inputs_hash = ? DESC, id DESC LIMIT 1`,
    )
    .get(planId, wanted) as { at: string; inputs_hash: string; document: string } | undefined
  if (!row) return null
  return {
    result: PlanResult.parse(JSON.parse(row.document)),
    isStale: row.inputs_hash !== wanted,
    at: row.at,
  }
}
