import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { AppFault } from '../../../plan/fault.ts'
import { firstDayOf } from '../../../plan/priceDates.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { TokenMix } from '../agents/tokenMix.ts'
import { tokenMix, type Workload } from '../agents/workloads.ts'
import type { TaskClass } from '../inputs.ts'
import type { Period } from '../periods.ts'
import { makePrice, type PriceMaking, rowInForce, type SaidPrice } from './marketPrice.ts'

export type Api = Plan['distribution']['apis'][number]

/** USD per million tokens. */
export interface PriceList {
  readonly usdPerMInput: number
  readonly usdPerMCachedInput: number
  readonly usdPerMOutput: number
}

/** The price list of an API in one period, before it changes, and how the price comes about. */
export interface ApiPriceList {
  readonly list: PriceList
  /** Row of the catalog's token prices that says it; null: the plan does. */
  readonly rowId: string | null
  readonly making: PriceMaking
}

/**
 * [API][class][period] USD per million tokens of a class's mix:
 *
 *   (uncached p_in + cached p_cached + output p_out) x factor
 *
 * at the prices in force on the first day of the period, or the first known ones; devices without a price cost nothing.
 * The factor is that of `makePrice`; the market does not move what the users' own devices cost.
 */
export function apiPrices(
  plan: Plan,
  catalog: Catalog,
  classes: readonly TaskClass[],
  workloads: readonly Workload[],
  periods: readonly Period[],
): number[][][] {
  return plan.distribution.apis.map((api) => {
    const lists = periods.map((period) => apiPriceList(plan, catalog, api, period))
    return classes.map((taskClass) => {
      const mix = tokenMix(workloads, taskClass)
      return lists.map(({ list, making }) => usdOfMix(list, mix) * making.factor)
    })
  })
}

/** USD per million tokens of a mix at a price list. */
export function usdOfMix(list: PriceList, mix: TokenMix): number {
  return (
    mix.uncached * list.usdPerMInput + mix.cached * list.usdPerMCachedInput + mix.output * list.usdPerMOutput
  )
}

const FREE: PriceList = { usdPerMInput: 0, usdPerMCachedInput: 0, usdPerMOutput: 0 }

/** What an API asks in a period, and where that is said. */
export function apiPriceList(plan: Plan, catalog: Catalog, api: Api, period: Period): ApiPriceList {
  const lists = api.prices.length > 0 ? ownLists(api) : catalogLists(plan, catalog, api)
  const inForce = rowInForce(lists, period)
  const said = inForce ?? firstOf(lists)
  const making = makePrice(
    plan,
    period,
    { from: inForce?.from ?? null, path: said?.path },
    api.priceChangePerYear,
    api.tier === 'device' ? null : ['buy', 'tokens'],
  )
  return { list: said?.price ?? FREE, rowId: said?.rowId ?? null, making }
}

interface DatedList extends SaidPrice<PriceList> {
  readonly from: string
  readonly rowId: string | null
}

function firstOf(lists: readonly DatedList[]): DatedList | undefined {
  return lists.toSorted((a, b) => (firstDayOf(a.from) < firstDayOf(b.from) ? -1 : 1))[0]
}

function ownLists(api: Api): DatedList[] {
  return api.prices.map((row, index) => ({
    price: toList(row),
    ...{ from: row.from, rowId: null },
    path: `distribution.apis[${api.id}].prices[${index}]`,
  }))
}

/** All prices of the named row's provider and model. */
function catalogLists(plan: Plan, catalog: Catalog, api: Api): DatedList[] {
  if (api.tier === 'device' && api.tokenPriceId === undefined) return []
  const named = catalog.token_prices.find((own) => own.id === api.tokenPriceId)
  if (!named)
    throw new AppFault('not-found', 'The catalog has no such token price', [
      {
        path: `distribution.apis[${plan.distribution.apis.indexOf(api)}].tokenPriceId`,
        value: api.tokenPriceId,
        expected: 'the id of a row of token_prices.csv',
      },
    ])
  return catalog.token_prices
    .filter((own) => own.provider === named.provider && own.model === named.model)
    .map((own) => ({
      price: toList({ ...own, usdPerMCachedInput: own.usdPerMCachedInput ?? undefined }),
      ...{ from: own.validFrom ?? '2000-01-01', rowId: own.id, path: undefined },
    }))
}

function toList({
  usdPerMInput,
  usdPerMCachedInput,
  usdPerMOutput,
}: Omit<PriceList, 'usdPerMCachedInput'> & { readonly usdPerMCachedInput?: number | undefined }): PriceList {
  return { usdPerMInput, usdPerMCachedInput: usdPerMCachedInput ?? usdPerMInput, usdPerMOutput }
}
