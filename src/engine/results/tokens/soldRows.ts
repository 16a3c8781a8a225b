import type { PlanResult } from '../../../plan/result/result.ts'
import type { Reader } from '../reader.ts'
import { bySlice } from './bySlice.ts'

/** Below this many units a value is solver noise. */
const NOISE = 1e-6

/** Units that work for each market, and what they bring before discounting. */
export function soldRows(reader: Reader): PlanResult['sales'] {
  const { inputs, accelerators, problem } = reader.formulation
  const { plan } = inputs
  return accelerators.sold.flatMap((sold) =>
    inputs.periods.flatMap((period, t) => {
      const columns = sold.columns[t]!
      if (columns.every((column) => reader.at(column) <= NOISE)) return []
      const musd = columns.reduce((sum, column) => sum - problem.cost[column]! * reader.at(column), 0)
      return [
        {
          period: period.label,
          saleId: plan.distribution.sales[sold.saleIndex]!.id,
          siteId: plan.sites[sold.siteIndex]!.id,
          acceleratorId: plan.accelerators[sold.acceleratorIndex]!.id,
          unitsBySlice: bySlice(reader, columns),
          revenueMusd: musd / period.discount,
        },
      ]
    }),
  )
}
