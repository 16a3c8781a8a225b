import type { AuditLine } from '../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../audited.ts'
import { HOURS_PER_WEEK } from '../calendar.ts'
import { agrees, atMost } from '../line.ts'
import { tokenPayments } from '../money/tokenPayments.ts'
import type { Simulation } from '../year/siteYear.ts'

const CHECK = 'purchases'
const NOISE_TOK_S = 10

/** Tokens bought are within the provider's limit at the busiest minute, cost their price, and are what flows there. */
export function checkPurchases(audited: Audited, { weeks }: Simulation): AuditLine[] {
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
          what: `Tokens to ${api.name} at the busiest minute of ${period}, against its limit`,
          claimed: busiest / 1e6,
          recomputed: api.limitMTokS,
          unit: 'Mtok/s',
          toleranceShare: 0.01,
        }),
        agrees({
          check: CHECK,
          path: `${path}.costMusd`,
          what: `What ${api.name} costs in ${period}, before discounting`,
          claimed: sumOf(claims, (own) => own.costMusd),
          recomputed: sumOf(
            payments.filter((own) => own.name === `API ${api.name}` && own.t === t),
            (own) => own.usd / 1e6,
          ),
          unit: 'million USD',
          toleranceShare: 2e-3,
          noise: 1e-4,
        }),
        agrees({
          check: CHECK,
          path: `${path}.tokS`,
          what: `Tokens bought of ${api.name} in ${period} against what flows there`,
          claimed: sumOf(claims, (own) => own.tokS),
          recomputed: sumOf(
            result.flows.filter((flow) => flow.to === api.id && flow.period === period),
            (flow) => flow.tokS,
          ),
          unit: 'tok/s',
          toleranceShare: 1e-4,
          noise: NOISE_TOK_S,
        }),
      ]
    }),
  )
}
