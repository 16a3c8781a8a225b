import { z } from 'zod'

/** A short stable name inside a plan or a catalog. */
export const Id = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/i, 'letters, digits, dot, dash or underscore')

/** What people call a thing. */
export const Name = z.string().min(1, 'a name, or none at all')

const SHARE = 'a share from 0 to 1'
export const Share = z.number().min(0, SHARE).max(1, SHARE)
export const NonNegative = z.number().min(0, 'a number of 0 or more')
export const Positive = z.number().positive('a number above 0')
const LEAD = 'months from 0 (it stands already) to 1,200'
/** Months between order and delivery. A wait beyond any horizon needs no larger number. */
export const LeadMonths = z.number().min(0, LEAD).max(1200, LEAD)

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

/** A day of the calendar, as in 2026-07-31. */
export const Day = z.iso.date('a day such as 2026-07-31')

/** Why a value differs from its catalog row. */
export const Note = z.string().max(2000)

/** ISO 3166, as the regions of the catalog have it. */
export const Country = z.string().regex(/^[A-Z]{2}$/, 'a country of two letters, as in CN')
