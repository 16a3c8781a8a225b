import { getRegion } from '../../catalog/find.ts'
import { firstDay } from '../../plan/calendar.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { EquipmentRow } from '../../plan/catalog/siteRows.ts'
import { overCooling } from '../../plan/coolingParts.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Facility, Site } from '../../plan/schema/site.ts'
import { KW_PER_MW, USD_PER_MUSD } from '../../plan/units.ts'
import { type CoolingDuty, coolingDuty } from '../climate/coolingDuty.ts'
import { coolingOverhead } from '../climate/coolingOverhead.ts'
import { designDay } from '../climate/designDay.ts'
import { efficiencyAt } from './efficiency.ts'
import { orderBy } from './orderDate.ts'
import { countUnits } from './redundancy.ts'
import { listTrainParts, type TrainPart } from './trainParts.ts'

/** Units of one kind that stand from a quarter on. */
export interface TrainLine {
  readonly period: string
  readonly equipmentId: string
  readonly equipment: string
  readonly purpose: string
  readonly scheme: string
  readonly load: number
  readonly unitSize: number
  readonly unit: EquipmentRow['unit']
  readonly needed: number
  readonly installed: number
  /** Installed since the quarter before. */
  readonly added: number
  readonly priceMusd: number
  /** Output over input at this load; null where the catalog has no curve. */
  readonly efficiency: number | null
  readonly leadWeeks: number
  readonly orderBy: string
  /** The order would have had to go out before the plan starts. */
  readonly isLate: boolean
}

/** What a train depends on. */
export interface TrainSite {
  readonly catalogRegionId: string
  readonly facility: Pick<Facility, 'coolingTechnologyId' | 'electricalLossShare' | 'redundancy'> &
    Partial<Pick<Facility, 'coolingBlocks' | 'coolingChoice' | 'givenPue' | 'givenPueDesign'>>
  readonly profiles?: Site['profiles'] | undefined
  /** Instead of the design day of its weather or region, deg C. */
  readonly design?: { readonly dryBulbC?: number | undefined; readonly wetBulbC?: number | undefined }
}

/** MW of IT that a site's rooms carry from a quarter on. */
export interface RoomStep {
  readonly period: string
  readonly itMw: number
}

/**
 * Bill of materials of a site: for each quarter in which its rooms grow, the units of every kind that must stand, what
 * is added, what it costs at catalog prices and when it must be ordered at the longest lead time of its row. The train
 * of `standingItMw` is there already.
 */
export function siteTrain(
  site: TrainSite,
  catalog: Catalog,
  planStart: string,
  steps: readonly RoomStep[],
  standingItMw = 0,
): TrainLine[] {
  const parts = standingItMw > 0 ? partsOf(site, catalog, standingItMw) : []
  const standing = new Map(
    parts.map((part) => {
      const line = toLine(part, catalog, site, standingItMw, planStart, planStart)
      return [part.equipmentId, line.installed]
    }),
  )
  const grown = steps.filter(({ itMw }, i) => itMw > (steps[i - 1]?.itMw ?? standingItMw))
  return grown
    .flatMap(({ period, itMw }) =>
      partsOf(site, catalog, itMw).map((part) => {
        const line = toLine(part, catalog, site, itMw, period, planStart)
        const before = standing.get(part.equipmentId) ?? 0
        const installed = Math.max(before, line.installed)
        standing.set(part.equipmentId, installed)
        const added = installed - before
        return { ...line, installed, added, priceMusd: (added * line.row.priceUsdPerUnit) / USD_PER_MUSD }
      }),
    )
    .map(({ row: _, ...line }) => line)
}

/**
 * What the train of a site is sized at: design weather, deg C, cooling power, kW per kW of IT, and the PUE of its electrical
 * parts, which is the given one where the plan gives it. Machines that move heat follow the weather even then.
 */
export function designOf(site: TrainSite, catalog: Catalog) {
  const { electricalLossShare, givenPue, givenPueDesign = givenPue } = site.facility
  const known = designDay(site.profiles?.weather, getRegion(catalog, site.catalogRegionId))
  const dryC = site.design?.dryBulbC ?? known.dryC
  const wetC = Math.min(dryC, site.design?.wetBulbC ?? known.wetC)
  const kwPerKwIt = overCooling(site.facility, (id) => coolingOverhead(id, dryC, wetC).kwPerKwIt)
  const ofFormula = 1 + kwPerKwIt + electricalLossShare
  return { dryC, wetC, kwPerKwIt, pueDesign: givenPue === undefined ? ofFormula : givenPueDesign! }
}

export function partsOf(site: TrainSite, catalog: Catalog, itMw: number): TrainPart[] {
  const { facility } = site
  const { dryC, wetC, pueDesign } = designOf(site, catalog)
  return listTrainParts({
    ...{ itKw: itMw * KW_PER_MW, pueDesign, rules: facility.redundancy },
    duty: dutyOf(facility, dryC, wetC),
  })
}

/** Heat by kind of machine: those of each technology for its share of the rooms. */
function dutyOf(facility: TrainSite['facility'], dryC: number, wetC: number): CoolingDuty {
  const of = (kind: keyof CoolingDuty) => overCooling(facility, (id) => coolingDuty(id, dryC, wetC)[kind])
  return {
    cdu: of('cdu'),
    airHandler: of('airHandler'),
    chiller: of('chiller'),
    dryCooler: of('dryCooler'),
    tower: of('tower'),
  }
}

/** Blocks with spares of their own. */
export function blocksOf(site: TrainSite, itMw: number): number {
  const { blockMw } = site.facility.redundancy
  return blockMw === undefined ? 1 : Math.max(1, Math.ceil(itMw / blockMw - 1e-6))
}

type Draft = Omit<TrainLine, 'added' | 'priceMusd'> & { readonly row: EquipmentRow }

function toLine(
  part: TrainPart,
  catalog: Catalog,
  site: TrainSite,
  itMw: number,
  period: string,
  planStart: string,
): Draft {
  const row = catalog.equipment.find((own) => own.id === part.equipmentId)
  if (!row) {
    throw new AppFault('not-found', 'The catalog has no such equipment', [
      { path: 'equipment', value: part.equipmentId, expected: 'a row of equipment.csv' },
    ])
  }
  const { needed, installed } = countUnits(part.load, row.unitSize, part.scheme, blocksOf(site, itMw))
  const day = orderBy(period, row.leadWeeksMax)
  return {
    row,
    period,
    equipmentId: row.id,
    equipment: row.equipment,
    purpose: part.purpose,
    scheme: part.scheme,
    load: part.load,
    unitSize: row.unitSize,
    unit: row.unit,
    needed,
    installed,
    efficiency: efficiencyAt(row, part.load / (installed * row.unitSize)),
    leadWeeks: row.leadWeeksMax,
    orderBy: day,
    isLate: day < firstDay(planStart),
  }
}
