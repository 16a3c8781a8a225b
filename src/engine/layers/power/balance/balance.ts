import type { Column, Row, Term } from '../../../problem/problem.ts'
import { fixedItMw } from '../../aidc/facility.ts'
import { type Charge, charge } from '../../allLayers/charge.ts'
import {
  gridTco2PerMwh,
  musdThrough,
  type PowerSite,
  scale,
  slicesIn,
  spotUsdPerMwh,
  whereIn,
} from '../context.ts'
import type { Metering } from '../grid/demandCharge.ts'
import { type BehindMeter, hasOwnSupply, meteredContractTerms, supplyTerms } from '../plant/behindMeter.ts'
import type { ItLoad } from './load.ts'
import { type UnservedEnergy, unservedTerms } from './unserved.ts'

export interface Balance {
  /** [period][slice] MW drawn from the grid at its price, mean of the slice. */
  readonly drawn: readonly (readonly Column[])[]
  /** [period][slice] the energy balance. */
  readonly rows: readonly (readonly Row[])[]
  readonly charge: Charge
}

/**
 * Energy by slice.
 *
 *   1. energy  drawn[t,h] + own supply[t,h] = PUE[t,h] x (fixed[t] - unserved[t,h] + IT mean[t,h]); what sun and wind
 *              could give beyond it is not generated
 *   2. meter   drawn[t,h] + contracts through the grid[t,h] <= metered[t]; without own supply the peak implies it
 *
 * Cost: the slice's energy price and carbon on what is drawn.
 */
export function declareBalance(
  power: PowerSite,
  load: ItLoad,
  metering: Metering,
  own: BehindMeter,
  unserved: UnservedEnergy,
): Balance {
  const { problem, inputs, site, siteIndex, energy, slices } = power
  const climate = inputs.climate[siteIndex]!
  const drawn = inputs.periods.map((period) =>
    slices.map((slice) =>
      problem.variable(`drawn.${site.id}.${period.label}.${slice.id}`, 'MW', whereIn(slice, period.index)),
    ),
  )
  const rows = inputs.periods.map((period, t) =>
    slicesIn(power, t).map((slice) => {
      const h = slice.index
      const name = `${site.id}.${period.label}.${slice.id}`
      const pue = climate.pue[t]![h]!
      const bought: Term = [1, drawn[t]![h]!]
      if (hasOwnSupply(own)) {
        const through = [bought, ...meteredContractTerms(own, t, h), ...scale(metering.metered[t]!, -1)]
        problem.atMost(`within-meter.${name}`, 'MW', through, 0)
      }
      const supplied = [bought, ...supplyTerms(own, t, h), ...unservedTerms(unserved, t, h, pue)]
      const asked = scale(load.mean(t, slice.loadIndex), -pue)
      const fixed = pue * fixedItMw(inputs, siteIndex, t) * energy.fixedShare.mean[t]![h]!
      return problem.equal(`energy.${name}`, 'MW', [...supplied, ...asked], fixed)
    }),
  )
  const { carbonUsdPerTonne } = inputs.plan.finance
  const priced = inputs.periods.map((period, t) =>
    slices.map((slice, h): Term => {
      const usd = spotUsdPerMwh(power, t, h) + gridTco2PerMwh(power, t, h) * carbonUsdPerTonne
      return [musdThrough(usd, slice.hoursIn[t]!, period), drawn[t]![h]!]
    }),
  )
  return { drawn, rows, charge: charge(problem, 'Grid energy', priced) }
}
