import { getEnergySource } from '../../../../catalog/find.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Site } from '../../../../plan/schema/site.ts'
import { DAYS_PER_YEAR, HOURS_PER_YEAR } from '../../../../plan/units.ts'
import { type Audited, buildPath, type ListedBuild, listBuilds, sumOf } from '../../audited.ts'
import { yearsIn } from '../../calendar.ts'
import { energyMwh } from '../../dispatch.ts'
import { atMost } from '../../line.ts'
import { say } from '../../said.ts'

const CHECK = 'run-limits'
const EXACT = 1e-5
const NOISE_MWH = 0.05

type OnSite = Site['power']['onSite'][number]

/**
 * Plant on site runs no longer than its permit allows in a year, and burns no more than the pipeline or the tank
 * brings in a period; what it runs while the grid curtails counts as well.
 */
export function checkRunLimits(audited: Audited): AuditLine[] {
  const { plan } = audited
  const all = listBuilds(audited)
  return plan.sites.flatMap((site) => {
    const own = all.filter((one) => one.site === site)
    const years = [...Map.groupBy(own, ({ t }) => Math.floor(t * yearsIn(plan) + 1e-9)).values()]
    return site.power.onSite.flatMap((plant) => [
      ...years.flatMap((year) => hourLines(audited, plant, year)),
      ...own.flatMap((one) => fuelLines(audited, plant, one)),
    ])
  })
}

/** MWh at full power that the hours of a permit are worth, against those of a year; a short year has its share. */
function hourLines(audited: Audited, plant: OnSite, year: readonly ListedBuild[]): AuditLine[] {
  const { site, build: first } = year[0]!
  const row = getEnergySource(audited.catalog, plant.energySourceId)
  const permitted = row.kind === 'backup' ? row.capacityFactorMax * HOURS_PER_YEAR : undefined
  const hoursPerYear = plant.maxHoursPerYear ?? permitted
  if (hoursPerYear === undefined) return []
  return [
    atMost({
      check: CHECK,
      path: `${buildPath(first, 'generatedMwBySlice')}.${plant.id}`,
      what: say`Energy of ${plant.id} at ${site} in the year from ${first.period}, against ${round(hoursPerYear)} hours a year`,
      claimed: sumOf(year, (one) => ranMwh(audited, plant, one)),
      recomputed:
        hoursPerYear * yearsIn(audited.plan) * sumOf(year, ({ build }) => build.onSiteMw[plant.id] ?? 0),
      unit: 'MWh',
      toleranceShare: EXACT,
      noise: NOISE_MWH,
    }),
  ]
}

function fuelLines(audited: Audited, plant: OnSite, one: ListedBuild): AuditLine[] {
  const mmbtuPerMwh = getEnergySource(audited.catalog, plant.energySourceId).heatRateMmbtuPerMwhHhv
  if (plant.fuelLimitMmbtuPerDay === undefined || !mmbtuPerMwh) return []
  return [
    atMost({
      check: CHECK,
      path: `${buildPath(one.build, 'generatedMwBySlice')}.${plant.id}`,
      what: say`Fuel of ${plant.id} at ${one.site} in ${one.build.period}, against what is brought`,
      claimed: mmbtuPerMwh * ranMwh(audited, plant, one),
      recomputed: plant.fuelLimitMmbtuPerDay * DAYS_PER_YEAR * yearsIn(audited.plan),
      unit: 'MMBtu',
      toleranceShare: EXACT,
      noise: NOISE_MWH * mmbtuPerMwh,
    }),
  ]
}

/** MWh of a period, with those of its hours of stress. */
function ranMwh({ plan, result }: Audited, { id }: OnSite, { site, build }: ListedBuild): number {
  const stressH = (site.power.flexible?.hoursPerYear ?? 0) * yearsIn(plan)
  return energyMwh(result.slices, build.generatedMwBySlice[id] ?? []) + stressH * (build.stressMw[id] ?? 0)
}

const round = (hours: number): number => Number(hours.toFixed(1))
