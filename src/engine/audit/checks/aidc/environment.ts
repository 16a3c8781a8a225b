import { getEnergySource } from '../../../../catalog/find.ts'
import type { CoolingRow } from '../../../../plan/catalog/siteRows.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, buildPath, sumOf } from '../../audited.ts'
import { coolingMix, overMix, saidCooling } from '../../coolingMix.ts'
import { energyMwh } from '../../dispatch.ts'
import { agrees, atLeast, atMost } from '../../line.ts'
import { powerBlocks } from '../../powerBlocks.ts'
import { say } from '../../said.ts'
import type { Simulation, SiteQuarter } from '../../year/siteYear.ts'

const CHECK = 'environment'
const EXACT = 1e-4
const NOISE = 0.05
/** Towers evaporate at nearly one rate in any weather; and as far as their hours differ, two weathers may. */
const STEADY_SPREAD = 0.1
const STEADY_TOLERANCE = 0.03
/** The plan's energy errs upward (see the power check), and its water with it. */
const STEADY_ABOVE = 0.12
/** Adiabatic coolers spray above a threshold that one synthetic weather crosses and the other does not. */
const SPRAY_TOLERANCE = 0.25
const SPRAY_NOISE_L_PER_KWH = 0.5
const WATER_NOISE_M3 = 1
/** Four climates stand for all; energy itself errs upward (see the power check). */
const PUE_TOLERANCE = 0.15

/** CO2 of the dispatch, water of the simulated quarter, and a PUE that its cooling technology can have somewhere. */
export function checkEnvironment(audited: Audited, { sites }: Simulation): AuditLine[] {
  return sites.flatMap((own) => [carbonLine(audited, own), ...waterLines(own), ...pueLines(audited, own)])
}

function carbonLine(audited: Audited, { site, build, t }: SiteQuarter): AuditLine {
  const { catalog, result } = audited
  const blocks = powerBlocks(audited, site, build, t)
  const boughtKg = sumOf(blocks, (own) => own.hours * own.drawnMw * own.kgPerMwh)
  const tonnes = (gco2PerKwh: number, bySlice: readonly number[]) =>
    (gco2PerKwh / 1000) * energyMwh(result.slices, bySlice)
  return agrees({
    check: CHECK,
    path: buildPath(build, 'co2Tonnes'),
    what: say`CO2 of ${site} in ${build.period} against its dispatch`,
    claimed: build.co2Tonnes,
    recomputed:
      boughtKg / 1000 +
      sumOf(site.power.onSite, (plant) => {
        const row = getEnergySource(catalog, plant.energySourceId)
        const kgPerMwh =
          plant.tco2PerMwh === undefined ? (row.gco2PerKwhDirect ?? 0) : plant.tco2PerMwh * 1000
        return tonnes(kgPerMwh, build.generatedMwBySlice[plant.id] ?? [])
      }) +
      sumOf(site.power.contracts, (contract) => {
        const row = getEnergySource(catalog, contract.energySourceId)
        return tonnes(row.gco2PerKwhDirect ?? 0, build.contractMwBySlice[contract.id] ?? [])
      }),
    unit: 't',
    toleranceShare: EXACT,
    noise: NOISE,
  })
}

function waterLines({ site, build, waterM3, itMwh, waterSpread, isDry }: SiteQuarter): AuditLine[] {
  const shared = {
    check: CHECK,
    path: buildPath(build, 'waterM3'),
    what: say`Water of ${site} in ${build.period} against a simulated quarter`,
    claimed: build.waterM3,
    recomputed: waterM3,
    unit: 'm3',
  }
  if (isDry) return [agrees({ ...shared, toleranceShare: 0, noise: WATER_NOISE_M3 })]
  if (waterSpread > STEADY_SPREAD) {
    const noise = WATER_NOISE_M3 + SPRAY_NOISE_L_PER_KWH * itMwh
    return [agrees({ ...shared, toleranceShare: SPRAY_TOLERANCE, noise })]
  }
  const toleranceShare = STEADY_TOLERANCE + waterSpread
  return [
    atLeast({ ...shared, toleranceShare, noise: WATER_NOISE_M3 }),
    atMost({ ...shared, toleranceShare: toleranceShare + STEADY_ABOVE, noise: WATER_NOISE_M3 }),
  ]
}

function pueLines({ catalog }: Audited, { site, build, itMwh }: SiteQuarter): AuditLine[] {
  // A given PUE is the planner's word: the energy lines hold the result to it.
  if (itMwh <= 0 || site.facility.givenPue !== undefined) return []
  const mix = coolingMix(site, catalog)
  const climatesOf = (row: CoolingRow) => [
    ...[row.ppueCoolTemperate, row.ppueCoolHotHumid],
    ...[row.ppueCoolHotDry, row.ppueCoolCold],
  ]
  const shared = {
    check: CHECK,
    path: buildPath(build, 'energyMwh'),
    claimed: build.energyMwh / itMwh,
    unit: 'MWh per MWh of IT',
    toleranceShare: PUE_TOLERANCE,
  }
  const what = say`PUE of ${site} in ${build.period} against ${saidCooling(mix)}`
  const { electricalLossShare } = site.facility
  return [
    atMost({
      ...shared,
      what: say`${what} in its worst climate`,
      recomputed: overMix(mix, (row) => Math.max(...climatesOf(row))) + electricalLossShare,
    }),
    atLeast({
      ...shared,
      what: say`${what} in its best climate`,
      recomputed: overMix(mix, (row) => Math.min(...climatesOf(row))) + electricalLossShare,
    }),
  ]
}
