import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, buildPath, type ListedBuild, listBuilds, sumOf } from '../../audited.ts'
import { atLeast, atMost } from '../../line.ts'
import { plantKind } from '../../plantKind.ts'
import { say } from '../../said.ts'
import { storageOf } from '../../storageOf.ts'

const CHECK = 'stress'
const EXACT = 1e-5
const NOISE_MW = 1e-4

/**
 * The worst event of a grid that may curtail: what is left of it, plant that runs in those hours and storage that lasts
 * through them carry the peak; sun and wind may be away, and no plant runs above what stands of it.
 */
export function checkStress(audited: Audited): AuditLine[] {
  return listBuilds(audited).flatMap((own) => {
    const { flexible } = own.site.power
    if (!flexible || flexible.hoursPerYear === 0) return []
    return [carryLine(audited, own, flexible), ...runLines(audited, own)]
  })
}

type Flexible = NonNullable<ListedBuild['site']['power']['flexible']>

function carryLine(audited: Audited, { site, build }: ListedBuild, flexible: Flexible): AuditLine {
  const direct = site.power.contracts.filter(({ isDirect }) => isDirect)
  const storedMw = sumOf(site.power.onSite, (plant) => {
    const storage = storageOf(audited.catalog, plant)
    if (!storage) return 0
    const mw = build.onSiteMw[plant.id] ?? 0
    const givenMwh = mw * storage.hours * Math.sqrt(storage.roundTripShare)
    return Math.min(mw, givenMwh / flexible.hoursPerEvent)
  })
  return atLeast({
    check: CHECK,
    path: buildPath(build, 'stressMw'),
    what: say`Power left at ${site} in ${build.period} while the grid curtails, against the peak`,
    claimed:
      build.contractedMw +
      build.flexibleMw -
      flexible.curtailedShare * build.flexibleMw +
      sumOf(Object.values(build.stressMw), (mw) => mw) +
      storedMw +
      sumOf(direct, ({ id, firmShare }) => firmShare * (build.contractMw[id] ?? 0)),
    recomputed: build.peakMw,
    unit: 'MW',
    toleranceShare: EXACT,
    noise: NOISE_MW,
  })
}

function runLines({ catalog }: Audited, { site, build }: ListedBuild): AuditLine[] {
  return site.power.onSite.flatMap((plant) => {
    const mw = build.stressMw[plant.id]
    if (mw === undefined) return []
    const kind = plantKind(catalog, plant)
    const canRun = kind === 'unit' || kind === 'standby'
    return [
      atMost({
        check: CHECK,
        path: `${buildPath(build, 'stressMw')}.${plant.id}`,
        what: say`Output of ${plant.id} at ${site} in ${build.period} while the grid curtails`,
        claimed: mw,
        recomputed: canRun ? (build.onSiteMw[plant.id] ?? 0) : 0,
        unit: 'MW',
        toleranceShare: EXACT,
        noise: NOISE_MW,
      }),
    ]
  })
}
