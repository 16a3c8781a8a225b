import { MINUTES_PER_HOUR } from '../../../../plan/units.ts'
import type { Column, Term } from '../../../problem/problem.ts'
import { type PowerSite, scale, slicesIn } from '../context.ts'
import type { Storage } from './storage.ts'

/**
 * Energy that storage keeps for the moment when the grid goes:
 *
 *   e x sum_b stored[b,t,h] >= minutes / 60 x critical[t]   in every block; e what discharging leaves of it
 */
export function declareRideThrough(
  power: PowerSite,
  critical: readonly Column[],
  storages: readonly Storage[],
): void {
  const { problem, inputs, site } = power
  const { rideThroughMinutes } = site.power
  if (rideThroughMinutes === 0) return
  for (const { label, index: t } of inputs.periods) {
    const need = scale([[1, critical[t]!]], -rideThroughMinutes / MINUTES_PER_HOUR)
    for (const { id, index: h } of slicesIn(power, t)) {
      const kept = storages.map(({ own, stored }): Term => [Math.sqrt(own.roundTripShare), stored[t]![h]!])
      problem.atLeast(`ride-through.${site.id}.${label}.${id}`, 'MWh', [...kept, ...need], 0)
    }
  }
}
