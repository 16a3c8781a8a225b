import { getAccelerator } from '../../catalog/find.ts'
import { WEEKS_PER_MONTH } from '../../plan/calendar.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { NetworkPartRow } from '../../plan/catalog/hardwareRows.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { leadMonthsAt } from '../layers/accelerators/purchase.ts'
import { networkBill } from './networkBill.ts'

/** What has to be bought at one site: units of the plan, or parts of the network between them. */
export interface ServerBillLine {
  readonly siteId: string
  readonly acceleratorId: string
  /** Of the network between its units; absent: the units themselves. */
  readonly part?: NetworkPartRow
  /** The switch of that network. */
  readonly switching?: NetworkPartRow
  /** Accelerator and how many a unit has, or part and accelerator, by their names in the catalog. */
  readonly item: string
  readonly count: number
  /** How many of them stand by for those that fail, by the plan's share; null: of the network, whose parts have none. */
  readonly spares: number | null
  readonly priceLowMusd: number
  readonly priceHighMusd: number
  readonly kw: number
  /** Null: not known. */
  readonly leadWeeks: number | null
  readonly source: string
  /** Of the network, an estimate; the plan's own prices have none. */
  readonly grade: 'C' | ''
}

/** Servers and racks as bought over the horizon at the plan's price of today, and the network that they would need. */
export function serverBill(plan: Plan, catalog: Catalog, result: PlanResult): ServerBillLine[] {
  const names = new Map(
    plan.accelerators.map((own) => [own.id, getAccelerator(catalog, own.catalogAcceleratorId).accelerator]),
  )
  const servers = plan.sites.flatMap((site) =>
    plan.accelerators.flatMap((own): ServerBillLine[] => {
      const builds = result.builds.filter((build) => build.siteId === site.id)
      const bought = Math.max(0, ...builds.map((build) => build.boughtByAccelerator[own.id] ?? 0))
      if (bought < 1e-6) return []
      const musd = (bought * own.priceUsdPerUnit) / 1e6
      return [
        {
          siteId: site.id,
          acceleratorId: own.id,
          item: `${names.get(own.id)} × ${own.accelPerUnit}`,
          count: bought,
          spares: bought * own.spareShare,
          priceLowMusd: musd,
          priceHighMusd: musd,
          kw: bought * own.unitItKw,
          leadWeeks: leadMonthsAt(own, result.periods.length) * WEEKS_PER_MONTH,
          source: own.note ?? '',
          grade: '',
        },
      ]
    }),
  )
  const network = networkBill(plan, catalog, result).map(
    ({ siteId, acceleratorId, part, switching, count, priceLowMusd, priceHighMusd, kw }): ServerBillLine => ({
      ...{ siteId, acceleratorId, part, switching, count, spares: null, priceLowMusd, priceHighMusd, kw },
      item: `${part.part}, ${names.get(acceleratorId)}`,
      leadWeeks: part.leadWeeks,
      source: part.source,
      grade: 'C',
    }),
  )
  return [...servers, ...network]
}
