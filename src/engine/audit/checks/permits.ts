import { getEnergySource } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { AuditLine } from '../../../plan/result/audit.ts'
import type { PlanResult, SiteBuild } from '../../../plan/result/result.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { type Audited, listBuilds, sumOf } from '../audited.ts'
import { quartersIn, yearsIn } from '../calendar.ts'
import { energyMwh } from '../dispatch.ts'
import { atLeast, atMost } from '../line.ts'

const CHECK = 'permits'
const EXACT = 1e-4

/**
 * What a site may emit and drink in each year of the plan, how much of its energy must be carbon-free in the same
 * hours, and how many rooms its crews can bring into service in a quarter. A short last year has its share.
 */
export function checkPermits(audited: Audited): AuditLine[] {
  const { plan, catalog, result } = audited
  const all = listBuilds(audited)
  return plan.sites.flatMap((site) => {
    const own = all.filter((one) => one.site === site)
    const years = [...Map.groupBy(own, ({ t }) => Math.floor(t * yearsIn(plan))).values()]
    return [
      ...years.flatMap((year) =>
        yearLines(
          yearsIn(plan),
          catalog,
          result,
          site,
          year.map(({ build }) => build),
        ),
      ),
      ...crewLines(
        site,
        own.map(({ build }) => build),
        quartersIn(plan),
      ),
    ]
  })
}

function yearLines(
  periodYears: number,
  catalog: Catalog,
  result: PlanResult,
  site: Site,
  year: readonly SiteBuild[],
): AuditLine[] {
  const [first] = year
  const name = `${site.id} from ${first!.period}`
  const shareOfYear = year.length * periodYears
  const shared = { check: CHECK, toleranceShare: EXACT }
  const { carbonLimitTonnesPerYear: carbon, minimumCleanShare: clean } = site.power
  const { waterLimitM3PerYear: water } = site.facility
  const lines: AuditLine[] = []
  if (carbon !== undefined) {
    lines.push(
      atMost({
        ...shared,
        path: `builds[${name}].co2Tonnes`,
        what: `CO2 of ${site.name} in the year from ${first!.period}`,
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
        what: `Water of ${site.name} in the year from ${first!.period}`,
        claimed: sumOf(year, (build) => build.waterM3),
        recomputed: water * shareOfYear,
        unit: 'm3',
      }),
    )
  }
  if (clean > 0) {
    const energy = year.map((build) => cleanAndAll(catalog, result, site, build))
    lines.push(
      atLeast({
        ...shared,
        path: `builds[${name}].generatedMwBySlice`,
        what: `Carbon-free energy of ${site.name} in the hours of its load, in the year from ${first!.period}`,
        claimed: sumOf(energy, (own) => own.cleanMwh),
        recomputed: clean * sumOf(energy, (own) => own.allMwh),
        unit: 'MWh',
      }),
    )
  }
  return lines
}

/** MWh that a site takes in a quarter, and of them those from plant and contracts that emit nothing. */
function cleanAndAll(catalog: Catalog, { slices }: PlanResult, { power }: Site, build: SiteBuild) {
  const emitsNothing = (own: { readonly energySourceId: string; readonly tco2PerMwh?: number | undefined }) =>
    (own.tco2PerMwh ?? getEnergySource(catalog, own.energySourceId).gco2PerKwhDirect ?? 0) === 0
  const sources = [
    ...power.onSite.map((own) => ({ own, bySlice: build.generatedMwBySlice[own.id] ?? [] })),
    ...power.contracts.map((own) => ({ own, bySlice: build.contractMwBySlice[own.id] ?? [] })),
  ]
  const storages = Object.values(build.storageMwBySlice)
  const all = slices.map(
    (_, h) =>
      (build.drawnMwBySlice[h] ?? 0) +
      sumOf(sources, ({ bySlice }) => bySlice[h] ?? 0) +
      sumOf(storages, ({ charged, discharged }) => (discharged[h] ?? 0) - (charged[h] ?? 0)),
  )
  const clean = slices.map((_, h) =>
    sumOf(sources, ({ own, bySlice }) => (emitsNothing(own) ? (bySlice[h] ?? 0) : 0)),
  )
  return {
    allMwh: energyMwh(slices, all),
    cleanMwh: energyMwh(
      slices,
      clean.map((mw, h) => Math.min(mw, all[h]!)),
    ),
  }
}

function crewLines(site: Site, builds: readonly SiteBuild[], quarters: number): AuditLine[] {
  const { maxPhasesPerQuarter: most } = site.facility
  if (most === undefined) return []
  return builds.map((build, i) =>
    atMost({
      check: CHECK,
      path: `builds[${site.id} ${build.period}].phases`,
      what: `Phases brought into service at ${site.name} in ${build.period}, against the crews`,
      claimed: build.phases - (builds[i - 1]?.phases ?? 0),
      recomputed: most * quarters,
      unit: 'phases',
      toleranceShare: 0,
    }),
  )
}
