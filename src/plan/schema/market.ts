import { z } from 'zod'
import { ClassId, Id, NonNegative, Note } from './common.ts'

/** What a date must be; that it is in the calendar is checked with the plan's references. */
export const PRICE_DATE = 'a day, month or quarter from which it holds, as in 2028-01-15, 2028-01 or 2028Q1'

/** From when a price holds: a day, or the first of a month or quarter. */
const PriceDate = z.string().regex(/^\d{4}(Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)$/, PRICE_DATE)

/** Change a year from the day from which a price holds, or from the start of the horizon where that is later. */
export const PriceChange = z.number().min(-0.9).max(3).default(0)

/** What every row of a price history says beside its price. */
const dated = {
  from: PriceDate,
  /** Where the price was read, with its day and grade: a quote, a list, a forecast. */
  note: Note.optional(),
}

/** Price of an hour of an accelerator from a day on. */
export const AccelPriceFrom = z.strictObject({ ...dated, usdPerAccelH: NonNegative })

/** A price list of tokens from a day on, USD per million. */
export const TokenPriceFrom = z.strictObject({
  ...dated,
  usdPerMInput: NonNegative,
  /** Absent: cached input costs as the rest. */
  usdPerMCachedInput: NonNegative.optional(),
  usdPerMOutput: NonNegative,
})

/** What a market pays from a day on: USD per million tokens, or per hour of an accelerator. */
export const SalePriceFrom = z.strictObject({ ...dated, usd: NonNegative })

/** What tokens are sold for, USD per million. */
const SellPrice = z.strictObject({
  usdPerMInput: NonNegative.default(0),
  /** Absent: a tenth of the input's. */
  usdPerMCachedInput: NonNegative.optional(),
  usdPerMOutput: NonNegative.default(0),
})

/** The same from a day on, of all classes or of one. */
const SellPriceFrom = SellPrice.extend({ ...dated, classId: ClassId.optional() })

/** What tokens and accelerators are sold for; said of a solved plan, not part of what is decided. */
export const SellPrices = z.strictObject({
  tokens: SellPrice.optional(),
  /** Other prices of single classes, as in `batch-simple`. */
  byClass: z.record(z.string(), SellPrice).default({}),
  /** Price lists in the place of these from their day on; those of a class go before those of all. */
  prices: z.array(SellPriceFrom).default([]),
  /** Price change of tokens a year. */
  changePerYear: PriceChange,
  /** The other business: the accelerators themselves, let by the hour. */
  computeUsdPerAccelH: NonNegative.optional(),
  /** Prices in its place from their day on. */
  computePrices: z.array(AccelPriceFrom).default([]),
  computeChangePerYear: PriceChange,
})

/** One move of the market: what is bought, or what is sold, grows dearer or cheaper from a day on. */
const MarketMove = z.strictObject({
  id: Id,
  name: z.string().min(1).max(200),
  /** `buy`: leases and tokens of APIs. `sell`: tokens and accelerator-hours sold. */
  side: z.enum(['buy', 'sell']),
  /** `accelerators`: leases, or hours sold. `tokens`: of APIs, or tokens sold. */
  goods: z.enum(['all', 'accelerators', 'tokens']).default('all'),
  from: PriceDate,
  /** Share by which prices step on that day: -0.3 is 30 % cheaper. */
  stepShare: z.number().min(-0.99).max(10).default(0),
  /** Change a year from that day on, on top of the offers' own. */
  changePerYear: PriceChange,
  /** The yearly change ends there and prices stay; absent: it goes on. */
  until: PriceDate.optional(),
  /** Why it is thought likely. */
  note: Note.optional(),
})

/** A scenario of the market: moves of both sides on top of what each offer says. */
export const Market = z.strictObject({
  /** False: prices as the offers say; the moves are kept. */
  applies: z.boolean().default(true),
  moves: z.array(MarketMove).default([]),
  note: Note.optional(),
})
