import type { Inputs } from '../../../derive/inputs.ts'
import type { OnSiteSource } from '../../../derive/power/energyInputs.ts'
import type { Column, Term } from '../../../problem/problem.ts'
import { type Charge, charge } from '../../allLayers/charge.ts'
import { musdThrough, type PowerSite } from '../context.ts'
import { declareUnits } from './units.ts'

/** One on-site source. */
export interface Plant {
  readonly source: OnSiteSource
  /** [period] units installed to date (integer). */
  readonly units: readonly Column[]
  /** [period][slice] MW generated. */
  readonly generated: readonly (readonly Column[])[]
  readonly charges: readonly Charge[]
}

/**
 * On-site generation.
 *
 *   gen[t,h] <= availability[h] x unit MW x units[t]
 *
 * Standby plant runs in hours of stress only (see stress.ts): it has no share in the slices.
 * Cost beside its units: fuel and variable cost with carbon.
 */
export function declarePlant(power: PowerSite, source: OnSiteSource): Plant {
  const { problem, inputs, site, slices } = power
  const { columns: units, charges } = declareUnits(power, source)
  const isStandby = source.kind === 'standby'
  const generated = inputs.periods.map((period, t) =>
    slices.map((slice) => {
      const isClosed = isStandby || slice.hoursIn[t]! === 0
      const key = `${site.id}.${source.id}.${period.label}.${slice.id}`
      const column = problem.variable(`generated.${key}`, 'MW', isClosed ? { upper: 0 } : {})
      const most = source.availability[slice.index]! * source.unitMw
      if (!isClosed) {
        problem.atMost(
          `available.${key}`,
          'MW',
          [
            [1, column],
            [-most, units[t]!],
          ],
          0,
        )
      }
      return column
    }),
  )
  const usd = runningUsdPerMwh(power, source)
  const fuel = inputs.periods.map((period, t) =>
    slices.map((slice, h): Term => [musdThrough(usd, slice.hoursIn[t]!, period), generated[t]![h]!]),
  )
  return {
    source,
    units,
    generated,
    charges: [...charges, charge(problem, `Fuel and variable ${source.id}`, fuel)],
  }
}

/** Fuel, variable cost and carbon. */
export function runningUsdPerMwh(
  { inputs }: { readonly inputs: Pick<Inputs, 'plan'> },
  source: OnSiteSource,
): number {
  return source.variableUsdPerMwh + source.tco2PerMwh * inputs.plan.finance.carbonUsdPerTonne
}
