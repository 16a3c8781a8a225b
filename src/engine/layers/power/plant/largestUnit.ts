import { periodsOf } from '../../../../plan/calendar.ts'
import type { Column, Term } from '../../../problem/problem.ts'
import { type PowerSite, scale } from '../context.ts'
import { flexibleTerms, type GridService, heldTerms } from '../grid/gridService.ts'
import { type BehindMeter, creditTerms } from './behindMeter.ts'

/**
 * The peak with the largest unit out, for each kind k of plant in whole units, standing[k] being 1 once it has any:
 *
 *   1. standing  units[k,t] <= most units x standing[k,t]
 *   2. out       grid kept[t] + sum_r unit MW_r units[r,t] - unit MW_k standing[k,t] + credit of all else >= critical[t]
 *
 * Units that are not out count with all their megawatts: their outages are what the row stands for.
 */
export function declareLargestUnitOut(
  { problem, inputs, site }: PowerSite,
  critical: readonly Column[],
  service: GridService,
  own: BehindMeter,
): void {
  if (!site.power.largestUnitOut) return
  const unitPlants = own.plants.filter(({ source }) => source.kind !== 'weather')
  const rest = { ...own, plants: own.plants.filter(({ source }) => source.kind === 'weather') }
  const kept = 1 - (site.power.flexible?.curtailedShare ?? 0)
  for (const { source, units } of unitPlants) {
    for (const period of inputs.periods.slice(periodsOf(inputs.plan, source.leadMonths))) {
      const t = period.index
      const name = `${site.id}.${source.id}.${period.label}`
      const standing = problem.variable(`standing.${name}`, 'plants', { isInteger: true, upper: 1 })
      const any: Term[] = [
        [1, units[t]!],
        [-source.maxUnits, standing],
      ]
      problem.atMost(`stands.${name}`, 'units', any, 0)
      const inService = unitPlants.map((plant): Term => [plant.source.unitMw, plant.units[t]!])
      const grid = [...heldTerms(service, t), ...flexibleTerms(service, t, kept)]
      const terms = [
        ...grid,
        ...inService,
        ...creditTerms(rest, t),
        ...scale([[1, standing]], -source.unitMw),
      ]
      problem.atLeast(`largest-out.${name}`, 'MW', [...terms, [-1, critical[t]!]], 0)
    }
  }
}
