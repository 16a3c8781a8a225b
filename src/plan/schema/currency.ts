import { z } from 'zod'
import { Positive } from './common.ts'

/** Currencies that a plan may be shown in and typed in; ISO 4217. */
export const CURRENCIES = ['USD', 'EUR', 'CNY', 'JPY'] as const
export type Currency = (typeof CURRENCIES)[number]

/** How money is shown. The plan keeps US dollars throughout, so no figure of a solve depends on it. */
export const CurrencyChoice = z.strictObject({
  shown: z.enum(CURRENCIES).default('USD'),
  /** Units of a currency for one US dollar, fixed for this plan; absent: as the catalog has it. */
  perUsd: z
    .strictObject({ EUR: Positive.optional(), CNY: Positive.optional(), JPY: Positive.optional() })
    .default({}),
})
export type CurrencyChoice = z.infer<typeof CurrencyChoice>
