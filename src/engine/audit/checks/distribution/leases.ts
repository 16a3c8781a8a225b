import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { HOURS_PER_WEEK, periodsOf } from '../../calendar.ts'
import { leasedSecondsPerTok } from '../../leasedModels.ts'
import { agrees, atLeast, atMost } from '../../line.ts'
import { tokenPayments } from '../../money/tokenPayments.ts'
import { say } from '../../said.ts'
import type { Simulation } from '../../year/siteYear.ts'
import { outsideLines } from './outsideLines.ts'

const CHECK = 'leases'
const TOLERANCE = 0.01
const NOISE_ACCEL = 0.05

/** Leased accelerators are within the offer, suffice for the busiest minute, and serve what flows to them. */
export function checkLeases(audited: Audited, { weeks }: Simulation): AuditLine[] {
  const { plan, result, quarters } = audited
  const payments = tokenPayments(audited)
  return plan.distribution.leases.flatMap((lease) =>
    quarters.flatMap((period, t) => {
      const week = [...weeks.at(lease.id, t)]
      const claims = result.leases.filter((own) => own.leaseId === lease.id && own.period === period)
      const accel = sumOf(claims, (own) => own.accel)
      if (week.length === 0 && accel === 0) return []
      const secondsOf = new Map(
        week.map(([classId]) => [
          classId,
          result.slices.map((_, h) => leasedSecondsPerTok(audited, lease.id, classId, period, h)),
        ]),
      )
      const needed = Array.from({ length: HOURS_PER_WEEK }, (_, hour) =>
        sumOf(week, ([classId, own]) => {
          const seconds = secondsOf.get(classId)![weeks.sliceOfHour[hour]!]
          return seconds == null ? Number.MAX_VALUE : own.peak[hour]! * seconds
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
          what: say`${lease} in ${period}, against the offer`,
          recomputed: lease.limitAccel,
          toleranceShare: 1e-6,
        }),
        atLeast({
          ...shared,
          what: say`${lease} at the busiest minute of ${period}`,
          recomputed: Math.max(...needed),
          toleranceShare: TOLERANCE,
          noise: NOISE_ACCEL,
        }),
        ...(lease.termQuarters === 0
          ? []
          : [
              agrees({
                ...shared,
                what: say`${lease} held in ${period}, against the blocks whose term covers it`,
                recomputed: sumOf(result.leases, (own) => {
                  const begun = quarters.indexOf(own.period)
                  const isHeld =
                    own.leaseId === lease.id &&
                    begun <= t &&
                    t < begun + periodsOf(plan, lease.termQuarters * 3)
                  return isHeld ? own.begunAccel : 0
                }),
                toleranceShare: 1e-6,
                noise: NOISE_ACCEL,
              }),
            ]),
        ...outsideLines(audited, payments, {
          check: CHECK,
          path: `leases[${lease.id} ${period}]`,
          id: lease.id,
          name: lease.name,
          payment: `Lease ${lease.name}`,
          tokens: say`Tokens served by ${lease}`,
          period,
          t,
          claims,
        }),
      ]
    }),
  )
}
