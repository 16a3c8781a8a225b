import type { Inputs } from '../../derive/inputs.ts'
import { qualityOf } from '../../derive/scheduling/qualityRule.ts'
import type { Problem, Term } from '../../problem/problem.ts'
import type { Flow } from '../distribution/flows.ts'

interface Routes {
  readonly toSites: readonly Flow[]
  readonly toLeases: readonly Flow[]
  readonly toApis: readonly Flow[]
}

/**
 * Layer 6, floors that hold on average: of each class, region and period
 *
 *   sum_{m,n,h} hours_h / hours (quality[m] - floor) x[m,n,h] >= 0
 *
 * over what serves it: models at sites and leases, APIs. Tokens not served have no quality.
 */
export function declareQuality(problem: Problem, inputs: Inputs, routes: Routes): void {
  const { plan, groups, classes, periods, slices } = inputs
  const hours = slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0)
  const flows = [
    ...[...routes.toSites, ...routes.toLeases].map((flow) => ({
      flow,
      quality: qualityOf(plan, classes[flow.classIndex]!.modelId ?? ''),
    })),
    ...routes.toApis.map((flow) => ({ flow, quality: plan.distribution.apis[flow.placeIndex]!.quality })),
  ]
  groups.forEach(({ id, averageFloor }, groupIndex) => {
    if (averageFloor === null) return
    const own = flows.filter(({ flow }) => flow.groupIndex === groupIndex)
    if (own.every(({ quality }) => quality >= averageFloor)) return
    for (const period of periods) {
      const terms = own.flatMap(({ flow, quality }) =>
        slices.map((slice): Term => {
          const weight = (slice.hoursPerPeriod / hours) * (quality - averageFloor)
          return [weight, flow.columns[period.index]![slice.index]!]
        }),
      )
      problem.atLeast(`quality.${id}.${period.label}`, 'Mtok/s', terms, 0)
    }
  })
}
