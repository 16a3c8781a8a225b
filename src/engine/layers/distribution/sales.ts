import { SECONDS_PER_HOUR } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import type { Period } from '../../derive/periods.ts'
import type { Column, Problem, Term } from '../../problem/problem.ts'
import { royaltyUsdPerMTok } from '../models/royalty.ts'

/** Units of one accelerator at one site that work for a market, [period][slice]. */
export interface Sold {
  readonly saleIndex: number
  readonly siteIndex: number
  readonly acceleratorIndex: number
  readonly columns: readonly (readonly Column[])[]
}

/**
 * Layer 5, what is left over is sold: units in service that no demand needs work for a market, as deep as it is.
 *
 *   tokens              sum_{s,g} speed[w,g] sold[s,g,t,h] <= depth, million tokens per second of class w
 *   accelerator-hours   sum_s accelerators per unit x sold[s,t,h] <= depth, accelerators
 *
 * Revenue, less the market's take and a model's royalty, stands in the objective as a negative cost. Units sold draw full
 * power and cannot serve: they stand in the work row of `accelerators.ts`. Every column is inside one period.
 */
export function declareSales(problem: Problem, inputs: Inputs): Sold[] {
  const { plan, periods, slices } = inputs
  return plan.distribution.sales.flatMap((sale, saleIndex) => {
    const own = plan.sites.flatMap((site, siteIndex) =>
      plan.accelerators.flatMap((accelerator, acceleratorIndex): Sold[] => {
        if (perUnit(inputs, saleIndex, acceleratorIndex) <= 0) return []
        const key = `${sale.id}.${site.id}.${accelerator.id}`
        const columns = periods.map((period) =>
          slices.map((slice) =>
            problem.variable(`sold.${key}.${period.label}.${slice.id}`, 'units', {
              cost:
                (-soldUsdPerUnitH(inputs, saleIndex, acceleratorIndex, period) *
                  slice.hoursPerPeriod *
                  period.discount) /
                1e6,
            }),
          ),
        )
        return [{ saleIndex, siteIndex, acceleratorIndex, columns }]
      }),
    )
    for (const period of periods)
      for (const slice of slices) {
        const terms = own.map(
          (sold): Term => [
            perUnit(inputs, saleIndex, sold.acceleratorIndex),
            sold.columns[period.index]![slice.index]!,
          ],
        )
        const unit = sale.kind === 'tokens' ? 'Mtok/s' : 'accelerators'
        if (terms.length > 0)
          problem.atMost(`market.${sale.id}.${period.label}.${slice.id}`, unit, terms, sale.depth)
      }
    return own
  })
}

/** What one unit brings to a market: million tokens per second, or accelerators; 0: nothing that it deals in. */
function perUnit({ plan, classes, speed }: Inputs, saleIndex: number, acceleratorIndex: number): number {
  const sale = plan.distribution.sales[saleIndex]!
  const accelerator = plan.accelerators[acceleratorIndex]!
  if (sale.kind === 'accelerator-hours')
    return sale.acceleratorId === accelerator.id ? accelerator.accelPerUnit : 0
  const classIndex = classes.findIndex((own) => own.id === sale.classId)
  return speed[classIndex]?.[acceleratorIndex]?.mTokSPerUnit ?? 0
}

/** USD that an hour of one unit brings. */
function soldUsdPerUnitH(
  inputs: Inputs,
  saleIndex: number,
  acceleratorIndex: number,
  period: Period,
): number {
  const sale = inputs.plan.distribution.sales[saleIndex]!
  const price = inputs.saleUsd[saleIndex]![period.index]! * (1 - sale.takeShare)
  const amount = perUnit(inputs, saleIndex, acceleratorIndex)
  if (sale.kind === 'accelerator-hours') return amount * price
  const classIndex = inputs.classes.findIndex((own) => own.id === sale.classId)
  const royalty = royaltyUsdPerMTok(inputs, inputs.speed[classIndex]![acceleratorIndex]!)
  return amount * SECONDS_PER_HOUR * (price - royalty)
}
