import { firstDay } from '../../plan/calendar.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { TaskClass } from './inputs.ts'
import type { Period } from './periods.ts'
import { tokenMix, type Workload } from './workloads.ts'

type Offer = Plan['distribution']['apis'][number]

interface PriceList {
  readonly usdPerMInput: number
  readonly usdPerMCachedInput: number
  readonly usdPerMOutput: number
}

/**
 * [API][class][period] USD per million tokens of a class's mix:
 *
 *   (uncached p_in + cached p_cached + output p_out) (1 + change)^years
 *
 * at the prices in force on the first day of the period, or the last known ones; devices without a price cost nothing.
 */
export function apiPrices(
  plan: Plan,
  catalog: Catalog,
  classes: readonly TaskClass[],
  workloads: readonly Workload[],
  periods: readonly Period[],
): number[][][] {
  return plan.distribution.apis.map((api, index) => {
    const lists = periods.map((period) => priceListOn(catalog, api, index, firstDay(period.label)))
    return classes.map((taskClass) => {
      const mix = tokenMix(workloads, taskClass)
      return periods.map((period, t) => {
        const { usdPerMInput, usdPerMCachedInput, usdPerMOutput } = lists[t]!
        const usd = mix.uncached * usdPerMInput + mix.cached * usdPerMCachedInput + mix.output * usdPerMOutput
        return usd * (1 + api.priceChangePerYear) ** period.midYears
      })
    })
  })
}

function priceListOn(catalog: Catalog, api: Offer, index: number, day: string): PriceList {
  const lists = api.prices.length > 0 ? api.prices : catalogLists(catalog, api, index)
  if (lists.length === 0) return { usdPerMInput: 0, usdPerMCachedInput: 0, usdPerMOutput: 0 }
  const inOrder = lists.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const { usdPerMInput, usdPerMCachedInput, usdPerMOutput } =
    inOrder.findLast((list) => list.from <= day) ?? inOrder[0]!
  return { usdPerMInput, usdPerMCachedInput: usdPerMCachedInput ?? usdPerMInput, usdPerMOutput }
}

/** All prices of the named row's provider and model. */
function catalogLists(catalog: Catalog, api: Offer, index: number): Offer['prices'] {
  if (api.tier === 'device' && api.tokenPriceId === undefined) return []
  const row = catalog.token_prices.find((own) => own.id === api.tokenPriceId)
  if (!row)
    throw new AppFault('not-found', 'The catalog has no such token price', [
      {
        path: `distribution.apis[${index}].tokenPriceId`,
        value: api.tokenPriceId,
        expected: 'the id of a row of token_prices.csv',
      },
    ])
  return catalog.token_prices
    .filter((own) => own.provider === row.provider && own.model === row.model)
    .map((own) => ({
      from: own.validFrom ?? '2000-01-01',
      usdPerMInput: own.usdPerMInput,
      ...(own.usdPerMCachedInput === null ? {} : { usdPerMCachedInput: own.usdPerMCachedInput }),
      usdPerMOutput: own.usdPerMOutput,
    }))
}
