import type { PlanResult } from '../../../plan/result/result.ts'
import { TIERS, type Tier } from '../../../plan/schema/common.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { tierOf } from '../../../plan/tiers.ts'

/** Tokens per second that a tier serves. */
export interface TierTokens {
  readonly tier: Tier
  /** [period], mean of the week. */
  readonly tokS: readonly number[]
}

/** Tokens by the kind of place that serves them; tiers that serve none are left out. */
export function tokensByTier(
  plan: Plan,
  { flows, periods }: Pick<PlanResult, 'flows' | 'periods'>,
): TierTokens[] {
  const byTier = Map.groupBy(flows, (flow) => tierOf(plan, flow.to))
  return TIERS.flatMap((tier) => {
    const own = byTier.get(tier)
    if (!own) return []
    const at = (period: string) =>
      own.filter((flow) => flow.period === period).reduce((sum, flow) => sum + flow.tokS, 0)
    return [{ tier, tokS: periods.map(at) }]
  })
}

/** Ids of the places of a tier; of the users' devices the tier's own. */
export function placesOf(plan: Plan, tier: Tier): string[] {
  const { leases, apis } = plan.distribution
  const ids = ['device', ...[...plan.sites, ...leases, ...apis].map((own) => own.id)]
  return ids.filter((id) => tierOf(plan, id) === tier)
}

/** Share of the tokens served over the horizon that some tiers serve: of devices and the edge, how near to the users. */
export function tierShare(
  plan: Plan,
  result: Pick<PlanResult, 'flows' | 'periods'>,
  tiers: readonly Tier[],
): number {
  const sums = tokensByTier(plan, result).map(({ tier, tokS }) => ({
    tier,
    tokens: tokS.reduce((sum, value) => sum + value, 0),
  }))
  const all = sums.reduce((sum, own) => sum + own.tokens, 0)
  const own = sums.filter(({ tier }) => tiers.includes(tier)).reduce((sum, { tokens }) => sum + tokens, 0)
  return all > 0 ? own / all : 0
}
