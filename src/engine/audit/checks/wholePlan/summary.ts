import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { PlanResult } from '../../../../plan/result/result.ts'
import { tierOf } from '../../../../plan/tiers.ts'
import { SECONDS_PER_DAY, SECONDS_PER_HOUR } from '../../../../plan/units.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { hoursIn } from '../../calendar.ts'
import { agrees } from '../../line.ts'
import { ENERGY_PENALTY_LINE } from '../../money/gridPayments.ts'
import { paidAt } from '../../money/ledger.ts'
import { PENALTY_LINE } from '../../money/tokenPayments.ts'
import { say } from '../../said.ts'

const CHECK = 'summary'
const TOLERANCE = 2e-3
const NOISE = 1e-6
const NOISE_TOKENS = 1e6

/** Every figure of the summary from the lists below it, with the tokens from the archetypes. */
export function checkSummary(audited: Audited): AuditLine[] {
  const { plan, result, quarters, streams } = audited
  const last = quarters.length - 1
  const atEnd = <T extends { period: string }>(items: readonly T[]) =>
    items.filter((item) => item.period === quarters[last])
  const asked = (t: number) => sumOf(streams, (stream) => stream.meanTokS[t]!)
  const missed = (items: PlanResult['demand']) => sumOf(items, (item) => item.unservedTokS)
  const served = sumOf([...quarters.keys()], asked) - missed(result.demand)
  const paid = result.costs.filter((line) => line.name !== PENALTY_LINE && line.name !== ENERGY_PENALTY_LINE)
  const costMusd = sumOf(paid, (line) => line.presentMusd)
  const powerMusd = sumOf(
    paid.filter((line) => line.layer === 'power'),
    (line) => line.presentMusd,
  )
  const outputShareOf = (classId: string) => {
    const own = streams.filter((stream) => stream.classId === classId)
    const tokens = (stream: (typeof own)[number]) => sumOf(stream.meanTokS, (tokS) => tokS)
    return ratio(
      sumOf(own, (stream) => tokens(stream) * stream.outputShare),
      sumOf(own, tokens),
    )
  }
  const discountedOf = (weight: (classId: string) => number) =>
    sumOf(result.flows, (flow) => {
      const t = quarters.indexOf(flow.period)
      const quarterMTok = (flow.tokS * hoursIn(plan) * SECONDS_PER_HOUR) / 1e6
      return weight(flow.classId) * quarterMTok * (1 + plan.finance.discountRatePerYear) ** -paidAt(plan, t)
    })
  const tokSOn = (tiers: readonly string[]) =>
    sumOf(
      result.flows.filter((flow) => tiers.includes(tierOf(plan, flow.to))),
      (flow) => flow.tokS,
    )
  const expected: { [K in keyof PlanResult['summary']]-?: readonly [number, string] } = {
    servedTokensPerDayEnd: [(asked(last) - missed(atEnd(result.demand))) * SECONDS_PER_DAY, 'tokens a day'],
    unservedShare: [ratio(missed(result.demand), sumOf([...quarters.keys()], asked)), 'of the demand'],
    leasedShare: [
      ratio(
        sumOf(result.leases, (lease) => lease.tokS),
        served,
      ),
      'of the tokens served',
    ],
    boughtShare: [ratio(tokSOn(['api']), served), 'of the tokens served'],
    deviceShare: [ratio(tokSOn(['device']), served), 'of the tokens served'],
    edgeShare: [ratio(tokSOn(['device', 'edge']), served), 'of the tokens served'],
    levelisedUsdPerMTok: [
      ratio(
        costMusd * 1e6,
        discountedOf(() => 1),
      ),
      'USD per million tokens',
    ],
    levelisedUsdPerMOutputTok: [
      ratio(costMusd * 1e6, discountedOf(outputShareOf)),
      'USD per million output tokens',
    ],
    netPresentCostMusd: [costMusd, 'million USD'],
    builtItMwEnd: [sumOf(atEnd(result.builds), (build) => build.builtItMw), 'MW IT'],
    usedItMwEnd: [sumOf(atEnd(result.builds), (build) => build.usedItMw), 'MW IT'],
    contractedMwEnd: [sumOf(atEnd(result.builds), (build) => build.contractedMw), 'MW'],
    energyShareOfCost: [ratio(powerMusd, costMusd), 'of the cost'],
  }
  return Object.entries(expected).flatMap(([field, [recomputed, unit]]) => {
    const claimed = result.summary[field as keyof PlanResult['summary']]
    if (claimed === undefined) return []
    return agrees({
      check: CHECK,
      path: `summary.${field}`,
      what: say`Summary, ${field}`,
      claimed,
      recomputed,
      unit,
      toleranceShare: TOLERANCE,
      noise: unit === 'tokens a day' ? NOISE_TOKENS : NOISE,
    })
  })
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}
