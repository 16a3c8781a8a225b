import { periodFrom } from '../../../../plan/calendar.ts'
import { MWH_PER_GWH } from '../../../../plan/units.ts'
import type { Inputs } from '../../../derive/inputs.ts'
import type { Period } from '../../../derive/periods.ts'
import type { ContractTerms } from '../../../derive/power/energyInputs.ts'
import type { Column, Term } from '../../../problem/problem.ts'
import { type Charge, charge } from '../../allLayers/charge.ts'
import { keep, musdThrough, type PowerSite, scale, spotUsdPerMwh, whereIn } from '../context.ts'

export interface Contract {
  readonly own: ContractTerms
  /** [period] MW in force. */
  readonly inForce: readonly (readonly Term[])[]
  /** [period][slice] MW taken; empty for a virtual contract. */
  readonly taken: readonly (readonly Column[])[]
  readonly charges: readonly Charge[]
}

/**
 * A contract for energy: signed megawatts are in force for the whole term.
 *
 *   1. force  inForce[t] = signed[t] - signed[t - term] <= limit; signed monotone, none before the start
 *   2. taken  taken[t,h] <= profile[h] x inForce[t]
 *   3. paid   paid[t] >= sum_h hours taken;  paid[t] >= take-or-pay x sum_h hours profile x inForce
 *
 * Cost: price x paid with the carbon of what is taken; of a virtual contract (price - spot) x profile x inForce.
 */
export function declareContract(power: PowerSite, own: ContractTerms): Contract {
  const { problem, inputs, site, slices } = power
  const first = firstPeriod(inputs, own)
  const signed = inputs.periods.map((period, t) =>
    problem.variable(`signed.${site.id}.${own.id}.${period.label}`, 'MW', {
      upper: t >= first ? own.maxMw * (1 + Math.floor((t - first) / own.termPeriods)) : 0,
    }),
  )
  keep(power, `signed.${own.id}`, 'MW', signed)
  const inForce = inputs.periods.map((period, t) => {
    const ended = signed[t - own.termPeriods]
    const terms: Term[] =
      ended === undefined
        ? [[1, signed[t]!]]
        : [
            [1, signed[t]!],
            [-1, ended],
          ]
    problem.atMost(`in-force.${site.id}.${own.id}.${period.label}`, 'MW', terms, own.maxMw)
    return terms
  })
  if (own.kind === 'virtual') {
    return { own, inForce, taken: [], charges: [chargeVirtual(power, own, inForce)] }
  }
  const taken = inputs.periods.map((period, t) =>
    slices.map((slice, h) => {
      const key = `taken.${site.id}.${own.id}.${period.label}.${slice.id}`
      const column = problem.variable(key, 'MW', whereIn(slice, t))
      if (slice.hoursIn[t]! > 0)
        problem.atMost(`${key}.profile`, 'MW', [[1, column], ...scale(inForce[t]!, -own.profile[h]!)], 0)
      return column
    }),
  )
  return { own, inForce, taken, charges: chargeTaken(power, own, inForce, taken) }
}

/** First period in which a contract may deliver. */
export function firstPeriod({ plan }: Inputs, own: ContractTerms): number {
  return Math.max(0, periodFrom(plan, own.start))
}

function priceUsd(own: ContractTerms, { midYears }: Period): number {
  return own.usdPerMwh * (1 + own.escalatorPerYear) ** midYears
}

/** MWh of a period that a contracted megawatt makes. */
function producedMwh({ slices }: PowerSite, own: ContractTerms, t: number): number {
  return slices.reduce((sum, slice, h) => sum + slice.hoursIn[t]! * own.profile[h]!, 0)
}

function chargeTaken(
  power: PowerSite,
  own: ContractTerms,
  inForce: readonly (readonly Term[])[],
  taken: readonly (readonly Column[])[],
): Charge[] {
  const { problem, inputs, site, slices } = power
  const paid = inputs.periods.map((period, t) => {
    const column = problem.variable(`paid.${site.id}.${own.id}.${period.label}`, 'GWh')
    const used = slices.map((slice, h): Term => [-slice.hoursIn[t]! / MWH_PER_GWH, taken[t]![h]!])
    const produced = producedMwh(power, own, t) / MWH_PER_GWH
    const least = scale(inForce[t]!, -own.takeOrPayShare * produced)
    problem.atLeast(`paid-taken.${site.id}.${own.id}.${period.label}`, 'GWh', [[1, column], ...used], 0)
    problem.atLeast(`take-or-pay.${site.id}.${own.id}.${period.label}`, 'GWh', [[1, column], ...least], 0)
    return column
  })
  const carbonUsd = own.tco2PerMwh * inputs.plan.finance.carbonUsdPerTonne
  const carbon = inputs.periods.map((period, t) =>
    slices.map((slice, h): Term => [musdThrough(carbonUsd, slice.hoursIn[t]!, period), taken[t]![h]!]),
  )
  return [
    charge(
      problem,
      `Contract ${own.id}`,
      inputs.periods.map((period, t) => [
        [musdThrough(priceUsd(own, period), MWH_PER_GWH, period), paid[t]!],
        ...carbon[t]!,
      ]),
    ),
  ]
}

function chargeVirtual(power: PowerSite, own: ContractTerms, inForce: readonly (readonly Term[])[]): Charge {
  const { inputs, slices } = power
  const settled = inputs.periods.map((period, t) => {
    const musd = slices.reduce((sum, slice, h) => {
      const usdPerH = (priceUsd(own, period) - spotUsdPerMwh(power, t, h)) * own.profile[h]!
      return sum + musdThrough(usdPerH, slice.hoursIn[t]!, period)
    }, 0)
    return scale(inForce[t]!, musd)
  })
  return charge(power.problem, `Contract ${own.id}`, settled)
}

/** [period] MWh that a contract locks: what is taken, or what a virtual one makes. */
function lockedTerms(power: PowerSite, { own, inForce, taken }: Contract, t: number): Term[] {
  if (own.kind === 'virtual') return scale(inForce[t]!, producedMwh(power, own, t))
  return power.slices.map((slice, h) => [slice.hoursIn[t]!, taken[t]![h]!])
}

/**
 * Locked share of the energy bought, from the first contract's start:
 *
 *   sum locked[t] >= share x sum_h hours (drawn[t,h] + taken[t,h])
 */
export function declareLockedShare(
  power: PowerSite,
  contracts: readonly Contract[],
  drawn: readonly (readonly Column[])[],
): void {
  const { problem, inputs, site, slices } = power
  const share = site.power.minimumLockedShare
  if (share === 0) return
  const first = Math.min(...contracts.map(({ own }) => firstPeriod(inputs, own)))
  inputs.periods.slice(first).forEach((period) => {
    const t = period.index
    const locked = contracts.flatMap((contract) => lockedTerms(power, contract, t))
    const bought = slices.flatMap((slice, h): Term[] => [
      [slice.hoursIn[t]!, drawn[t]![h]!],
      ...contracts.flatMap(({ taken }): Term[] => (taken[t] ? [[slice.hoursIn[t]!, taken[t][h]!]] : [])),
    ])
    const inGwh = scale([...locked, ...scale(bought, -share)], 1 / MWH_PER_GWH)
    problem.atLeast(`locked.${site.id}.${period.label}`, 'GWh', inGwh, 0)
  })
}
