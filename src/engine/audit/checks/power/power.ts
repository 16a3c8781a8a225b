import { plantRow } from '../../../../catalog/storageOfHours.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import { MINUTES_PER_HOUR } from '../../../../plan/units.ts'
import { type Audited, buildPath, sumOf } from '../../audited.ts'
import { energyMwh } from '../../dispatch.ts'
import { agrees, atLeast, atMost } from '../../line.ts'
import { powerBlocks } from '../../powerBlocks.ts'
import { say } from '../../said.ts'
import { storageOf } from '../../storageOf.ts'
import type { Simulation, SiteQuarter } from '../../year/siteYear.ts'

const CHECK = 'power'
const EXACT = 1e-5
const NOISE_MW = 1e-4
const NOISE_MWH = 0.05
/** The plan adds up peaks class by class, the audit takes that of all together: the claim may be above, not below. */
const PEAK_TOLERANCE = 0.1
const PEAK_SHORTFALL_TOLERANCE = 0.01
/** The hottest 35 hours of the simulated year against the region's design temperature. */
const HOT_TOLERANCE = 0.03
/** The plan spreads each class's energy by the smallest peak over mean of its regions, so that it errs upward. */
const ENERGY_TOLERANCE = 0.12
/** By slice the two synthetic weathers differ more than over a quarter. */
const SHORTFALL_TOLERANCE = 0.08

/**
 * Megawatts and megawatt-hours: dispatch within the contract, its sum the energy claimed, enough in every slice for
 * the load simulated hour by hour; the peak covered by contract and firm plant; the quarter's energy that of its
 * simulated 2,190 hours.
 */
export function checkPower(audited: Audited, { sites }: Simulation): AuditLine[] {
  return sites.flatMap((own) => [...dispatchLines(audited, own), ...peakLines(audited, own), energyLine(own)])
}

function dispatchLines(audited: Audited, { site, build, t, facilityMwBySlice }: SiteQuarter): AuditLine[] {
  const { result } = audited
  const where = say`${site} in ${build.period}`
  const own = [...Object.values(build.generatedMwBySlice), ...Object.values(build.contractMwBySlice)]
  const storages = Object.values(build.storageMwBySlice)
  const supply = result.slices.map(
    (_, h) =>
      (build.drawnMwBySlice[h] ?? 0) +
      sumOf(own, (bySlice) => bySlice[h] ?? 0) +
      sumOf(storages, ({ charged, discharged }) => (discharged[h] ?? 0) - (charged[h] ?? 0)),
  )
  const wired = site.power.contracts.filter((contract) => !contract.isDirect)
  const throughGrid = powerBlocks(audited, site, build, t).map(
    ({ drawnMw, contractMw }) => drawnMw + sumOf(wired, ({ id }) => contractMw(id)),
  )
  const [shortest] = result.slices
    .map((_, h) => ({ supplyMw: supply[h]!, loadMw: facilityMwBySlice[h]! }))
    .sort((a, b) => a.supplyMw - a.loadMw - (b.supplyMw - b.loadMw))
  return [
    atMost({
      check: CHECK,
      path: buildPath(build, 'drawnMwBySlice'),
      what: say`Drawn from the grid at ${where}, against the contract`,
      claimed: Math.max(0, ...throughGrid),
      recomputed: build.contractedMw + build.flexibleMw,
      unit: 'MW',
      toleranceShare: EXACT,
      noise: NOISE_MW,
    }),
    atLeast({
      check: CHECK,
      path: buildPath(build, 'drawnMwBySlice'),
      what: say`Power drawn, generated and stored at ${where} in the slice where it is shortest`,
      claimed: shortest?.supplyMw ?? 0,
      recomputed: shortest?.loadMw ?? 0,
      unit: 'MW',
      toleranceShare: SHORTFALL_TOLERANCE,
      noise: NOISE_MW,
    }),
    agrees({
      check: CHECK,
      path: buildPath(build, 'energyMwh'),
      what: say`Energy at ${where} against its dispatch`,
      claimed: build.energyMwh,
      recomputed: energyMwh(result.slices, supply),
      unit: 'MWh',
      toleranceShare: EXACT,
      noise: NOISE_MWH,
    }),
  ]
}

function peakLines({ catalog }: Audited, { site, build, designMw, hotMw }: SiteQuarter): AuditLine[] {
  const where = say`${site} in ${build.period}`
  const firmMw =
    build.contractedMw +
    build.flexibleMw * (1 - (site.power.flexible?.curtailedShare ?? 0)) +
    sumOf(site.power.onSite, (plant) => {
      const { firmCapacityCredit } = plantRow(catalog, plant)
      return (build.onSiteMw[plant.id] ?? 0) * (plant.firmShare ?? firmCapacityCredit)
    }) +
    sumOf(site.power.contracts, ({ id, isDirect, firmShare }) =>
      isDirect ? (build.contractMw[id] ?? 0) * firmShare : 0,
    )
  const margin = site.power.reserveMarginShare
  const shared = { check: CHECK, path: buildPath(build, 'peakMw'), unit: 'MW', noise: NOISE_MW }
  return [
    agrees({
      ...shared,
      what: say`Peak at ${where} at design temperatures`,
      claimed: build.peakMw,
      recomputed: designMw,
      toleranceShare: PEAK_TOLERANCE,
    }),
    atLeast({
      ...shared,
      what: say`Peak claimed at ${where}`,
      claimed: build.peakMw,
      recomputed: designMw,
      toleranceShare: PEAK_SHORTFALL_TOLERANCE,
    }),
    ...(site.power.rideThroughMinutes > 0
      ? [
          atLeast({
            ...shared,
            what: say`Storage at ${where}, against the minutes of the peak that it keeps`,
            claimed: sumOf(
              site.power.onSite,
              (plant) => (build.onSiteMw[plant.id] ?? 0) * (storageOf(catalog, plant)?.hours ?? 0),
            ),
            recomputed: (build.peakMw * site.power.rideThroughMinutes) / MINUTES_PER_HOUR,
            unit: 'MWh',
            toleranceShare: EXACT,
          }),
        ]
      : []),
    atMost({
      ...shared,
      what:
        margin > 0
          ? say`Peak at ${where} with the ${percent(margin)} % that are asked above it, against contract and firm plant`
          : say`Peak at ${where}, against contract and firm plant`,
      claimed: build.peakMw * (1 + margin),
      recomputed: firmMw,
      toleranceShare: EXACT,
    }),
    atLeast({
      ...shared,
      path: buildPath(build, 'contractedMw'),
      what: say`Contract and firm plant at ${where} for all but 35 hours of the simulated year`,
      claimed: firmMw,
      recomputed: hotMw,
      toleranceShare: HOT_TOLERANCE,
    }),
  ]
}

const percent = (share: number): number => Number((share * 100).toPrecision(3))

function energyLine({ site, build, facilityMwh }: SiteQuarter): AuditLine {
  return agrees({
    check: CHECK,
    path: buildPath(build, 'energyMwh'),
    what: say`Energy at ${site} in ${build.period} against a simulated quarter`,
    claimed: build.energyMwh,
    recomputed: facilityMwh,
    unit: 'MWh',
    toleranceShare: ENERGY_TOLERANCE,
    noise: NOISE_MWH,
  })
}
