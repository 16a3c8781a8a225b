import type { Column, Term } from '../../../problem/problem.ts'
import { fixedItMw } from '../../aidc/facility.ts'
import { type Charge, charge } from '../../allLayers/charge.ts'
import { musdThrough, type PowerSite } from '../context.ts'

export interface UnservedEnergy {
  /** [period][slice] MW of IT that the fixed load does not get; empty where there is no fixed load. */
  readonly columns: readonly (readonly Column[])[]
  readonly charges: readonly Charge[]
}

/** In the objective, but no money is paid. */
export const UNSERVED_ENERGY = 'Unserved energy (penalty, not paid)'

/**
 * What the fixed IT load does not get, in MW of IT, at the penalty:
 *
 *   unserved[t,h] <= fixed[t]
 *
 * Tokens have a shortfall of their own in layer 7: accelerators are not run on energy that is not there.
 */
export function declareUnserved(power: PowerSite): UnservedEnergy {
  const { problem, inputs, site, siteIndex, energy, slices } = power
  const fixed = inputs.periods.map((_, t) => fixedItMw(inputs, siteIndex, t))
  if (fixed.every((mw) => mw === 0)) return { columns: [], charges: [] }
  const columns = inputs.periods.map((period, t) =>
    slices.map((slice, h) => {
      const upper = slice.hoursIn[t]! > 0 ? fixed[t]! * energy.fixedShare.mean[t]![h]! : 0
      return problem.variable(`unserved-energy.${site.id}.${period.label}.${slice.id}`, 'MW', { upper })
    }),
  )
  const priced = inputs.periods.map((period, t) =>
    slices.map((slice, h): Term => {
      const usd = site.power.unservedEnergyUsdPerMwh
      return [musdThrough(usd, slice.hoursIn[t]!, period), columns[t]![h]!]
    }),
  )
  return { columns, charges: [charge(problem, UNSERVED_ENERGY, priced)] }
}

/** MW that need not be supplied in a slice, at a PUE. */
export function unservedTerms(own: UnservedEnergy, t: number, h: number, pue: number): Term[] {
  const column = own.columns[t]?.[h]
  return column === undefined ? [] : [[pue, column]]
}
