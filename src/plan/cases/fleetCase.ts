import { z } from 'zod'
import { NonNegative, Positive, Share } from '../schema/common.ts'

/** USD for a million tokens of each kind. */
const Prices = z.strictObject({
  usdPerMInput: NonNegative,
  usdPerMCachedInput: NonNegative,
  usdPerMOutput: NonNegative,
})

/** A fleet from its token volumes and measured rates: the two-rate model. */
export const FleetCase = z.strictObject({
  /** Tokens a day, mean. */
  tokensPerDay: z.strictObject({
    /** All input, cached too. */
    input: NonNegative,
    cachedInput: NonNegative.default(0),
    output: NonNegative,
  }),
  /** Tokens per second of one node that does nothing else. */
  nodeRates: z.strictObject({
    accelPerNode: z.int().positive(),
    /** All input, of which `cachedShare` is found in the cache. */
    inputTokS: Positive,
    cachedShare: Share.default(0),
    outputTokS: Positive,
    /** Cached input by itself; absent: it costs no time beyond what `inputTokS` includes. */
    cachedInputTokS: Positive.optional(),
  }),
  /** Highest share of capacity in use. */
  utilisationCap: z.number().gt(0).max(1).default(1),
  /** Busiest minute over the mean of the day. */
  peakFactor: z.number().min(1).default(1),
  usdPerAccelH: NonNegative.optional(),
  prices: Prices.optional(),
})
export type FleetCase = z.infer<typeof FleetCase>
