import { DAYS_PER_YEAR } from '../../../../plan/units.ts'
import type { Term } from '../../../problem/problem.ts'
import type { PowerSite } from '../context.ts'
import type { Plant } from './plant.ts'

/**
 * What permits and fuel allow.
 *
 *   1. hours  sum over a year of (hours gen + stress hours stressGen) <= hours a year x mean MW of the year
 *   2. fuel   sum_h hours gen[t,h] <= MWh a day x days
 *
 * `stressMwh` gives the MWh that a plant runs in a period's hours of stress.
 */
export function declareRunLimits(
  power: PowerSite,
  { source, units, generated }: Plant,
  stressMwh: (t: number) => readonly Term[],
): void {
  const { problem, inputs, site, slices } = power
  const energy = (t: number): Term[] => [
    ...slices.map((slice, h): Term => [slice.hoursIn[t]!, generated[t]![h]!]),
    ...stressMwh(t),
  ]
  const { maxHoursPerYear, fuelLimitMwhPerDay } = source
  if (maxHoursPerYear !== null) {
    for (const year of Map.groupBy(inputs.periods, (period) => Math.floor(period.midYears)).values()) {
      const ran = year.flatMap(({ index }) => energy(index))
      const allowed = year.map(({ index, lengthYears }): Term => {
        return [-maxHoursPerYear * lengthYears * source.unitMw, units[index]!]
      })
      const name = `run-hours.${site.id}.${source.id}.${year[0]!.label}`
      problem.atMost(name, 'MWh', [...ran, ...allowed], 0)
    }
  }
  if (fuelLimitMwhPerDay === null) return
  for (const period of inputs.periods) {
    const name = `fuel.${site.id}.${source.id}.${period.label}`
    problem.atMost(name, 'MWh', energy(period.index), fuelLimitMwhPerDay * DAYS_PER_YEAR * period.lengthYears)
  }
}
