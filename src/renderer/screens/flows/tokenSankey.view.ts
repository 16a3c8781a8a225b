import type { CostShare } from '../../../engine/results/money/costShares.ts'
import type { PlanResult } from '../../../plan/result/result.ts'

/** Tokens per second from one node to the next. */
export interface TokenFlow {
  readonly from: string
  readonly to: string
  readonly flow: number
}

export interface TokenSankey {
  readonly flows: readonly TokenFlow[]
  /** What a node is called, by its id; the id says its stage, so that a site and a region of one name stay two. */
  readonly labels: Readonly<Record<string, string>>
}

/**
 * From regions to classes, from classes to the models that serve them, from models to sites, leases and APIs, and from
 * these to their tiers.
 */
export function tokenSankey(
  result: PlanResult,
  shares: readonly CostShare[],
  period: string,
  names: ReadonlyMap<string, string>,
  tierOf: (placeId: string) => string,
): TokenSankey {
  const t = result.periods.indexOf(period)
  const own = shares.filter((share) => share.period === t && share.mTok > 0)
  const arriving = result.flows.filter((flow) => flow.period === period)
  const tokS = arriving.reduce((sum, flow) => sum + flow.tokS, 0)
  const mTok = own.reduce((sum, share) => sum + share.mTok, 0)
  const toTokS = mTok > 0 ? tokS / mTok : 0
  const sums = new Map<string, TokenFlow>()
  const labels: Record<string, string> = {}
  const add = (from: string, to: string, flow: number) => {
    const key = `${from} > ${to}`
    sums.set(key, { from, to, flow: flow + (sums.get(key)?.flow ?? 0) })
    for (const id of [from, to]) labels[id] = names.get(id.slice(2)) ?? id.slice(2)
  }
  for (const flow of arriving) add(`r:${flow.regionId}`, `c:${flow.classId}`, flow.tokS)
  for (const share of own) {
    add(`c:${share.classId}`, `m:${share.modelId}`, share.mTok * toTokS)
    add(`m:${share.modelId}`, `p:${share.placeId}`, share.mTok * toTokS)
    add(`p:${share.placeId}`, `t:${tierOf(share.placeId)}`, share.mTok * toTokS)
  }
  return { flows: [...sums.values()].filter(({ flow }) => flow > 0), labels }
}
