import { planCatalog } from '../../../catalog/planCatalog.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import type { TokenMix } from '../../derive/agents/tokenMix.ts'
import { listClasses, listWorkloads, tokenMix } from '../../derive/agents/workloads.ts'
import { deriveInputs } from '../../derive/deriveInputs.ts'
import { letPrice } from '../../derive/distribution/marketPrice.ts'
import { sellPrice } from '../../derive/distribution/sellPrice.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { listPeriods } from '../../derive/periods.ts'
import { type AfterTax, planAfterTax } from './afterTax.ts'
import { type CashFlow, cashFlow } from './cashFlow.ts'
import { type CostShare, costShares, linesByPlace } from './costShares.ts'
import { type UtilisationCost, utilisationCost } from './utilisationCost.ts'

/** Money of one class, place or model over the horizon, present values. */
export interface MoneyRow {
  readonly id: string
  readonly costMusd: number
  /** Null where the plan has no prices. */
  readonly revenueMusd: number | null
  /** Million tokens, discounted like the money. */
  readonly mTok: number
  readonly outputMTok: number
  /** Tokens as dear as uncached input. */
  readonly weightedMTok: number
  readonly usdPerMTok: number
  readonly usdPerMOutputTok: number
  readonly usdPerMWeightedTok: number
  /** Revenue less cost per million tokens. */
  readonly marginUsdPerMTok: number | null
}

export interface MoneyView {
  readonly total: MoneyRow
  readonly byClass: readonly MoneyRow[]
  /** Sites, leases and APIs. */
  readonly byPlace: readonly MoneyRow[]
  readonly byModel: readonly MoneyRow[]
  readonly breakEven: BreakEven
  /** Of the own sites; null where they serve nothing. */
  readonly atUtilisation: UtilisationCost | null
  readonly cashFlow: CashFlow
  /** Null where the plan has neither tax nor debt, or sells nothing. */
  readonly afterTax: AfterTax | null
  /** The business of letting the plan's own accelerators; null where it has no price. */
  readonly compute: { readonly revenueMusd: number; readonly marginMusd: number } | null
}

/** Prices at which others would do the work of the own sites for what it costs there. */
export interface BreakEven {
  /** Of the own sites, present value. */
  readonly costMusd: number
  /** Accelerator-hours and million tokens of the own sites, discounted. */
  readonly heldAccelH: number
  readonly workedAccelH: number
  readonly mTok: number
  /** USD an hour of an accelerator held all the time. */
  readonly reservedUsdPerAccelH: number | null
  /** USD an hour of an accelerator paid only while it works. */
  readonly onDemandUsdPerAccelH: number | null
  /** USD per million tokens of the mix that the sites serve. */
  readonly apiUsdPerMTok: number | null
}

/**
 * Revenue, margin and levelised cost of a solved plan.
 *
 *   levelised = sum of costs / sum of discounted million tokens, over all tokens, over output tokens, or over tokens
 *               weighed by price: 1 for uncached input, p_cached / p_in for cached input, p_out / p_in for output
 *
 * The cost of a place is shared by the classes that it serves (see `costShares.ts`).
 */
export function moneyView(plan: Plan, shipped: Catalog, result: PlanResult): MoneyView {
  const catalog = planCatalog(plan, shipped)
  const workloads = listWorkloads(plan, catalog)
  const mixes = new Map(listClasses(workloads).map((own) => [own.id, tokenMix(workloads, own)]))
  const inputs = deriveInputs(plan, shipped)
  const shares = costShares(inputs, result)
  const row = (id: string, own: readonly CostShare[]) => toRow(plan, id, own, mixes)
  const grouped = (key: (share: CostShare) => string) =>
    [...Map.groupBy(shares, key)].map(([id, own]) => row(id, own)).sort((a, b) => b.costMusd - a.costMusd)
  const flow = cashFlow(inputs, result)
  const own = ownAccelerators(plan, result, shares)
  return {
    total: row('all', shares),
    byClass: grouped((share) => share.classId),
    byPlace: grouped((share) => share.placeId),
    byModel: grouped((share) => share.modelId),
    cashFlow: flow,
    afterTax: planAfterTax(plan, catalog, flow),
    ...own,
    atUtilisation: utilisationCost({ inputs, result }, linesByPlace(plan, result), shares, own.breakEven),
  }
}

/** What a million tokens of the own sites cost at their utilisation and at others; null: they serve nothing. */
export function ownUtilisation(inputs: Inputs, result: PlanResult): MoneyView['atUtilisation'] {
  const { plan } = inputs
  const shares = costShares(inputs, result)
  const { breakEven } = ownAccelerators(plan, result, shares)
  return utilisationCost({ inputs, result }, linesByPlace(plan, result), shares, breakEven)
}

function toRow(
  plan: Plan,
  id: string,
  shares: readonly CostShare[],
  mixes: ReadonlyMap<string, TokenMix>,
): MoneyRow {
  const periods = listPeriods(plan)
  const sums = { costMusd: 0, revenueUsd: 0, mTok: 0, outputMTok: 0, weightedMTok: 0 }
  let isPriced = true
  for (const share of shares) {
    const mix = mixes.get(share.classId) ?? { uncached: 0, cached: 0, output: 0 }
    const { usdPerMTok, weight } = sellPrice(plan, share.classId, mix, periods[share.period]!)
    sums.costMusd += share.costMusd
    sums.mTok += share.mTok
    sums.outputMTok += share.mTok * mix.output
    sums.weightedMTok += share.mTok * weight
    if (usdPerMTok === null) isPriced &&= share.mTok <= 0
    else sums.revenueUsd += share.mTok * usdPerMTok
  }
  const per = (mTok: number) => (mTok > 0 ? (sums.costMusd * USD_PER_MUSD) / mTok : 0)
  const revenueMusd = isPriced && shares.length > 0 ? sums.revenueUsd / USD_PER_MUSD : null
  const { costMusd, mTok, outputMTok, weightedMTok } = sums
  return {
    ...{ id, costMusd, revenueMusd, mTok, outputMTok, weightedMTok },
    usdPerMTok: per(mTok),
    usdPerMOutputTok: per(outputMTok),
    usdPerMWeightedTok: per(weightedMTok),
    marginUsdPerMTok:
      revenueMusd === null || mTok <= 0 ? null : ((revenueMusd - costMusd) * USD_PER_MUSD) / mTok,
  }
}

/** What the accelerators of the sites cost an hour, held or at work, and what letting them would bring. */
function ownAccelerators(
  plan: Plan,
  result: PlanResult,
  shares: readonly CostShare[],
): Pick<MoneyView, 'breakEven' | 'compute'> {
  const sites = new Set(plan.sites.map((site) => site.id))
  const own = shares.filter((share) => sites.has(share.placeId))
  const costUsd = own.reduce((sum, share) => sum + share.costMusd, 0) * USD_PER_MUSD
  const mTok = own.reduce((sum, share) => sum + share.mTok, 0)
  const hours = result.slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0)
  const accelOf = (id: string) => plan.accelerators.find((item) => item.id === id)?.accelPerUnit ?? 0
  let held = 0
  let worked = 0
  let letUsd = 0
  const periods = listPeriods(plan)
  const prices = periods.map((period) => letPrice(plan, period)?.usd ?? null)
  for (const [t, period] of periods.entries()) {
    const label = result.periods[t]
    for (const build of result.builds.filter((item) => item.period === label))
      for (const [id, units] of Object.entries(build.unitsByAccelerator)) {
        const accelHours = units * accelOf(id) * hours * period.discount
        held += accelHours
        letUsd += accelHours * (prices[t] ?? 0)
      }
    for (const item of result.placements.filter((one) => one.period === label))
      worked += result.slices.reduce(
        (sum, slice, h) =>
          sum +
          (item.unitsBySlice[h] ?? 0) * accelOf(item.acceleratorId) * slice.hoursPerPeriod * period.discount,
        0,
      )
  }
  return {
    breakEven: {
      ...{ costMusd: costUsd / USD_PER_MUSD, heldAccelH: held, workedAccelH: worked, mTok },
      reservedUsdPerAccelH: held > 0 ? costUsd / held : null,
      onDemandUsdPerAccelH: worked > 0 ? costUsd / worked : null,
      apiUsdPerMTok: mTok > 0 ? costUsd / mTok : null,
    },
    compute: prices.includes(null)
      ? null
      : { revenueMusd: letUsd / USD_PER_MUSD, marginMusd: (letUsd - costUsd) / USD_PER_MUSD },
  }
}
