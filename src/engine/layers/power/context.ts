import type { Site } from '../../../plan/schema/site.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import type { Period } from '../../derive/periods.ts'
import type { SiteEnergy } from '../../derive/power/energyInputs.ts'
import { meanPowerSlices, type PowerSlice } from '../../derive/power/powerSlices.ts'
import type { Column, Problem, Term } from '../../problem/problem.ts'

/** What every rule of the power layer works on: one site of one problem. */
export interface PowerSite {
  readonly problem: Problem
  readonly inputs: Inputs
  readonly siteIndex: number
  readonly site: Site
  readonly energy: SiteEnergy
  /** Blocks in which its power is balanced. */
  readonly slices: readonly PowerSlice[]
}

/** Blocks in which a site's power is balanced: its representative days', else the plan's. */
export function powerSlicesOf(
  { energy, slices, periods }: Pick<Inputs, 'energy' | 'slices' | 'periods'>,
  siteIndex: number,
): readonly PowerSlice[] {
  return energy[siteIndex]!.times ?? meanPowerSlices(slices, periods)
}

/** Blocks that have hours in a period. */
export function slicesIn({ slices }: Pick<PowerSite, 'slices'>, t: number): readonly PowerSlice[] {
  return slices.filter((slice) => slice.hoursIn[t]! > 0)
}

/** Bound of a column by block: none, or 0 where the block has no hours in the period. */
export function whereIn(slice: PowerSlice, t: number): { readonly upper?: number } {
  return slice.hoursIn[t]! > 0 ? {} : { upper: 0 }
}

/** Columns of a site that never fall from one period to the next. */
export function keep(power: PowerSite, name: string, unit: string, columns: readonly Column[]): void {
  power.inputs.periods.slice(1).forEach((period, t) => {
    power.problem.atLeast(
      `${name}-kept.${power.site.id}.${period.label}`,
      unit,
      [
        [1, columns[t + 1]!],
        [-1, columns[t]!],
      ],
      0,
    )
  })
}

/** Present value in million USD of so many USD an hour through so many hours of a period. */
export function musdThrough(usdPerH: number, hours: number, period: Period): number {
  return (usdPerH * hours * period.discount) / USD_PER_MUSD
}

/** Price of spot energy in a slice, USD per MWh. */
export function spotUsdPerMwh(
  { inputs, site, energy }: Pick<PowerSite, 'site' | 'energy'> & { readonly inputs: Pick<Inputs, 'periods'> },
  t: number,
  h: number,
): number {
  const change = (1 + site.power.energyPriceChangePerYear) ** inputs.periods[t]!.midYears
  const base = energy.importedUsdPerMwh?.[t]?.[h] ?? energy.usdPerMwh * energy.priceShape[h]!
  return base * change
}

/** What a MWh of the grid emits in a slice, tonnes. */
export function gridTco2PerMwh({ energy }: Pick<PowerSite, 'energy'>, t: number, h: number): number {
  return energy.importedTco2PerMwh?.[t]?.[h] ?? energy.tco2PerMwh
}

export function scale(terms: readonly Term[], factor: number): Term[] {
  return terms.map(([coefficient, column]) => [coefficient * factor, column])
}
