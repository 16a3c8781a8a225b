import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, buildPath, listBuilds, sumOf } from '../../audited.ts'
import { monthsFrom, periodsOf } from '../../calendar.ts'
import { agrees, atMost } from '../../line.ts'
import { nameplateKw } from '../../nameplate.ts'
import { say } from '../../said.ts'

const CHECK = 'rooms-and-cooling'
const EXACT = 1e-6

/**
 * Every unit in service is powered and cooled: nameplate of the units with the fixed load fits into the rooms and
 * under the cooling limit; rooms fit onto the site and are not there before they can be.
 */
export function checkRooms(audited: Audited): AuditLine[] {
  const { plan } = audited
  return listBuilds(audited).flatMap(({ site, build, t }) => {
    const { facility } = site
    const where = say`at ${site} in ${build.period}`
    const nameplateMw = sumOf(
      Object.entries(build.unitsByAccelerator),
      ([id, units]) => (units * nameplateKw(plan.accelerators.find((own) => own.id === id))) / 1000,
    )
    const fixedMw = facility.fixedItMwByPeriod.slice(0, t + 1).at(-1) ?? facility.fixedItMw
    const itMw = fixedMw + nameplateMw
    const isReady =
      t >= periodsOf(plan, facility.buildMonths) && monthsFrom(facility.earliest, build.period) >= 0
    const shared = { check: CHECK, unit: 'MW IT', toleranceShare: EXACT }
    return [
      agrees({
        ...shared,
        path: buildPath(build, 'usedItMw'),
        what: say`IT load of the units in service ${where}`,
        claimed: build.usedItMw,
        recomputed: itMw,
      }),
      agrees({
        ...shared,
        path: buildPath(build, 'builtItMw'),
        what: say`Rooms ${where}`,
        claimed: build.builtItMw,
        recomputed: facility.existingItMw + build.phases * facility.moduleItMw,
      }),
      atMost({
        ...shared,
        path: buildPath(build, 'phases'),
        what: say`Rooms against what may stand ${where}`,
        claimed: build.phases * facility.moduleItMw,
        recomputed: isReady ? Math.max(0, facility.maxItMw - facility.existingItMw) : 0,
      }),
      atMost({
        ...shared,
        path: buildPath(build, 'unitsByAccelerator'),
        what: say`Units in service against rooms ${where}`,
        claimed: itMw,
        recomputed: build.builtItMw,
      }),
      ...(facility.coolingLimitItMw === undefined
        ? []
        : [
            atMost({
              ...shared,
              path: buildPath(build, 'unitsByAccelerator'),
              what: say`Units in service against cooling ${where}`,
              claimed: itMw,
              recomputed: facility.coolingLimitItMw,
            }),
          ]),
    ]
  })
}
