import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { SiteBuild } from '../../../../plan/result/siteBuild.ts'
import type { Site } from '../../../../plan/schema/site.ts'
import { type Audited, buildPath, listBuilds, sumOf } from '../../audited.ts'
import { atLeast } from '../../line.ts'
import { plantKind, plantOf } from '../../plantKind.ts'
import { say } from '../../said.ts'

const CHECK = 'largest-unit-out'
const EXACT = 1e-5
const NOISE_MW = 1e-4

/**
 * With its largest unit out a site still carries its peak: units that are left at all of their megawatts, the grid
 * that is not curtailed, and sun, wind, storage and direct contracts at their credit.
 */
export function checkLargestUnit(audited: Audited): AuditLine[] {
  return listBuilds(audited).flatMap(({ site, build }) => {
    if (!site.power.largestUnitOut) return []
    const units = site.power.onSite.filter((plant) => isUnits(audited, plant))
    const standing = units.filter(({ id }) => (build.onSiteMw[id] ?? 0) > NOISE_MW)
    if (standing.length === 0) return []
    const largest = standing.reduce((most, own) => (own.unitMw > most.unitMw ? own : most))
    const unitsMw = sumOf(units, ({ id }) => build.onSiteMw[id] ?? 0)
    return [
      atLeast({
        check: CHECK,
        path: `${buildPath(build, 'onSiteMw')}.${largest.id}`,
        what: say`Grid and plant at ${site} in ${build.period} with a unit of ${largest.id} out, against the peak`,
        claimed: gridMw(site, build) + unitsMw - largest.unitMw + creditMw(audited, site, build),
        recomputed: build.peakMw,
        unit: 'MW',
        toleranceShare: EXACT,
        noise: NOISE_MW,
      }),
    ]
  })
}

type OnSite = Site['power']['onSite'][number]

/** Engines, turbines and standby sets, of which a whole one may be out. */
function isUnits({ catalog }: Audited, plant: OnSite): boolean {
  const kind = plantKind(catalog, plant)
  return kind === 'unit' || kind === 'standby'
}

function gridMw(site: Site, build: SiteBuild): number {
  const curtailed = site.power.flexible?.curtailedShare ?? 0
  return build.contractedMw + build.flexibleMw - curtailed * build.flexibleMw
}

/** Sun, wind, rivers and storage at their share against the peak, and contracts that come past the grid. */
function creditMw(audited: Audited, site: Site, build: SiteBuild): number {
  const others = site.power.onSite.filter((plant) => !isUnits(audited, plant))
  const direct = site.power.contracts.filter(({ isDirect }) => isDirect)
  return (
    sumOf(others, (plant) => {
      const share = plant.firmShare ?? plantOf(audited.catalog, plant).firmCapacityCredit
      return share * (build.onSiteMw[plant.id] ?? 0)
    }) + sumOf(direct, ({ id, firmShare }) => firmShare * (build.contractMw[id] ?? 0))
  )
}
