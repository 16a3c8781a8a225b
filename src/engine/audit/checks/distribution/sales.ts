import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees, atMost } from '../../line.ts'
import { salePayments } from '../../money/salePayments.ts'
import { say } from '../../said.ts'

const CHECK = 'sales'

/** Markets take no more at once than they are deep, and pay what they promise. */
export function checkSales(audited: Audited): AuditLine[] {
  const { plan, result, quarters, speeds } = audited
  const payments = salePayments(audited)
  return plan.distribution.sales.flatMap((sale) =>
    quarters.flatMap((period, t) => {
      const own = result.sales.filter((item) => item.saleId === sale.id && item.period === period)
      if (own.length === 0) return []
      const taken = result.slices.map((_, h) =>
        sumOf(own, (item) => {
          const perUnit =
            sale.kind === 'tokens'
              ? speeds.ownTokS(sale.classId ?? '', item.acceleratorId) / 1e6
              : (plan.accelerators.find((one) => one.id === item.acceleratorId)?.accelPerUnit ?? 0)
          return perUnit * (item.unitsBySlice[h] ?? 0)
        }),
      )
      const paid = payments.filter((item) => item.name === `Sold: ${sale.name}` && item.t === t)
      return [
        atMost({
          check: CHECK,
          path: `sales[${sale.id} ${period}].unitsBySlice`,
          what: say`What ${sale} takes at once in ${period}, against its depth`,
          claimed: Math.max(...taken),
          recomputed: sale.depth,
          unit: sale.kind === 'tokens' ? 'Mtok/s' : 'accelerators',
          toleranceShare: 1e-4,
        }),
        agrees({
          check: CHECK,
          path: `sales[${sale.id} ${period}].revenueMusd`,
          what: say`What ${sale} pays in ${period}, before discounting`,
          claimed: sumOf(own, (item) => item.revenueMusd),
          recomputed: -sumOf(paid, (item) => item.usd / 1e6),
          unit: 'million USD',
          toleranceShare: 2e-3,
          noise: 1e-4,
        }),
      ]
    }),
  )
}
