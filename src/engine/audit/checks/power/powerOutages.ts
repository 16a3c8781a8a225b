import { getEnergySource } from '../../../../catalog/find.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, buildPath } from '../../audited.ts'
import { atMost } from '../../line.ts'
import { say } from '../../said.ts'
import { sparesOut } from '../../sparesOut.ts'
import { lostEnergyShare, type PowerSupply } from '../../year/powerOutages.ts'
import type { Simulation, SiteQuarter } from '../../year/siteYear.ts'

const CHECK = 'power-outages'
/** What may be lost to outages: 26 hours a year. One unit with nothing behind it loses more. */
const MOST = 0.003
/** Size of a standby generator, MW (an estimate): how many there are matters little beside the spare. */
const GENERATOR_MW = 3
const NOISE_MW = 1e-6

/** Energy that seeded years of grid outages, failing plant and generators that do not start leave unserved. */
export function checkPowerOutages(audited: Audited, { sites }: Simulation): AuditLine[] {
  return sites.flatMap((quarter, place) => {
    const { site, build, itMwh, facilityMwh, week } = quarter
    if (itMwh <= NOISE_MW) return []
    const loadMw = week.itMw.map((mw) => (mw * facilityMwh) / itMwh)
    return [
      atMost({
        check: CHECK,
        path: buildPath(build, 'contractedMw'),
        what: say`Energy lost to outages of grid and units at ${site} in ${build.period}`,
        claimed: lostEnergyShare(loadMw, supplyOf(audited, quarter, Math.max(...loadMw)), 1 + place),
        recomputed: MOST,
        unit: 'of the energy',
        toleranceShare: 0,
      }),
    ]
  })
}

function supplyOf({ catalog }: Audited, { site, build }: SiteQuarter, peakMw: number): PowerSupply {
  const { generators, generatorShare } = site.facility.redundancy
  const direct = site.power.contracts
    .filter(({ isDirect }) => isDirect)
    .reduce((sum, { id }) => sum + (build.contractMw[id] ?? 0), 0)
  const steady = site.power.onSite.filter(({ energySourceId }) => {
    return !/^(pv|wind)/.test(getEnergySource(catalog, energySourceId).id)
  })
  return {
    gridMw: build.contractedMw + build.flexibleMw + direct,
    units: steady.map(({ id, unitMw }) => ({
      count: Math.round((build.onSiteMw[id] ?? 0) / unitMw),
      unitMw,
    })),
    generators: {
      count: standingFor(peakMw * generatorShare, generators),
      unitMw: GENERATOR_MW,
      share: generatorShare,
    },
  }
}

/** Generators that carry a load with as many out as their scheme allows. */
function standingFor(loadMw: number, scheme: string): number {
  let count = Math.ceil(loadMw / GENERATOR_MW)
  if (count === 0) return 0
  while ((count - (sparesOut(scheme, count, 1) ?? 0)) * GENERATOR_MW < loadMw - NOISE_MW) count++
  return count
}
