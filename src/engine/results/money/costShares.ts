import type { CostLine } from '../../../plan/result/money.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { offerLine } from '../../../plan/tiers.ts'
import { SECONDS_PER_HOUR, TOKENS_PER_MTOK } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { listPeriods } from '../../derive/periods.ts'
import { paidLines } from './paidCosts.ts'

/** What one class costs at one place on one model in one period, present value. */
export interface CostShare {
  /** A site, a lease or an API; `all`: money that no place spends. */
  readonly placeId: string
  readonly classId: string
  readonly modelId: string
  readonly period: number
  readonly costMusd: number
  /** Of what the place costs in the period. */
  readonly weight: number
  /** Million tokens served there, discounted. */
  readonly mTok: number
}

const NOBODY = '-'

interface Part {
  readonly classId: string
  readonly modelId: string
  /** Share of the place's cost and of its tokens. */
  readonly weight: number
  readonly mTok: number
}

/**
 * Every paid cost line, shared by the classes that its place serves in the period: at a site by the units that work
 * for them, times their price; at a lease or an API by tokens. A place that serves nobody in a period costs nobody.
 */
export function costShares(
  { plan, classes, leaseSpeed }: Pick<Inputs, 'plan' | 'classes' | 'leaseSpeed'>,
  result: PlanResult,
): CostShare[] {
  const { leases, apis } = plan.distribution
  const leaseModel = (index: number, classId: string) =>
    leaseSpeed[classes.findIndex((own) => own.id === classId)]?.[index]?.modelId ?? NOBODY
  const places = [
    ...plan.sites.map(({ id }) => ({ id, modelOf: undefined })),
    ...leases.map(({ id }, index) => ({ id, modelOf: (classId: string) => leaseModel(index, classId) })),
    ...apis.map(({ id, name }) => ({ id, modelOf: () => name })),
  ]
  const spentAt = linesByPlace(plan, result)
  const musd = (placeId: string, t: number) =>
    (spentAt.get(placeId) ?? []).reduce((sum, line) => sum + (line.byPeriodMusd[t] ?? 0), 0)
  return listPeriods(plan).flatMap((period, t) => {
    const mTokOf = (tokS: number) => (tokS * secondsOf(result) * period.discount) / TOKENS_PER_MTOK
    const parts = places.map((place) => ({
      id: place.id,
      parts: place.modelOf
        ? partsByTokens(result, place.id, t, mTokOf, place.modelOf)
        : partsByUnits(plan, result, place.id, t, mTokOf),
    }))
    const everybody = parts.flatMap((own) => own.parts)
    const all = everybody.reduce((sum, part) => sum + part.mTok, 0)
    return [
      ...parts.flatMap(({ id, parts: own }) => shareOut(id, t, musd(id, t), own)),
      ...shareOut(
        'all',
        t,
        musd('all', t),
        everybody.map((part) => ({ ...part, weight: all > 0 ? part.mTok / all : 0, mTok: 0 })),
      ),
    ]
  })
}

/** Paid cost lines of each site, lease and API; those of no place under `all`. */
export function linesByPlace(
  { distribution: { leases, apis } }: Plan,
  { costs }: PlanResult,
): ReadonlyMap<string, readonly CostLine[]> {
  const lineOf = new Map<string, string>([
    ...leases.map((own) => [`Lease ${own.name}`, own.id] as const),
    ...apis.map((own) => [offerLine(own), own.id] as const),
  ])
  const paid = paidLines({ costs })
  return Map.groupBy(paid, (line) => line.siteId ?? lineOf.get(line.name) ?? 'all')
}

function shareOut(placeId: string, period: number, musd: number, parts: readonly Part[]): CostShare[] {
  const nobody = { placeId, classId: NOBODY, modelId: NOBODY, period, costMusd: musd, weight: 1, mTok: 0 }
  if (parts.length === 0) return musd === 0 ? [] : [nobody]
  return parts.map(({ classId, modelId, weight, mTok }) => ({
    ...{ placeId, classId, modelId, period, mTok, weight },
    costMusd: musd * weight,
  }))
}

function secondsOf(result: PlanResult): number {
  return result.slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0) * SECONDS_PER_HOUR
}

/** Classes of a lease or an API, by tokens. */
function partsByTokens(
  result: PlanResult,
  placeId: string,
  t: number,
  mTokOf: (tokS: number) => number,
  modelOf: (classId: string) => string,
): Part[] {
  const own = result.flows.filter((flow) => flow.to === placeId && flow.period === result.periods[t])
  const all = own.reduce((sum, flow) => sum + flow.tokS, 0)
  const hours = secondsOf(result) / SECONDS_PER_HOUR
  const meanOf = (bySlice: readonly number[]) =>
    result.slices.reduce((sum, slice, h) => sum + (bySlice[h] ?? 0) * slice.hoursPerPeriod, 0) / hours
  const parts = own.flatMap(({ classId, tokS, tokSBySliceByModel }) => {
    if (!tokSBySliceByModel) return [{ classId, modelId: modelOf(classId), tokS }]
    const byModel = Object.entries(tokSBySliceByModel)
    return byModel.map(([modelId, bySlice]) => ({ classId, modelId, tokS: meanOf(bySlice) }))
  })
  return parts.map(({ classId, modelId, tokS }) => ({
    ...{ classId, modelId, mTok: mTokOf(tokS) },
    weight: all > 0 ? tokS / all : 0,
  }))
}

/** Classes of a site, by the hours and the price of the units that work for them. */
function partsByUnits(
  plan: Plan,
  result: PlanResult,
  siteId: string,
  t: number,
  mTokOf: (tokS: number) => number,
): Part[] {
  const period = result.periods[t]
  const placed = result.placements.filter((own) => own.siteId === siteId && own.period === period)
  const priceOf = (id: string) => plan.accelerators.find((own) => own.id === id)?.priceUsdPerUnit ?? 0
  const hours = (unitsBySlice: readonly number[]) =>
    result.slices.reduce((sum, slice, h) => sum + (unitsBySlice[h] ?? 0) * slice.hoursPerPeriod, 0)
  const work = placed.map((own) => hours(own.unitsBySlice) * priceOf(own.acceleratorId))
  const all = work.reduce((sum, value) => sum + value, 0)
  return placed.map(({ classId, modelId, unitsBySlice }, i) => {
    const rivals = placed.filter((own) => own.classId === classId)
    const ofClass = rivals.reduce((sum, own) => sum + hours(own.unitsBySlice), 0)
    const tokS = result.flows
      .filter((flow) => flow.to === siteId && flow.period === period && flow.classId === classId)
      .reduce((sum, flow) => sum + flow.tokS, 0)
    const share = ofClass > 0 ? hours(unitsBySlice) / ofClass : 0
    return { classId, modelId, weight: all > 0 ? work[i]! / all : 0, mTok: mTokOf(tokS * share) }
  })
}
