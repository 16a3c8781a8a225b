import { countedMonths, MONTHS_PER_YEAR } from '../../../plan/calendar.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { leadMonthsAt, unitNetworkUsd, unitPriceUsd } from '../accelerators/purchase.ts'
import { CONNECTION_MONTHS } from '../power/grid/gridService.ts'

/** What spends capital, in columns of the problem or in numbers of a result. */
export interface Spending<T> {
  readonly accelerators: {
    readonly fleets: readonly {
      readonly siteIndex: number
      readonly acceleratorIndex: number
      readonly bought: readonly T[]
    }[]
  }
  readonly facilities: {
    readonly buildings: readonly { readonly siteIndex: number; readonly phases: readonly T[] }[]
  }
  readonly power: { readonly supplies: readonly PowerSpending<T>[] }
}

interface PowerSpending<T> {
  readonly siteIndex: number
  readonly plants: readonly { readonly source: Plant; readonly units: readonly T[] }[]
  readonly storages: readonly { readonly own: Plant; readonly units: readonly T[] }[]
  readonly service: {
    readonly contracted: readonly T[]
    readonly flexible: readonly T[]
    readonly applied: readonly T[]
    readonly studied: readonly T[]
  }
}

interface Plant {
  readonly id: string
  readonly capexMusdPerMw: number
  readonly unitMw: number
  readonly leadMonths: number
}

/** Kinds of things that capital is spent on. */
export type AssetKind = 'accelerators' | 'rooms' | 'plant' | 'connection' | 'application' | 'study'

/** One thing bought at a site, period by period. */
export interface Bought<T> {
  readonly kind: AssetKind
  readonly siteIndex: number
  /** Of accelerators and plant. */
  readonly id: string
  /** [period] Number to date; of an application the period's own. */
  readonly amounts: readonly T[]
  readonly isToDate: boolean
  /** [period] Million USD for one, not discounted. */
  readonly musdEach: readonly number[]
  /** [period] By which it is paid before it serves, where orders are paid when placed. */
  readonly leadMonths: readonly number[]
}

/** All that the plan buys, at the prices of the orders. */
export function listBought<T>(inputs: Inputs, spending: Spending<T>): Bought<T>[] {
  const { plan } = inputs
  const { accelerators, facilities, power } = spending
  return [
    ...accelerators.fleets.map(({ siteIndex, acceleratorIndex: g, bought }): Bought<T> => {
      const own = plan.accelerators[g]!
      const network = unitNetworkUsd(own)
      return {
        ...{ kind: 'accelerators', siteIndex, id: own.id, amounts: bought, isToDate: true },
        musdEach: unitPriceUsd(inputs, g).map((usd) => (usd + network) / USD_PER_MUSD),
        leadMonths: bought.map((_, t) => leadMonthsAt(own, t)),
      }
    }),
    ...facilities.buildings.map(({ siteIndex, phases }) => {
      const { capexMusdPerMw, moduleItMw, buildMonths } = plan.sites[siteIndex]!.facility
      return alike('rooms', siteIndex, '', phases, capexMusdPerMw * moduleItMw, buildMonths)
    }),
    ...power.supplies.flatMap((supply) => powerBought(inputs, supply)),
  ]
}

/** Always at the same price and lead time. */
function alike<T>(
  kind: AssetKind,
  siteIndex: number,
  id: string,
  amounts: readonly T[],
  musd: number,
  leadMonths: number,
): Bought<T> {
  return {
    ...{ kind, siteIndex, id, amounts, isToDate: true },
    musdEach: amounts.map(() => musd),
    leadMonths: amounts.map(() => leadMonths),
  }
}

/** Plant, storage, connections; an application when it goes out, a study at the start. */
function powerBought<T>({ plan }: Inputs, supply: PowerSpending<T>): Bought<T>[] {
  const { siteIndex, plants, storages, service } = supply
  const { connectionMusdPerMw, depositMusdPerMw, applicationMusd, studyMusd } = plan.sites[siteIndex]!.power
  const { contracted, flexible, applied, studied } = service
  const units = [
    ...plants.map((plant) => ({ own: plant.source, amounts: plant.units })),
    ...storages.map((storage) => ({ own: storage.own, amounts: storage.units })),
  ]
  return [
    ...units.map(({ own, amounts }) =>
      alike('plant', siteIndex, own.id, amounts, own.capexMusdPerMw * own.unitMw, own.leadMonths),
    ),
    ...[contracted, flexible].map((amounts) =>
      alike(
        ...(['connection', siteIndex, '', amounts] as const),
        ...([connectionMusdPerMw + depositMusdPerMw, CONNECTION_MONTHS] as const),
      ),
    ),
    { ...alike('application', siteIndex, '', applied, applicationMusd, 0), isToDate: false },
    alike('study', siteIndex, '', studied, studyMusd, 0),
  ]
}

/** Year of the plan in which something that serves from a period on is paid; before the horizon: the first. */
export function yearPaid({ plan, periods }: Inputs, period: number, leadMonths: number): number {
  const early =
    plan.finance.capitalPaid === 'at-order' ? countedMonths(plan, leadMonths) / MONTHS_PER_YEAR : 0
  const years = period * periods[period]!.lengthYears - early
  return Math.max(0, Math.floor(years + 1e-9))
}
