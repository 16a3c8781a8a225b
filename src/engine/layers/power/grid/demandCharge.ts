import { MONTHS_PER_QUARTER, MONTHS_PER_YEAR, periodsOf } from '../../../../plan/calendar.ts'
import type { Power } from '../../../../plan/schema/power.ts'
import { KW_PER_MW, USD_PER_MUSD } from '../../../../plan/units.ts'
import type { Inputs } from '../../../derive/inputs.ts'
import type { Period } from '../../../derive/periods.ts'
import { partsOfYear } from '../../../derive/profileBySlice.ts'
import type { Column, Row, Term } from '../../../problem/problem.ts'
import { type Charge, charge } from '../../allLayers/charge.ts'
import { type PowerSite, scale, slicesIn } from '../context.ts'
import { type BehindMeter, hasOwnSupply, ordinaryCreditTerms } from '../plant/behindMeter.ts'
import { flexibleTerms, type GridService, heldTerms } from './gridService.ts'

/** What the meter sees and what the bill counts. */
export interface Metering {
  /** [period] highest MW that the site takes from the grid. */
  readonly metered: readonly (readonly Term[])[]
  /** [period] MW that the demand charge is paid on. */
  readonly billed: readonly Column[]
  /** [period] rows of the minimum take. */
  readonly minimumTakeRows: readonly Row[]
  /** Rows of the ratchet; none where there is no ratchet. */
  readonly ratchetRows: readonly Row[]
  readonly charge: Charge
}

/**
 * Demand charge, on the highest of
 *
 *   1. metered   billed[t] >= metered[t]
 *   2. take      billed[t] >= minimum take x held[t]
 *   3. ratchet   billed[t] >= ratchet x metered[t'],  t' in the look-back and with a month that counts
 *
 * The ratchet looks at metered peaks, not at what was billed, or it would outlive its look-back.
 */
export function declareDemandCharge(
  power: PowerSite,
  critical: readonly Column[],
  service: GridService,
  own: BehindMeter,
): Metering {
  const { problem, inputs, site } = power
  const { minimumTakeShare, ratchetShare, demandChargeUsdPerKwMonth } = site.power
  const metered = inputs.periods.map((_, t) => meteredTerms(power, critical[t]!, service, own, t))
  const billed = inputs.periods.map((period) => problem.variable(`billed.${site.id}.${period.label}`, 'MW'))
  const minimumTakeRows: Row[] = []
  const ratchetRows: Row[] = []
  inputs.periods.forEach((period, t) => {
    const atLeast = (rule: string, share: number, terms: readonly Term[]) => {
      const name = `${rule}.${site.id}.${period.label}`
      return problem.atLeast(name, 'MW', [[1, billed[t]!], ...scale(terms, -share)], 0)
    }
    atLeast('billed-metered', 1, metered[t]!)
    if (minimumTakeShare > 0)
      minimumTakeRows.push(atLeast('minimum-take', minimumTakeShare, heldTerms(service, t)))
    if (ratchetShare === 0) return
    for (const before of lookBack(inputs, site.power, t)) {
      ratchetRows.push(atLeast(`ratchet${t - before}`, ratchetShare, metered[before]!))
    }
  })
  const musdPerMw = ({ lengthYears, discount }: Period) =>
    ((demandChargeUsdPerKwMonth * KW_PER_MW * MONTHS_PER_YEAR) / USD_PER_MUSD) * lengthYears * discount
  const line = charge(
    problem,
    'Demand charge',
    inputs.periods.map((period, t) => [[musdPerMw(period), billed[t]!]]),
  )
  return { metered, billed, minimumTakeRows, ratchetRows, charge: line }
}

/**
 * Periods before one whose peaks its ratchet looks at. Of a quarter or a year one peak is known: it counts where any of
 * its months does.
 */
export function lookBack(
  { plan, periods }: Pick<Inputs, 'plan' | 'periods'>,
  { ratchetMonths, ratchetQuarters, ratchetOnlyMonths: only }: Power,
  t: number,
): number[] {
  const longest = periodsOf(plan, ratchetMonths ?? ratchetQuarters * MONTHS_PER_QUARTER)
  const isLookedAt = (period: Period) =>
    only.length === 0 || partsOfYear(period, MONTHS_PER_YEAR).some((month) => only.includes(month + 1))
  return periods.slice(Math.max(0, t - longest), t).flatMap((own) => (isLookedAt(own) ? [own.index] : []))
}

/**
 * Without own supply the meter sees the peak, at the PUE of the period. Else it is a column of its own, standby plant
 * standing still on ordinary days:
 *
 *   metered[t] + sum_k credit_k MW_k[t] >= PUE of the period / PUEdesign x critical[t]
 *   metered[t] <= held[t] + flexible[t]
 */
function meteredTerms(
  power: PowerSite,
  critical: Column,
  service: GridService,
  own: BehindMeter,
  t: number,
): Term[] {
  const { problem, inputs, site, siteIndex } = power
  const { pue, pueDesign } = inputs.climate[siteIndex]!
  const highest = Math.max(...slicesIn(power, t).map(({ index }) => pue[t]![index]!))
  const share = Math.min(1, highest / pueDesign)
  if (!hasOwnSupply(own)) return [[share, critical]]
  const name = `${site.id}.${inputs.periods[t]!.label}`
  const metered = problem.variable(`metered.${name}`, 'MW')
  const onSite = ordinaryCreditTerms(own, t)
  problem.atLeast(`peak-metered.${name}`, 'MW', [[1, metered], ...onSite, [-share, critical]], 0)
  const held = [...heldTerms(service, t), ...flexibleTerms(service, t, 1)]
  problem.atMost(`within-contract.${name}`, 'MW', [[1, metered], ...scale(held, -1)], 0)
  return [[1, metered]]
}
