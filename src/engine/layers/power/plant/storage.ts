import type { OnSiteStorage } from '../../../derive/power/energyInputs.ts'
import type { PowerSlice } from '../../../derive/power/powerSlices.ts'
import type { Column, Term } from '../../../problem/problem.ts'
import type { Charge } from '../../allLayers/charge.ts'
import { type PowerSite, slicesIn, whereIn } from '../context.ts'
import { declareUnits } from './units.ts'

export interface Storage {
  readonly own: OnSiteStorage
  /** [period] units installed to date (integer). */
  readonly units: readonly Column[]
  /** [period][slice] MWh held at the end of the block. */
  readonly stored: readonly (readonly Column[])[]
  /** [period][slice] MW taken in. */
  readonly charged: readonly (readonly Column[])[]
  /** [period][slice] MW given out. */
  readonly discharged: readonly (readonly Column[])[]
  readonly charges: readonly Charge[]
}

/**
 * Storage over the blocks of each day, a cycle that ends as full as it began; e is the square root of the
 * round trip, l the hours of a block.
 *
 *   1. state   soc[h] = soc[h-1] + e l charge[h] - l discharge[h] / e
 *   2. power   charge[h] + discharge[h] <= MW
 *   3. energy  soc[h] <= hours x MW
 */
export function declareStorage(power: PowerSite, own: OnSiteStorage): Storage {
  const { problem, inputs, site, slices } = power
  const { columns: units, charges } = declareUnits(power, own)
  const each = (name: string, unit: string) =>
    inputs.periods.map((period) =>
      slices.map((slice) =>
        problem.variable(
          `${name}.${site.id}.${own.id}.${period.label}.${slice.id}`,
          unit,
          whereIn(slice, period.index),
        ),
      ),
    )
  const charged = each('charged', 'MW')
  const discharged = each('discharged', 'MW')
  const stored = each('stored', 'MWh')
  const oneWay = Math.sqrt(own.roundTripShare)
  inputs.periods.forEach((period, t) => {
    for (const slice of slicesIn(power, t)) {
      const h = slice.index
      const key = `${site.id}.${own.id}.${period.label}.${slice.id}`
      const taken: Term = [1, charged[t]![h]!]
      const given: Term = [1, discharged[t]![h]!]
      const lengthH = slice.hours.length
      const state: Term[] = [
        [1, stored[t]![h]!],
        [-1, stored[t]![blockBefore(slices, slice)]!],
        [-oneWay * lengthH, taken[1]],
        [lengthH / oneWay, given[1]],
      ]
      problem.equal(`state.${key}`, 'MWh', state, 0)
      problem.atMost(`storage-power.${key}`, 'MW', [taken, given, [-own.unitMw, units[t]!]], 0)
      const room: Term[] = [
        [1, stored[t]![h]!],
        [-own.unitMw * own.durationH, units[t]!],
      ]
      problem.atMost(`storage-energy.${key}`, 'MWh', room, 0)
    }
  })
  return { own, units, stored, charged, discharged, charges }
}

/** The block before one in its own day; before the first comes the last. */
function blockBefore(slices: readonly PowerSlice[], slice: PowerSlice): number {
  const day = slices.filter((own) => own.cycle === slice.cycle)
  return day[(day.indexOf(slice) + day.length - 1) % day.length]!.index
}
