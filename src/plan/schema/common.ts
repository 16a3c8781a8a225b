import { z } from 'zod'

/** A short stable name inside a plan or a catalog. */
export const Id = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/i, 'letters, digits, dot, dash or underscore')

const SHARE = 'a share from 0 to 1'
export const Share = z.number().min(0, SHARE).max(1, SHARE)
export const NonNegative = z.number().min(0, 'a number of 0 or more')
export const Positive = z.number().positive('a number above 0')
/** Months between order and delivery. */
export const LeadMonths = z.number().min(0, 'months of 0 or more; what stands already has a lead time of 0')

/** A class of tasks, as in `batch-simple` or `realtime-complex-private`. */
export const ClassId = z
  .string()
  .regex(
    /^(realtime|interactive|standard|batch)-(simple|complex)(-private)?$/,
    'a class of tasks, as in batch-simple or realtime-complex-private',
  )

/** Kinds of places that serve tokens, from the user outwards. */
export const TIERS = ['device', 'edge', 'site', 'campus', 'leased', 'api'] as const
export const Tier = z.enum(TIERS)
export type Tier = z.infer<typeof Tier>

/** A calendar quarter such as `2027Q2` or a month such as `2027-05`, whatever the periods of the plan. */
export const QuarterOrMonth = z
  .string()
  .regex(/^20\d\d(Q[1-4]|-(0[1-9]|1[0-2]))$/, 'a quarter such as 2027Q2, or a month such as 2027-05')

/** Why a value differs from its catalog row. */
export const Note = z.string().max(2000)

/** ISO 3166, as the regions of the catalog have it. */
export const Country = z.string().regex(/^[A-Z]{2}$/, 'a country of two letters, as in CN')
