import { getEnergySource } from '../../../../catalog/find.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { SiteBuild } from '../../../../plan/result/siteBuild.ts'
import type { Site } from '../../../../plan/schema/site.ts'
import { type Audited, type ListedBuild, listBuilds, sumOf } from '../../audited.ts'
import { monthsIn, yearsIn } from '../../calendar.ts'
import { atLeast, atMost } from '../../line.ts'
import { powerBlocks } from '../../powerBlocks.ts'
import { say } from '../../said.ts'

const CHECK = 'permits'
const EXACT = 1e-4

/**
 * What a site may emit and drink in each year of the plan, how much of its energy must be carbon-free in the same
 * hours, and how many rooms its crews can bring into service in a quarter. A short last year has its share.
 */
export function checkPermits(audited: Audited): AuditLine[] {
  const { plan } = audited
  const all = listBuilds(audited)
  return plan.sites.flatMap((site) => {
    const own = all.filter((one) => one.site === site)
    const years = [...Map.groupBy(own, ({ t }) => Math.floor(t * yearsIn(plan))).values()]
    return [
      ...years.flatMap((year) => yearLines(audited, site, year)),
      ...crewLines(
        site,
        own.map(({ build }) => build),
        monthsIn(plan),
      ),
    ]
  })
}

function yearLines(audited: Audited, site: Site, listed: readonly ListedBuild[]): AuditLine[] {
  const year = listed.map(({ build }) => build)
  const [first] = year
  const name = `${site.id} from ${first!.period}`
  const shareOfYear = year.length * yearsIn(audited.plan)
  const shared = { check: CHECK, toleranceShare: EXACT }
  const { carbonLimitTonnesPerYear: carbon, minimumCleanShare: clean } = site.power
  const { waterLimitM3PerYear: water } = site.facility
  const lines: AuditLine[] = []
  if (carbon !== undefined) {
    lines.push(
      atMost({
        ...shared,
        path: `builds[${name}].co2Tonnes`,
        what: say`CO2 of ${site} in the year from ${first!.period}`,
        claimed: sumOf(year, (build) => build.co2Tonnes),
        recomputed: carbon * shareOfYear,
        unit: 't',
      }),
    )
  }
  if (water !== undefined) {
    lines.push(
      atMost({
        ...shared,
        path: `builds[${name}].waterM3`,
        what: say`Water of ${site} in the year from ${first!.period}`,
        claimed: sumOf(year, (build) => build.waterM3),
        recomputed: water * shareOfYear,
        unit: 'm3',
      }),
    )
  }
  if (clean > 0) {
    const energy = listed.map(({ build, t }) => cleanAndAll(audited, site, build, t))
    lines.push(
      atLeast({
        ...shared,
        path: `builds[${name}].generatedMwBySlice`,
        what: say`Carbon-free energy of ${site} in the hours of its load, in the year from ${first!.period}`,
        claimed: sumOf(energy, (own) => own.cleanMwh),
        recomputed: clean * sumOf(energy, (own) => own.allMwh),
        unit: 'MWh',
      }),
    )
  }
  return lines
}

/** MWh that a site takes in a quarter, and of them those from plant and contracts that emit nothing. */
function cleanAndAll(audited: Audited, site: Site, build: SiteBuild, t: number) {
  const { power } = site
  const emitsNothing = (own: { readonly energySourceId: string; readonly tco2PerMwh?: number | undefined }) =>
    (own.tco2PerMwh ?? getEnergySource(audited.catalog, own.energySourceId).gco2PerKwhDirect ?? 0) === 0
  const blocks = powerBlocks(audited, site, build, t).map((own) => {
    const plant = power.onSite.map((one) => ({ one, mw: own.generatedMw(one.id) }))
    const bought = power.contracts.map((one) => ({ one, mw: own.contractMw(one.id) }))
    const sources = [...plant, ...bought]
    return {
      hours: own.hours,
      allMw: own.drawnMw + sumOf(sources, ({ mw }) => mw) + own.storedMw,
      cleanMw: sumOf(sources, ({ one, mw }) => (emitsNothing(one) ? mw : 0)),
    }
  })
  return {
    allMwh: sumOf(blocks, ({ hours, allMw }) => hours * allMw),
    cleanMwh: sumOf(blocks, ({ hours, allMw, cleanMw }) => hours * Math.min(allMw, cleanMw)),
  }
}

function crewLines(site: Site, builds: readonly SiteBuild[], months: number): AuditLine[] {
  const { maxPhasesPerQuarter: most } = site.facility
  if (most === undefined) return []
  // Months are looked at three on end.
  const back = Math.max(1, 3 / months)
  return builds.map((build, i) =>
    atMost({
      check: CHECK,
      path: `builds[${site.id} ${build.period}].phases`,
      what: say`Phases brought into service at ${site} in ${build.period}, against the crews`,
      claimed: build.phases - (builds[i - back]?.phases ?? 0),
      recomputed: most * Math.max(1, months / 3),
      unit: 'phases',
      toleranceShare: 0,
    }),
  )
}
