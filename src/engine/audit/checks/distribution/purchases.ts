import type { AuditLine } from '../../../../plan/result/audit.ts'
import { offerLine } from '../../../../plan/tiers.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { HOURS_PER_WEEK } from '../../calendar.ts'
import { atMost } from '../../line.ts'
import { tokenPayments } from '../../money/tokenPayments.ts'
import { say } from '../../said.ts'
import type { Simulation } from '../../year/siteYear.ts'
import { outsideLines } from './outsideLines.ts'
import { uptakeLines } from './uptake.ts'

const CHECK = 'purchases'

/** Tokens bought are within the provider's limit at the busiest minute, cost their price, and are what flows there. */
export function checkPurchases(audited: Audited, simulation: Simulation): AuditLine[] {
  const { weeks } = simulation
  const { plan, result, quarters } = audited
  const payments = tokenPayments(audited)
  return plan.distribution.apis.flatMap((api) =>
    quarters.flatMap((period, t) => {
      const claims = result.purchases.filter((own) => own.apiId === api.id && own.period === period)
      const week = [...weeks.at(api.id, t).values()]
      if (claims.length === 0 && week.length === 0) return []
      const path = `purchases[${api.id} ${period}]`
      const busiest = Math.max(
        ...Array.from({ length: HOURS_PER_WEEK }, (_, hour) => sumOf(week, (own) => own.peak[hour]!)),
      )
      return [
        atMost({
          check: CHECK,
          path,
          what: say`Tokens to ${api} at the busiest minute of ${period}, against its limit`,
          claimed: busiest / 1e6,
          recomputed: api.limitMTokS,
          unit: 'Mtok/s',
          toleranceShare: 0.01,
        }),
        ...uptakeLines(audited, simulation, api, t),
        ...(api.tier === 'device'
          ? []
          : outsideLines(audited, payments, {
              check: CHECK,
              path,
              id: api.id,
              name: api.name,
              payment: offerLine(api),
              tokens: say`Tokens bought of ${api}`,
              period,
              t,
              claims,
            })),
      ]
    }),
  )
}
