import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, buildPath, listBuilds } from '../../audited.ts'
import { monthsOfYear, periodsOf } from '../../calendar.ts'
import { agrees, atMost } from '../../line.ts'
import { powerBlocks } from '../../powerBlocks.ts'
import { say } from '../../said.ts'

const CHECK = 'demand-charge'
const EXACT = 1e-6

/** The meter stays within the contract; the bill is the highest of meter, minimum take and ratchet. */
export function checkBill(audited: Audited): AuditLine[] {
  const builds = listBuilds(audited)
  return builds.flatMap(({ site, build, t }) => {
    const { power } = site
    const where = say`at ${site} in ${build.period}`
    const shared = { check: CHECK, unit: 'MW', toleranceShare: EXACT }
    const looksBack = periodsOf(audited.plan, power.ratchetMonths ?? power.ratchetQuarters * 3)
    const counts = new Set(power.ratchetOnlyMonths)
    const lookBack = builds.filter(
      (own) =>
        own.site === site &&
        own.t < t &&
        t - own.t <= looksBack &&
        (counts.size === 0 ||
          monthsOfYear(audited.plan, own.build.period).some((month) => counts.has(month))),
    )
    const ratchet = lookBack.map((own) => power.ratchetShare * own.build.meteredMw)
    return [
      atMost({
        ...shared,
        path: buildPath(build, 'meteredMw'),
        what: say`Metered peak against the contract ${where}`,
        claimed: build.meteredMw,
        recomputed: build.contractedMw + build.flexibleMw,
      }),
      atMost({
        ...shared,
        path: buildPath(build, 'drawnMwBySlice'),
        what: say`Energy drawn against the metered peak ${where}`,
        claimed: Math.max(0, ...powerBlocks(audited, site, build, t).map(({ drawnMw }) => drawnMw)),
        recomputed: build.meteredMw,
        noise: 1e-4,
      }),
      ...(power.demandChargeUsdPerKwMonth > 0
        ? [
            agrees({
              ...shared,
              path: buildPath(build, 'billedMw'),
              what: say`Billed demand ${where}`,
              claimed: build.billedMw,
              recomputed: Math.max(build.meteredMw, power.minimumTakeShare * build.contractedMw, ...ratchet),
            }),
          ]
        : []),
    ]
  })
}
