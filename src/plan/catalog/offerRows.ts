import { z } from 'zod'
import { date, grade, id, maybe, maybeDay, number, text, words } from './cells.ts'

/** What accelerators of others cost by the hour. */
export const LeasingOfferRow = z.object({
  id,
  provider: words,
  tier: words,
  accelerator: words,
  /** Row of the accelerators, where it is known which one is let. */
  acceleratorId: text,
  region: words,
  usdPerGpuHOnDemand: maybe(0.01, 200),
  usdPerGpuHReserved: maybe(0.01, 200),
  reservedTerm: text,
  usdPerGpuHSpot: maybe(0.01, 200),
  source: words,
  /** Day of the price; nothing where no price was found and a quote has to be asked for. */
  date: z.union([z.literal('').transform(() => null), date], { error: 'a date, or nothing' }),
  confidence: grade,
  note: text,
})

/** What tokens of an API cost, and when that price holds. */
export const TokenPriceRow = z.object({
  id,
  provider: words,
  model: words,
  /** Row of the models, where the weights are open and described there. */
  modelId: text,
  usdPerMInput: number(0, 1000),
  usdPerMCachedInput: maybe(0, 1000),
  usdPerMOutput: number(0, 10_000),
  contextTokens: maybe(100, 1e8),
  /** Day on which the source shows the price. */
  date,
  /** First day on which the price is known to hold; nothing: before its end, since when is not known. */
  validFrom: maybeDay,
  /** Day on which the next price takes over; nothing: not known to have ended. */
  validTo: maybeDay,
  source: words,
  confidence: grade,
  note: text,
})
export type TokenPriceRow = z.infer<typeof TokenPriceRow>
