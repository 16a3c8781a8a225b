import type { CostShare } from '../../../engine/results/money/costShares.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Tier } from '../../../plan/schema/common.ts'
import { type Sankey, SankeyBuilder } from '../../parts/charts/sankey.ts'

/**
 * From regions to classes, from classes to the models that serve them, from models to sites, leases and APIs, and from
 * these to their tiers.
 */
export function tokenSankey(
  result: PlanResult,
  shares: readonly CostShare[],
  period: string,
  nameOf: (kind: string, id: string) => string,
  tierOf: (placeId: string) => Tier,
): Sankey {
  const t = result.periods.indexOf(period)
  const own = shares.filter((share) => share.period === t && share.mTok > 0)
  const arriving = result.flows.filter((flow) => flow.period === period)
  const tokS = arriving.reduce((sum, flow) => sum + flow.tokS, 0)
  const mTok = own.reduce((sum, share) => sum + share.mTok, 0)
  const toTokS = mTok > 0 ? tokS / mTok : 0
  const built = new SankeyBuilder((id) => nameOf(id[0]!, id.slice(2)))
  for (const flow of arriving) built.add(`r:${flow.regionId}`, `c:${flow.classId}`, flow.tokS)
  for (const share of own) {
    built.add(`c:${share.classId}`, `m:${share.modelId}`, share.mTok * toTokS)
    built.add(`m:${share.modelId}`, `p:${share.placeId}`, share.mTok * toTokS)
    built.add(`p:${share.placeId}`, `t:${tierOf(share.placeId)}`, share.mTok * toTokS)
  }
  return built.build()
}
