import type { AuditLine } from '../../../../plan/result/audit.ts'
import { TOKENS_PER_MTOK } from '../../../../plan/units.ts'
import type { Audited } from '../../audited.ts'
import { HOURS_PER_WEEK } from '../../calendar.ts'
import { atMost } from '../../line.ts'
import { say } from '../../said.ts'
import type { PlaceWeek } from '../../year/placeWeek.ts'
import type { Simulation } from '../../year/siteYear.ts'

const CHECK = 'links'
const TOLERANCE = 0.01

/** What crosses a limited link at the busiest minute of the week stays within its limit. */
export function checkLinks({ plan, quarters, names }: Audited, { weeks }: Simulation): AuditLine[] {
  return plan.distribution.links.flatMap(({ regionId, siteId, limitMTokS }) =>
    quarters.map((period, t) =>
      atMost({
        check: CHECK,
        path: `flows[${regionId} ${siteId} ${period}]`,
        what: say`Tokens from ${names.region(regionId)} to ${names.place(siteId)} at the busiest minute of ${period}`,
        claimed: busiestTokS(weeks.at(siteId, t, (flow) => flow.regionId === regionId)) / TOKENS_PER_MTOK,
        recomputed: limitMTokS,
        unit: 'Mtok/s',
        toleranceShare: TOLERANCE,
      }),
    ),
  )
}

function busiestTokS(week: PlaceWeek): number {
  const classes = [...week.values()]
  const hours = Array.from({ length: HOURS_PER_WEEK }, (_, hour) =>
    classes.reduce((sum, own) => sum + own.peak[hour]!, 0),
  )
  return Math.max(...hours)
}
