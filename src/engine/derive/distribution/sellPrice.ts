import type { Plan } from '../../../plan/schema/plan.ts'
import type { TokenMix } from '../agents/tokenMix.ts'
import type { Inputs } from '../inputs.ts'
import type { Period } from '../periods.ts'
import type { PriceList } from './apiPrices.ts'
import { usdOfMix } from './apiPrices.ts'
import { makePrice, type PriceMaking, rowInForce, type SaidPrice } from './marketPrice.ts'

/** Price of cached input and of output over that of input where the plan has no prices (list prices, grade C). */
const CACHED_OVER_INPUT = 0.1
const OUTPUT_OVER_INPUT = 4

/** What a class's tokens sell for in a period, and how much dearer than uncached input they are. */
export interface SellPrice {
  /** USD per million tokens of the class's mix; null: the plan has no price for it. */
  readonly usdPerMTok: number | null
  /** Tokens as dear as uncached input that one token is worth. */
  readonly weight: number
}

/** The list at which a class's tokens sell in a period, before it changes, and how the price comes about. */
export interface SellPriceList {
  readonly list: PriceList
  readonly making: PriceMaking
}

type Said = Plan['distribution']['sellPrices']['prices'][number]

/**
 * Of a class its own list that holds in the period, else its own without a day; else the same of all classes. Null: the
 * plan has none for it. Cached input is sold at a tenth of the input's price where none is given.
 */
export function sellPriceList(plan: Plan, classId: string, period: Period): SellPriceList | null {
  const { prices, byClass, tokens, changePerYear } = plan.distribution.sellPrices
  const at = 'distribution.sellPrices'
  const dated = (rows: readonly Said[]): SaidPrice<Omit<Said, 'from'>> | undefined => {
    const row = rowInForce(rows, period)
    const path = row && `${at}.prices[${prices.indexOf(row)}]`
    return row && { price: row, from: row.from, path }
  }
  const undated = (price: Omit<Said, 'from'> | undefined, path: string) =>
    price && { price, from: null, path: `${at}.${path}` }
  const said =
    dated(prices.filter((row) => row.classId === classId)) ??
    undated(byClass[classId], `byClass.${classId}`) ??
    dated(prices.filter((row) => row.classId === undefined)) ??
    undated(tokens, 'tokens')
  if (!said) return null
  const { usdPerMInput, usdPerMCachedInput, usdPerMOutput } = said.price
  return {
    list: {
      usdPerMInput,
      usdPerMCachedInput: usdPerMCachedInput ?? usdPerMInput * CACHED_OVER_INPUT,
      usdPerMOutput,
    },
    making: makePrice(plan, period, said, changePerYear, ['sell', 'tokens']),
  }
}

/**
 *   price   = (uncached x p_in + cached x p_cached + output x p_out) x factor, that of `makePrice`
 *   weight  = uncached + cached x p_cached / p_in + output x p_out / p_in
 */
export function sellPrice(plan: Plan, classId: string, mix: TokenMix, period: Period): SellPrice {
  const found = sellPriceList(plan, classId, period)
  const input = found?.list.usdPerMInput ?? 0
  const ratio = (own: number | undefined, otherwise: number) =>
    input > 0 && own !== undefined ? own / input : otherwise
  return {
    usdPerMTok: found && usdOfMix(found.list, mix) * found.making.factor,
    weight:
      mix.uncached +
      mix.cached * ratio(found?.list.usdPerMCachedInput, CACHED_OVER_INPUT) +
      mix.output * ratio(found?.list.usdPerMOutput, OUTPUT_OVER_INPUT),
  }
}

/**
 * USD per million tokens of a class that are not served: the penalty of the plan where it looks for the least cost; what
 * they would have sold for where it looks for the most margin.
 */
export function unservedUsdPerMTok(
  { plan, classes, tokenMix }: Inputs,
  classIndex: number,
  period: Period,
): number {
  if (plan.finance.objective === 'cost') return plan.routing.unservedUsdPerMTok
  return sellPrice(plan, classes[classIndex]!.id, tokenMix[classIndex]!, period).usdPerMTok ?? 0
}
