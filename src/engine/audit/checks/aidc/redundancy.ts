import { getRegion } from '../../../../catalog/find.ts'
import type { Catalog } from '../../../../plan/catalog/catalog.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Site } from '../../../../plan/schema/site.ts'
import { KW_PER_MW } from '../../../../plan/units.ts'
import { coolingOverhead } from '../../../climate/coolingOverhead.ts'
import { type PlanTrain, planTrains } from '../../../facility/planTrains.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { coolingMix, overMix } from '../../coolingMix.ts'
import { agrees, atLeast, forbids } from '../../line.ts'
import { say } from '../../said.ts'
import { sparesOut } from '../../sparesOut.ts'

const CHECK = 'redundancy'
const EXACT = 1e-6
/** Rooms that fill a block to within a millionth fill it. */
const ROUNDING = 1e-6
/** Machines from which heat leaves a site; where outside air cools the rooms it takes heat with it. */
const REJECTS = /^(chiller|drycooler|tower)/
const TAKES = /^(cdu|crah)/
const BY_OUTSIDE_AIR = /^direct_air/

type TrainLine = PlanTrain['lines'][number]

/**
 * The bill of equipment: with as many units out as its scheme allows, every kind still carries what it must, racks lose
 * all their heat and the site rejects it; units and prices add up. The counts are the facility room's claim, the loads
 * and what may be out the auditor's.
 */
export function checkRedundancy(
  audited: Audited,
  trains: readonly PlanTrain[] = planTrains(audited.plan, audited.catalog, audited.result),
): AuditLine[] {
  return trains.flatMap(({ siteId, lines }) => {
    const site = audited.plan.sites.find(({ id }) => id === siteId)
    if (!site) return []
    const steps = [...Map.groupBy(lines, ({ period }) => period)]
    return steps.flatMap(([period, step]) => stepLines(audited, site, period, step, lines))
  })
}

function stepLines(
  audited: Audited,
  site: Site,
  period: string,
  step: readonly TrainLine[],
  all: readonly TrainLine[],
): AuditLine[] {
  const itMw = audited.result.builds.find((own) => own.siteId === site.id && own.period === period)?.builtItMw
  if (itMw === undefined) return []
  const { blockMw } = site.facility.redundancy
  const blocks = blockMw === undefined ? 1 : Math.max(1, Math.ceil(itMw / blockMw - ROUNDING))
  const left = step.map((line) => ({ line, kw: leftKw(line, schemeOf(site, line), blocks) }))
  const neededKw = electricalKw(audited, site, itMw * KW_PER_MW)
  const leftOf = (kinds: RegExp) =>
    sumOf(left, ({ line, kw }) => (kinds.test(line.equipmentId) ? (kw ?? 0) : 0))
  const heat = { check: CHECK, unit: 'kW', toleranceShare: EXACT, recomputed: itMw * KW_PER_MW }
  const where = say`at ${site} in ${period}`
  return [
    ...left.flatMap(({ line, kw }): AuditLine[] => {
      const path = `trains[${site.id} ${period} ${line.equipmentId}]`
      if (kw === undefined)
        return [
          forbids(
            { check: CHECK, path, claimed: 1, unit: 'schemes' },
            say`${schemeOf(site, line)} is no scheme of redundancy`,
          ),
        ]
      return [
        atLeast({
          ...{ check: CHECK, path: `${path}.installed`, unit: line.unit, toleranceShare: EXACT },
          what: say`${machine(line)} ${where} with what ${schemeOf(site, line)} may lose out of service`,
          claimed: kw,
          recomputed: neededKw[ruleOf(line)] ?? line.load,
        }),
        priceLine(audited, site, line, all),
      ]
    }),
    ...ELECTRICAL.filter((rule) => neededKw[rule]! > 0 && step.every((line) => ruleOf(line) !== rule)).map(
      (rule) =>
        forbids(
          { check: CHECK, path: `trains[${site.id} ${period}]`, claimed: 1, unit: 'kinds' },
          say`The bill has no ${rule} ${where}`,
        ),
    ),
    atLeast({
      ...heat,
      path: `trains[${site.id} ${period}]`,
      what: say`Heat that leaves the racks ${where} with spares out of service`,
      claimed: leftOf(TAKES),
    }),
    ...(coolingMix(site, audited.catalog).some(({ row }) => BY_OUTSIDE_AIR.test(row.id))
      ? []
      : [
          atLeast({
            ...heat,
            path: `trains[${site.id} ${period}]`,
            what: say`Heat that the site rejects ${where} with spares out of service`,
            claimed: leftOf(REJECTS),
          }),
        ]),
  ]
}

const machine = ({ equipmentId, equipment }: TrainLine) => ({ id: equipmentId, name: equipment })

/** Capacity with as many units out as may be; undefined where the scheme is not known. */
function leftKw({ installed, unitSize }: TrainLine, scheme: string, blocks: number): number | undefined {
  const out = sparesOut(scheme, installed, blocks)
  return out === undefined ? undefined : (installed - out) * unitSize
}

const ELECTRICAL = ['transformers', 'switchgear', 'generators', 'ups'] as const
type Rule = (typeof ELECTRICAL)[number] | 'cooling'

function ruleOf({ equipmentId }: TrainLine): Rule {
  if (equipmentId.startsWith('xfmr')) return 'transformers'
  if (equipmentId.startsWith('swgr')) return 'switchgear'
  if (equipmentId.startsWith('gen')) return 'generators'
  return equipmentId.startsWith('ups') ? 'ups' : 'cooling'
}

const schemeOf = (site: Site, line: TrainLine): string => site.facility.redundancy[ruleOf(line)]

/** What each kind carries at the hottest design hour, in the unit of its row; of cooling each machine has its own. */
function electricalKw({ catalog }: Audited, site: Site, itKw: number): Partial<Record<Rule, number>> {
  const { powerFactor, generatorShare } = site.facility.redundancy
  const siteKw = itKw * hottestPue(catalog, site)
  return {
    ups: itKw,
    switchgear: siteKw,
    transformers: siteKw / powerFactor,
    generators: siteKw * generatorShare,
  }
}

/** As the plan gives it; else of its cooling on the hottest day that its weather, or its region, is designed for. */
function hottestPue(catalog: Catalog, { facility, profiles, ...site }: Site): number {
  if (facility.givenPue !== undefined) return facility.givenPueDesign ?? facility.givenPue
  const region = getRegion(catalog, site.catalogRegionId)
  const dryC = profiles?.weather?.designDryBulbC ?? region.ashrae04DbC
  const wetC = profiles?.weather?.designWetBulbC ?? region.ashrae04WbC
  const mix = coolingMix({ facility }, catalog)
  const cooling = overMix(mix, ({ id }) => coolingOverhead(id, dryC, Math.min(dryC, wetC)).kwPerKwIt)
  return 1 + cooling + facility.electricalLossShare
}

/** Units that came since the step before, at the price of the catalog. */
function priceLine({ catalog }: Audited, site: Site, line: TrainLine, all: readonly TrainLine[]): AuditLine {
  const before = all.filter((own) => own.equipmentId === line.equipmentId && own.period < line.period).at(-1)
  const came = before === undefined ? line.added : line.installed - before.installed
  const usd = catalog.equipment.find(({ id }) => id === line.equipmentId)?.priceUsdPerUnit ?? 0
  return agrees({
    ...{ check: CHECK, path: `trains[${site.id} ${line.period} ${line.equipmentId}].priceMusd` },
    what: say`Price of ${machine(line)} that comes to ${site} in ${line.period}`,
    claimed: line.priceMusd,
    recomputed: (came * usd) / 1e6,
    ...{ unit: 'million USD', toleranceShare: EXACT },
  })
}
