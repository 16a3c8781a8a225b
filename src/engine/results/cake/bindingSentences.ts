import type { CakeSlice } from '../../../plan/result/cake.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'

const NAMES = {
  agents: 'Demand',
  scheduling: 'Eligibility',
  distribution: 'Link limits',
  models: 'Accelerator memory',
  accelerators: 'Supply of accelerators',
  facility: 'Rooms and cooling',
  power: 'Power',
} as const

const STEPS = {
  agents: '',
  scheduling: 'Mtok/s allowed',
  distribution: 'Mtok/s of link',
  models: '',
  accelerators: 'rack',
  facility: 'MW of IT',
  power: 'MW',
} as const

/** Runs of periods in which a layer binds at a site, dearest first, each as a sentence. */
export function bindingSentences(plan: Plan, cake: readonly CakeSlice[]): PlanResult['binding'] {
  const bySite = Map.groupBy(
    cake.filter((slice) => slice.siteId !== null && slice.isBinding && slice.layer !== 'agents'),
    (slice) => `${slice.siteId} ${slice.layer}`,
  )
  const all = [...bySite.values()].map((slices) => {
    const [first] = slices
    const { layer, siteId } = first!
    const worthUsd = slices.reduce((sum, slice) => sum + (slice.worthUsdPerUnit ?? 0), 0)
    const site = plan.sites.find((own) => own.id === siteId)?.name ?? siteId ?? ''
    const last = slices.at(-1)!
    const from = first!.period
    const span = from === last.period ? `in ${from}` : `from ${from} to ${last.period}`
    const native = last.native
    const limit =
      layer === 'models'
        ? `batches get ${share(last.memoryShare)} of the memory they could use`
        : `${round(native.used)} of ${round(native.limit ?? 0)} ${native.unit} in use in ${last.period}`
    const worth =
      worthUsd > 0 ? ` One more ${STEPS[layer]} over that time would save ${money(worthUsd)}.` : ''
    return {
      layer,
      siteId,
      from,
      to: last.period,
      sentence: `${NAMES[layer]} at ${site} binds ${span}: ${limit}.${worth}`,
      worthMusd: worthUsd / USD_PER_MUSD,
    }
  })
  return all.sort((a, b) => b.worthMusd - a.worthMusd)
}

function share(value: number | null): string {
  return value === null ? 'none' : `${Math.round(value * 100)} %`
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

function money(usd: number): string {
  return usd >= 1e6 ? `$${(usd / 1e6).toPrecision(3)} M` : `$${(usd / 1e3).toPrecision(3)} k`
}
