import type { Plan } from '../../plan/schema/plan.ts'
import type { Inputs } from './inputs.ts'
import type { Period } from './periods.ts'
import type { TokenMix } from './tokenMix.ts'

/** Price of cached input and of output over that of input where the plan has no prices (list prices, grade C). */
const CACHED_OVER_INPUT = 0.1
const OUTPUT_OVER_INPUT = 4

/** What a class's tokens sell for at the start of the horizon, and how much dearer than uncached input they are. */
export interface SellPrice {
  /** USD per million tokens of the class's mix; null: the plan has no price for it. */
  readonly usdPerMTok: number | null
  /** Tokens as dear as uncached input that one token is worth. */
  readonly weight: number
}

/**
 *   price   = uncached x p_in + cached x p_cached + output x p_out;  p_cached is a tenth of p_in where none is given
 *   weight  = uncached + cached x p_cached / p_in + output x p_out / p_in
 */
export function sellPrice({ distribution }: Plan, classId: string, mix: TokenMix): SellPrice {
  const price = distribution.sellPrices.byClass[classId] ?? distribution.sellPrices.tokens
  const input = price?.usdPerMInput ?? 0
  const cached = price?.usdPerMCachedInput ?? input * CACHED_OVER_INPUT
  const ratio = (own: number | undefined, otherwise: number) =>
    input > 0 && own !== undefined ? own / input : otherwise
  return {
    usdPerMTok: price ? mix.uncached * input + mix.cached * cached + mix.output * price.usdPerMOutput : null,
    weight:
      mix.uncached +
      mix.cached * ratio(price ? cached : undefined, CACHED_OVER_INPUT) +
      mix.output * ratio(price?.usdPerMOutput, OUTPUT_OVER_INPUT),
  }
}

/** Tokens at that price so many years from the start of the horizon, over those at its start. */
export function priceGrowth({ distribution }: Plan, years: number): number {
  return (1 + distribution.sellPrices.changePerYear) ** years
}

/**
 * USD per million tokens of a class that are not served: the penalty of the plan where it looks for the least cost; what
 * they would have sold for where it looks for the most margin.
 */
export function unservedUsdPerMTok(
  { plan, classes, tokenMix }: Inputs,
  classIndex: number,
  { midYears }: Period,
): number {
  if (plan.finance.objective === 'cost') return plan.routing.unservedUsdPerMTok
  const { usdPerMTok } = sellPrice(plan, classes[classIndex]!.id, tokenMix[classIndex]!)
  return (usdPerMTok ?? 0) * priceGrowth(plan, midYears)
}
