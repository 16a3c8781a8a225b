import type { Inputs } from '../derive/inputs.ts'
import { discountAt, leadPeriods, quarterNumber } from '../derive/periods.ts'
import type { Column, Problem, Row, Term } from '../problem/problem.ts'
import type { Serving } from './serving.ts'

export interface Fleet {
  readonly siteIndex: number
  readonly acceleratorIndex: number
  /** [period] units bought to date (integer). */
  readonly bought: readonly Column[]
  /** [period] units in service. */
  readonly active: readonly Column[]
}

export interface Accelerators {
  readonly fleets: readonly Fleet[]
  readonly supplyRows: readonly { acceleratorIndex: number; period: number; row: Row }[]
}

/**
 * Layer 3, accelerators: servers and racks bought, in service, retired.
 *
 *   1. vintage  active[s,g,t] <= bought[s,g,t] - bought[s,g,t-life]
 *   2. monotone bought[s,g,t] >= bought[s,g,t-1]; nothing before the lead time or off sale
 *   3. supply   sum_s bought[s,g,t] <= supply to date
 *   4. work     sum_w busy[s,g,w,t,h] <= active[s,g,t]
 *
 * Capex falls at the order, less the straight-line share of life left at the horizon.
 */
export function declareAccelerators(problem: Problem, inputs: Inputs, serving: Serving): Accelerators {
  const fleets = inputs.plan.sites.flatMap((_, siteIndex) =>
    inputs.plan.accelerators.map((_accelerator, acceleratorIndex) =>
      declareFleet(problem, inputs, siteIndex, acceleratorIndex),
    ),
  )
  declareWork(problem, inputs, serving, fleets)
  return { fleets, supplyRows: declareSupply(problem, inputs, fleets) }
}

/** Units that may have been delivered by the end of a period, over all sites. */
export function supplyToDate(inputs: Inputs, acceleratorIndex: number, period: number): number {
  const accelerator = inputs.plan.accelerators[acceleratorIndex]!
  const start = quarterNumber(inputs.plan.horizon.start)
  const lead = leadPeriods(accelerator.leadMonths)
  const from = accelerator.onSaleFrom ? Math.max(0, quarterNumber(accelerator.onSaleFrom) - start) : 0
  const until = accelerator.onSaleUntil
    ? quarterNumber(accelerator.onSaleUntil) - start
    : Number.POSITIVE_INFINITY
  const deliveries = Math.max(0, Math.min(period, until + lead) - (from + lead) + 1)
  return deliveries * accelerator.supplyUnitsPerPeriod
}

/**
 * [period] present value of one unit delivered then, million USD: its price at the order (a lead time earlier) less
 * the straight-line value left at the horizon.
 */
export function unitCapexMusd({ plan, periods }: Inputs, acceleratorIndex: number): number[] {
  const accelerator = plan.accelerators[acceleratorIndex]!
  const horizonEnd = periods.length / 4
  const endDiscount = (1 + plan.finance.discountRatePerYear) ** -horizonEnd
  return periods.map((period) => {
    const orderYears = Math.max(0, period.midYears - accelerator.leadMonths / 12)
    const price = accelerator.priceUsdPerUnit * (1 + accelerator.priceChangePerYear) ** orderYears
    const usedShare = Math.min(1, (horizonEnd - period.midYears) / accelerator.lifeYears)
    const leftShare = 1 - (1 - accelerator.residualShare) * usedShare
    const discount = discountAt(plan, period, leadPeriods(accelerator.leadMonths))
    return (price / 1e6) * (discount - leftShare * endDiscount)
  })
}

/** Present value of keeping one unit in service for a period, million USD. */
export function maintenanceMusd({ plan, periods }: Inputs, acceleratorIndex: number, t: number): number {
  const { priceUsdPerUnit, maintenanceSharePerYear } = plan.accelerators[acceleratorIndex]!
  const period = periods[t]!
  return (priceUsdPerUnit / 1e6) * maintenanceSharePerYear * period.lengthYears * period.discount
}

function declareFleet(problem: Problem, inputs: Inputs, siteIndex: number, acceleratorIndex: number): Fleet {
  const { plan, periods } = inputs
  const site = plan.sites[siteIndex]!
  const accelerator = plan.accelerators[acceleratorIndex]!
  const lifePeriods = Math.round(accelerator.lifeYears * 4)
  const musd = unitCapexMusd(inputs, acceleratorIndex)
  const key = `${site.id}.${accelerator.id}`
  const bought = periods.map((period, t) =>
    problem.variable(`bought.${key}.${period.label}`, 'units', {
      isInteger: true,
      upper: supplyToDate(inputs, acceleratorIndex, t),
      // Cumulative columns: a unit bought in t is in every later column, so costs telescope.
      cost: musd[t]! - (musd[t + 1] ?? 0),
    }),
  )
  const active = periods.map((period, t) => {
    const column = problem.variable(`active.${key}.${period.label}`, 'units', {
      cost: maintenanceMusd(inputs, acceleratorIndex, t),
    })
    const terms: Term[] = [
      [1, column],
      [-1, bought[t]!],
    ]
    const retired = bought[t - lifePeriods]
    if (retired !== undefined) terms.push([1, retired])
    problem.atMost(`vintage.${key}.${period.label}`, 'units', terms, 0)
    if (t > 0)
      problem.atLeast(
        `kept.${key}.${period.label}`,
        'units',
        [
          [1, bought[t]!],
          [-1, bought[t - 1]!],
        ],
        0,
      )
    return column
  })
  return { siteIndex, acceleratorIndex, bought, active }
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

function declareWork(problem: Problem, inputs: Inputs, serving: Serving, fleets: readonly Fleet[]): void {
  for (const fleet of fleets) {
    const own = serving.busy.filter(
      (busy) => busy.siteIndex === fleet.siteIndex && busy.acceleratorIndex === fleet.acceleratorIndex,
    )
    if (own.length === 0) continue
    const key = `${inputs.plan.sites[fleet.siteIndex]!.id}.${inputs.plan.accelerators[fleet.acceleratorIndex]!.id}`
    for (const period of inputs.periods) {
      for (const slice of inputs.slices) {
        const terms: Term[] = own.map((busy) => [1, busy.columns[period.index]![slice.index]!])
        terms.push([-1, fleet.active[period.index]!])
        problem.atMost(`work.${key}.${period.label}.${slice.id}`, 'units', terms, 0)
      }
    }
  }
}
