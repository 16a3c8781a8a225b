import { getCooling, getEnergySource } from '../../../catalog/find.ts'
import type { AuditLine } from '../../../plan/result/audit.ts'
import { type Audited, buildPath, sumOf } from '../audited.ts'
import { energyMwh } from '../dispatch.ts'
import { agrees, atLeast, atMost } from '../line.ts'
import { powerBlocks } from '../powerBlocks.ts'
import type { Simulation, SiteQuarter } from '../year/siteYear.ts'

const CHECK = 'environment'
const EXACT = 1e-4
const NOISE = 0.05
/** Synthetic weather against synthetic weather of another kind. */
const WATER_TOLERANCE = 0.25
/** Adiabatic coolers spray above a threshold that one weather crosses and the other does not. */
const WATER_NOISE_L_PER_KWH = 0.5
/** Four climates stand for all; energy itself errs upward (see the power check). */
const PUE_TOLERANCE = 0.15

/** CO2 of the dispatch, water of the simulated quarter, and a PUE that its cooling technology can have somewhere. */
export function checkEnvironment(audited: Audited, { sites }: Simulation): AuditLine[] {
  return sites.flatMap((own) => [carbonLine(audited, own), waterLine(own), ...pueLines(audited, own)])
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
    what: `CO2 of ${site.name} in ${build.period} against its dispatch`,
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

function waterLine({ site, build, waterM3, itMwh }: SiteQuarter): AuditLine {
  return agrees({
    check: CHECK,
    path: buildPath(build, 'waterM3'),
    what: `Water of ${site.name} in ${build.period} against a simulated quarter`,
    claimed: build.waterM3,
    recomputed: waterM3,
    unit: 'm3',
    toleranceShare: WATER_TOLERANCE,
    noise: 1 + WATER_NOISE_L_PER_KWH * itMwh,
  })
}

function pueLines({ catalog }: Audited, { site, build, itMwh }: SiteQuarter): AuditLine[] {
  // A given PUE is the planner's word: the energy lines hold the result to it.
  if (itMwh <= 0 || site.facility.givenPue !== undefined) return []
  const row = getCooling(catalog, site.facility.coolingTechnologyId)
  const climates = [row.ppueCoolTemperate, row.ppueCoolHotHumid, row.ppueCoolHotDry, row.ppueCoolCold]
  const shared = {
    check: CHECK,
    path: buildPath(build, 'energyMwh'),
    claimed: build.energyMwh / itMwh,
    unit: 'MWh per MWh of IT',
    toleranceShare: PUE_TOLERANCE,
  }
  const what = `PUE of ${site.name} in ${build.period} against ${row.technology}`
  const { electricalLossShare } = site.facility
  return [
    atMost({
      ...shared,
      what: `${what} in its worst climate`,
      recomputed: Math.max(...climates) + electricalLossShare,
    }),
    atLeast({
      ...shared,
      what: `${what} in its best climate`,
      recomputed: Math.min(...climates) + electricalLossShare,
    }),
  ]
}
