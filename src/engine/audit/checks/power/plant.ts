import { getEnergySource, getRegion } from '../../../../catalog/find.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { SiteBuild } from '../../../../plan/result/siteBuild.ts'
import type { Site } from '../../../../plan/schema/site.ts'
import { type Audited, buildPath, listBuilds, sumOf } from '../../audited.ts'
import { periodsOf } from '../../calendar.ts'
import { energyMwh } from '../../dispatch.ts'
import { agrees, atMost } from '../../line.ts'
import { powerBlocks } from '../../powerBlocks.ts'
import { say } from '../../said.ts'

const CHECK = 'plant'
const EXACT = 1e-5
const NOISE_MW = 1e-4
const FIRST_SUN_H = 5
const LAST_SUN_H = 19

/** Plant on site: within what may be built, not before it can be there, and never above what it can give. */
export function checkPlant(audited: Audited): AuditLine[] {
  const { plan, catalog, result } = audited
  return listBuilds(audited).flatMap(({ site, build, t }) =>
    site.power.onSite.flatMap((plant) => {
      const row = getEnergySource(catalog, plant.energySourceId)
      const where = say`${plant.id} at ${site} in ${build.period}`
      const factor = plant.availabilityShare ?? row.capacityFactorMax
      const installedMw = build.onSiteMw[plant.id] ?? 0
      const generated = build.generatedMwBySlice[plant.id] ?? []
      const noonUtc = 12 - getRegion(catalog, site.catalogRegionId).lon / 15
      const isSolar = plant.energySourceId.startsWith('pv')
      const overs = powerBlocks(audited, site, build, t).map(({ slice, generatedMw, outputOf }) => {
        const sunny =
          slice.hoursUtc.filter((hour) => isDay(hour + 0.5 - noonUtc)).length / slice.hoursUtc.length
        const share = outputOf(row.id, factor) ?? (isSolar ? sunny : factor)
        return { mw: generatedMw(plant.id), mostMw: installedMw * share }
      })
      const worst = overs.reduce((most, own) => (own.mw - own.mostMw > most.mw - most.mostMw ? own : most), {
        mw: 0,
        mostMw: installedMw,
      })
      const units = build.onSiteUnits[plant.id]
      return [
        ...(units === undefined
          ? []
          : [
              agrees({
                check: CHECK,
                path: `${buildPath(build, 'onSiteUnits')}.${plant.id}`,
                what: say`Units of ${where}, against its megawatts`,
                claimed: units,
                recomputed: installedMw / plant.unitMw,
                unit: 'units',
                toleranceShare: EXACT,
              }),
            ]),
        atMost({
          check: CHECK,
          path: `${buildPath(build, 'onSiteMw')}.${plant.id}`,
          what: say`Installed ${where}`,
          claimed: installedMw,
          recomputed: t >= periodsOf(plan, plant.leadMonths ?? row.leadTimeMonths ?? 0) ? plant.maxMw : 0,
          unit: 'MW',
          toleranceShare: EXACT,
        }),
        atMost({
          check: CHECK,
          path: `${buildPath(build, 'generatedMwBySlice')}.${plant.id}`,
          what: say`Output of ${where} in the slice that asks most of it`,
          claimed: worst.mw,
          recomputed: worst.mostMw,
          unit: 'MW',
          toleranceShare: EXACT,
          noise: NOISE_MW,
        }),
        atMost({
          check: CHECK,
          path: `${buildPath(build, 'generatedMwBySlice')}.${plant.id}`,
          what: say`Energy of ${where}, against its capacity factor`,
          claimed: energyMwh(result.slices, generated),
          recomputed: installedMw * producedHours(audited, site, build, t, row.id, factor),
          unit: 'MWh',
          toleranceShare: 0.01,
        }),
      ]
    }),
  )
}

/** Hours at full power that a plant can make of a period: its capacity factor, or what the days of the period say. */
function producedHours(
  audited: Audited,
  site: Site,
  build: SiteBuild,
  t: number,
  energySourceId: string,
  factor: number,
): number {
  return sumOf(
    powerBlocks(audited, site, build, t),
    ({ hours, outputOf }) => hours * (outputOf(energySourceId, factor) ?? factor),
  )
}

/** Whether the sun may be up so many hours from solar noon. */
function isDay(hoursFromNoon: number): boolean {
  const solar = (((12 + hoursFromNoon) % 24) + 24) % 24
  return solar >= FIRST_SUN_H && solar <= LAST_SUN_H
}
