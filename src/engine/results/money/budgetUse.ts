import type { BudgetName } from '../../../plan/result/money.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { isAtEdge } from '../../../plan/tiers.ts'
import { SECONDS_PER_HOUR, TOKENS_PER_MTOK } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { listOutlays } from './spending.ts'

/** What a plan uses of one of its budgets, in a year or over the horizon. */
export interface BudgetUse {
  readonly name: BudgetName
  /** First and last period. */
  readonly from: string
  readonly to: string
  readonly unit: BudgetUnit
  readonly used: number
  /** Null: the plan sets none. */
  readonly limit: number | null
  readonly left: number | null
  /** USD (present value) that one more unit would save, at the margin; null: nothing, or it is not known. */
  readonly worthUsdPerUnit: number | null
}

export type BudgetUnit = 'M$' | 't' | 'm³' | 'Mtok'

type Used = Pick<PlanResult, 'builds' | 'demand' | 'leases' | 'purchases' | 'flows' | 'budgetWorths'>

/**
 * Use of every budget that a plan may have, those without a limit too:
 *
 *   capital  price x added, in the year of the plan in which it is paid; an order before the horizon in the first
 *   carbon   t of the electricity of all sites
 *   water    m3 evaporated at all sites
 *   tokens   unserved; leased or bought; served away from the edge
 */
export function budgetUses(inputs: Inputs, result: Used): BudgetUse[] {
  const { plan, periods } = inputs
  const { budget } = plan
  const years = [...Map.groupBy(periods, ({ midYears }) => Math.floor(midYears))]
  const outlays = listOutlays(inputs, result)
  const worths = new Map(result.budgetWorths.map((own) => [`${own.name} ${own.period}`, own.usdPerUnit]))
  const use = (
    name: BudgetName,
    own: Inputs['periods'],
    unit: BudgetUnit,
    used: number,
    limit: number | undefined,
  ): BudgetUse => {
    const [from, to] = [own[0]!.label, own.at(-1)!.label]
    const worth = limit === undefined ? undefined : worths.get(`${name} ${from}`)
    const left = limit === undefined ? null : limit - used
    return { name, from, to, unit, used, limit: limit ?? null, left, worthUsdPerUnit: worth ?? null }
  }
  const siteSum = (own: Inputs['periods'], field: 'co2Tonnes' | 'waterM3') => {
    const labels = new Set(own.map(({ label }) => label))
    return sum(result.builds, (build) => (labels.has(build.period) ? build[field] : 0))
  }
  const lengthOf = (own: Inputs['periods']) => sum(own, ({ lengthYears }) => lengthYears)
  const perYear = (own: Inputs['periods'], limit: number | undefined) =>
    limit === undefined ? undefined : limit * Math.min(1, lengthOf(own))
  const mTok = secondsOf(inputs) / TOKENS_PER_MTOK
  const unservedMTok = sum(result.demand, ({ unservedTokS }) => unservedTokS) * mTok
  const leasedMTok = sum([...result.leases, ...result.purchases], ({ tokS }) => tokS) * mTok
  const far = result.flows.filter(({ to }) => !isAtEdge(plan, to))
  const awayMTok = sum(far, ({ tokS }) => tokS) * mTok
  const paidMusd = sum(outlays, ({ musd }) => musd)
  const { capexMusd, capexMusdByYear, carbonTonnesPerYear, waterM3PerYear } = budget
  return [
    use('capex', periods, 'M$', paidMusd, capexMusd),
    ...years.map(([year, own]) => {
      const paid = sum(outlays, (outlay) => (outlay.year === year ? outlay.musd : 0))
      return use('capex-year', own, 'M$', paid, capexMusdByYear[year] ?? capexMusdByYear.at(-1))
    }),
    use('carbon-total', periods, 't', siteSum(periods, 'co2Tonnes'), budget.carbonTonnes),
    ...years.map(([, own]) =>
      use('carbon-budget', own, 't', siteSum(own, 'co2Tonnes'), perYear(own, carbonTonnesPerYear)),
    ),
    ...years.map(([, own]) =>
      use('water-budget', own, 'm³', siteSum(own, 'waterM3'), perYear(own, waterM3PerYear)),
    ),
    use('unserved-total', periods, 'Mtok', unservedMTok, budget.unservedMTok),
    use('leased-total', periods, 'Mtok', leasedMTok, budget.leasedMTok),
    use('away-from-edge-total', periods, 'Mtok', awayMTok, budget.awayFromEdgeMTok),
  ]
}

/** Seconds in a period. */
function secondsOf({ slices }: Inputs): number {
  return sum(slices, ({ hoursPerPeriod }) => hoursPerPeriod) * SECONDS_PER_HOUR
}

function sum<T>(items: readonly T[], read: (item: T) => number): number {
  return items.reduce((total, item) => total + read(item), 0)
}
