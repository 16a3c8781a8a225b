import type { Column, Term } from '../../../problem/problem.ts'
import { fixedItMw } from '../../aidc/facility.ts'
import { type PowerSite, scale, slicesIn } from '../context.ts'
import type { ItLoad } from './load.ts'
import { type UnservedEnergy, unservedTerms } from './unserved.ts'

/**
 * [period] facility MW to be supplied at the busiest minute under design conditions.
 *
 *   critical[t] >= PUEdesign x (fixed[t] - unserved[t,h] + IT peak[t,h])  for every slice
 */
export function declareCritical(power: PowerSite, load: ItLoad, unserved: UnservedEnergy): Column[] {
  const { problem, inputs, site, siteIndex, energy } = power
  const { pueDesign } = inputs.climate[siteIndex]!
  return inputs.periods.map((period, t) => {
    const name = `critical.${site.id}.${period.label}`
    const critical: Term = [1, problem.variable(name, 'MW')]
    for (const slice of slicesIn(power, t)) {
      const h = slice.index
      const missing = unservedTerms(unserved, t, h, pueDesign)
      const asked = scale(load.peak(t, slice.loadIndex), -pueDesign)
      const fixed = pueDesign * fixedItMw(inputs, siteIndex, t) * energy.fixedShare.peak[t]![h]!
      problem.atLeast(`${name}.${slice.id}`, 'MW', [critical, ...missing, ...asked], fixed)
    }
    return critical[1]
  })
}
