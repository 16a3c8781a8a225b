import { KW_PER_MW } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { reserveAt } from '../../headroom/reserveAt.ts'
import type { Column, Problem, Row, Term } from '../../problem/problem.ts'
import { declareSales, type Sold } from '../distribution/sales.ts'
import type { Deployments } from '../models/deployments.ts'
import type { Busy, Serving } from '../models/serving.ts'
import { maintenanceMusd, servicePeriods, supplyToDate, unitCapexMusd, unitNetworkMusd } from './purchase.ts'
import { declareEarlyExits, type EarlyExit } from './retirement.ts'
import { trainingUnits } from './training.ts'

export interface Fleet {
  readonly siteIndex: number
  readonly acceleratorIndex: number
  /** [period] units bought to date (integer). */
  readonly bought: readonly Column[]
  /** [period] units in service. */
  readonly active: readonly Column[]
  /** Units that leave service before the plan's age; none where the plan offers no earlier one. */
  readonly early: readonly EarlyExit[]
  /** [period] units' worth of full load that training draws: columns held at it, none where there is no training. */
  readonly training: readonly Column[]
}

export interface Accelerators {
  /** Units that work for a market. */
  readonly sold: readonly Sold[]
  readonly fleets: readonly Fleet[]
  readonly supplyRows: readonly { acceleratorIndex: number; period: number; row: Row }[]
}

/**
 * Layer 3, accelerators: servers and racks bought, in service, retired.
 *
 *   1. vintage  active[s,g,t] <= bought[s,g,t] - bought[s,g,t-life]        (or the planner's refresh)
 *                                - sum over a, v of early[s,g,a,v], v + a <= t < v + life
 *   2. monotone bought[s,g,t] - bought[s,g,t-1] >= sum_a early[s,g,a,t]; nothing before the lead time or off sale,
 *                                nothing that is refused
 *   3. supply   sum_s bought[s,g,t] <= supply to date
 *   4. work     sum_w reserve[s,g,w,t,h] busy[s,g,w,t,h] + held[s,g,t,h] + sold[s,g,t,h] + training[s,g,t]
 *                <= active[s,g,t]
 *   5. home     sum of IT power bought from makers at home >= share x all, over the sites of a country
 *
 * `reserve` is 1 but for pools so small that calls would wait for a place at the caps (see `headroom/`).
 *
 * Capex falls at the order, less what comes back (see `purchase.ts`); early retirement: see `retirement.ts`.
 */
export function declareAccelerators(
  problem: Problem,
  inputs: Inputs,
  serving: Serving,
  deployments: Deployments,
): Accelerators {
  const fleets = inputs.plan.sites.flatMap((_, siteIndex) =>
    inputs.plan.accelerators.map((_accelerator, acceleratorIndex) =>
      declareFleet(problem, inputs, siteIndex, acceleratorIndex),
    ),
  )
  const sold = declareSales(problem, inputs)
  declareWork(problem, inputs, { serving, deployments, sold, fleets })
  declareHomeShares(problem, inputs, fleets)
  return { fleets, sold, supplyRows: declareSupply(problem, inputs, fleets) }
}

function declareFleet(problem: Problem, inputs: Inputs, siteIndex: number, acceleratorIndex: number): Fleet {
  const { plan, periods } = inputs
  const site = plan.sites[siteIndex]!
  const accelerator = plan.accelerators[acceleratorIndex]!
  const isRefused = inputs.fleet.refusals[siteIndex]![acceleratorIndex] !== null
  const network = unitNetworkMusd(inputs, acceleratorIndex)
  const musd = unitCapexMusd(inputs, acceleratorIndex).map((own, t) => own + network[t]!)
  const key = `${site.id}.${accelerator.id}`
  const bought = periods.map((period, t) =>
    problem.variable(`bought.${key}.${period.label}`, 'units', {
      isInteger: true,
      upper: isRefused ? 0 : supplyToDate(inputs, acceleratorIndex, t),
      // Cumulative columns: a unit bought in t is in every later column, so costs telescope.
      cost: musd[t]! - (musd[t + 1] ?? 0),
    }),
  )
  const early = declareEarlyExits(problem, inputs, siteIndex, acceleratorIndex)
  const active = periods.map((period, t) => {
    const column = problem.variable(`active.${key}.${period.label}`, 'units', {
      cost: maintenanceMusd(inputs, acceleratorIndex, t),
    })
    const terms: Term[] = [
      [1, column],
      [-1, bought[t]!],
    ]
    const retired = bought[t - servicePeriods(inputs, accelerator)]
    if (retired !== undefined) terms.push([1, retired])
    for (const exit of early) if (exit.leaves <= t && t < exit.lastLeaves) terms.push([1, exit.column])
    problem.atMost(`vintage.${key}.${period.label}`, 'units', terms, 0)
    const exits = early.filter((exit) => exit.bought === t).map((exit): Term => [-1, exit.column])
    const before: Term[] = t > 0 ? [[-1, bought[t - 1]!]] : []
    if (before.length + exits.length > 0)
      problem.atLeast(`kept.${key}.${period.label}`, 'units', [[1, bought[t]!], ...before, ...exits], 0)
    return column
  })
  return {
    siteIndex,
    acceleratorIndex,
    bought,
    active,
    early,
    training: declareTraining(problem, inputs, siteIndex, acceleratorIndex),
  }
}

function declareTraining(
  problem: Problem,
  inputs: Inputs,
  siteIndex: number,
  acceleratorIndex: number,
): Column[] {
  const { plan, periods } = inputs
  const units = periods.map((period) => trainingUnits(inputs, siteIndex, acceleratorIndex, period.index).full)
  if (units.every((own) => own === 0)) return []
  const key = `${plan.sites[siteIndex]!.id}.${plan.accelerators[acceleratorIndex]!.id}`
  return periods.map((period, t) =>
    problem.variable(`training.${key}.${period.label}`, 'units', { lower: units[t]!, upper: units[t]! }),
  )
}

function declareSupply(
  problem: Problem,
  inputs: Inputs,
  fleets: readonly Fleet[],
): Accelerators['supplyRows'] {
  return inputs.plan.accelerators.flatMap((accelerator, acceleratorIndex) => {
    const own = fleets.filter((fleet) => fleet.acceleratorIndex === acceleratorIndex)
    return inputs.periods.map((period, t) => ({
      acceleratorIndex,
      period: t,
      row: problem.atMost(
        `supply.${accelerator.id}.${period.label}`,
        'units',
        own.map((fleet): Term => [1, fleet.bought[t]!]),
        supplyToDate(inputs, acceleratorIndex, t),
      ),
    }))
  })
}

/** Who works on the units of a fleet. */
interface Users {
  readonly serving: Serving
  readonly deployments: Deployments
  readonly sold: readonly Sold[]
  readonly fleets: readonly Fleet[]
}

function declareWork(problem: Problem, inputs: Inputs, { serving, deployments, sold, fleets }: Users): void {
  for (const { siteIndex, acceleratorIndex, active } of fleets) {
    const isOwn = (item: { siteIndex: number; acceleratorIndex: number }) =>
      item.siteIndex === siteIndex && item.acceleratorIndex === acceleratorIndex
    const busy = serving.busy.filter(isOwn)
    const held = deployments.held.filter(isOwn)
    const surplus = sold.filter(isOwn)
    const key = `${inputs.plan.sites[siteIndex]!.id}.${inputs.plan.accelerators[acceleratorIndex]!.id}`
    for (const period of inputs.periods) {
      const { kept } = trainingUnits(inputs, siteIndex, acceleratorIndex, period.index)
      if (busy.length + held.length + surplus.length === 0 && kept === 0) continue
      for (const slice of inputs.slices) {
        const at = (columns: Busy['columns']) => columns[period.index]![slice.index]!
        const terms: Term[] = [
          ...busy.map((own): Term => [reserveAt(inputs, own, period.index, slice.index), at(own.columns)]),
          ...[...held, ...surplus].map((own): Term => [1, at(own.columns)]),
        ]
        terms.push([-1, active[period.index]!])
        problem.atMost(`work.${key}.${period.label}.${slice.id}`, 'units', terms, -kept)
      }
    }
  }
}

/** Megawatts bought to date for a country's sites: so many of them of its own makers. */
function declareHomeShares(problem: Problem, inputs: Inputs, fleets: readonly Fleet[]): void {
  const { plan, fleet, periods } = inputs
  for (const [country, share] of Object.entries(plan.procurement.minimumDomesticShare)) {
    const own = fleets.filter(({ siteIndex }) => fleet.country[siteIndex] === country)
    if (own.length === 0 || share === 0) continue
    for (const period of periods) {
      const terms = own.map(({ siteIndex, acceleratorIndex, bought }): Term => {
        const isHome = fleet.isDomestic[acceleratorIndex]![siteIndex]! ? 1 : 0
        return [
          (isHome - share) * (plan.accelerators[acceleratorIndex]!.unitItKw / KW_PER_MW),
          bought[period.index]!,
        ]
      })
      problem.atLeast(`home.${country}.${period.label}`, 'MW', terms, 0)
    }
  }
}
