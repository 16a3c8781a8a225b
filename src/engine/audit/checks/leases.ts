import type { AuditLine } from '../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../audited.ts'
import { HOURS_PER_WEEK } from '../calendar.ts'
import { agrees, atLeast, atMost } from '../line.ts'
import type { Simulation } from '../year/siteYear.ts'

const CHECK = 'leases'
const TOLERANCE = 0.01
const NOISE_TOK_S = 10
const NOISE_ACCEL = 0.05

/** Leased accelerators are within the offer, suffice for the busiest minute, and serve what flows to them. */
export function checkLeases(audited: Audited, { weeks }: Simulation): AuditLine[] {
  const { plan, result, quarters, speeds } = audited
  return plan.distribution.leases.flatMap((lease) =>
    quarters.flatMap((period, t) => {
      const week = [...weeks.at(lease.id, t)]
      const claims = result.leases.filter((own) => own.leaseId === lease.id && own.period === period)
      const accel = sumOf(claims, (own) => own.accel)
      if (week.length === 0 && accel === 0) return []
      const needed = Array.from({ length: HOURS_PER_WEEK }, (_, hour) =>
        sumOf(week, ([classId, own]) => {
          const tokS = speeds.leasedTokS(classId, lease.id)
          return tokS > 0 ? own.peak[hour]! / tokS : Number.MAX_VALUE
        }),
      )
      const shared = {
        check: CHECK,
        path: `leases[${lease.id} ${period}].accel`,
        claimed: accel,
        unit: 'accelerators',
      }
      return [
        atMost({
          ...shared,
          what: `${lease.name} in ${period}, against the offer`,
          recomputed: lease.limitAccel,
          toleranceShare: 1e-6,
        }),
        atLeast({
          ...shared,
          what: `${lease.name} at the busiest minute of ${period}`,
          recomputed: Math.max(...needed),
          toleranceShare: TOLERANCE,
          noise: NOISE_ACCEL,
        }),
        agrees({
          check: CHECK,
          path: `leases[${lease.id} ${period}].tokS`,
          what: `Tokens served by ${lease.name} in ${period} against what flows there`,
          claimed: sumOf(claims, (own) => own.tokS),
          recomputed: sumOf(
            result.flows.filter((flow) => flow.to === lease.id && flow.period === period),
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
