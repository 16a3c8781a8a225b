import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, buildPath } from '../../audited.ts'
import { agrees } from '../../line.ts'
import { say } from '../../said.ts'
import { lostShare } from '../../year/outages.ts'
import type { Simulation } from '../../year/siteYear.ts'

const CHECK = 'outages'
/** What may be lost to failed servers: 44 hours a year of one in a hundred, about three nines and a half. */
const TOLERANCE = 0.005

/** Tokens served through seeded years of failing servers, repairs and spares, against those claimed. */
export function checkOutages({ plan, names }: Audited, { sites }: Simulation): AuditLine[] {
  return sites.flatMap(({ site, build, week }, place) =>
    plan.accelerators.flatMap((accelerator, g) => {
      const busy = week.busyUnits.get(accelerator.id)
      const inService = build.unitsByAccelerator[accelerator.id] ?? 0
      if (!busy || inService <= 0) return []
      const seed = 1 + place * 100 + g
      return [
        agrees({
          check: CHECK,
          path: `${buildPath(build, 'unitsByAccelerator')}.${accelerator.id}`,
          what: say`Work done by ${names.accelerator(accelerator.id)} at ${site} in ${build.period} with failures and spares`,
          claimed: 1,
          recomputed: 1 - lostShare(accelerator, inService, busy, seed),
          unit: 'of the tokens',
          toleranceShare: TOLERANCE,
        }),
      ]
    }),
  )
}
