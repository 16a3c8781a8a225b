import { z } from 'zod'
import { NonNegative, Share } from '../schema/common.ts'

const HOURS_PER_YEAR = 8760
const MONTHS = 'months with their peak and energy, or hourlyMw of a year'

/** One month of the year, with what it has of its own where that differs from the tariff. */
const TariffMonth = z.strictObject({
  peakMw: NonNegative,
  energyMwh: NonNegative.default(0),
  contractedMw: NonNegative.optional(),
  demandChargeUsdPerKwMonth: NonNegative.optional(),
  energyUsdPerMwh: z.number().optional(),
})

/** A year of bills under a large-load tariff, month by month. */
export const TariffCase = z
  .strictObject({
    contractedMw: NonNegative,
    demandChargeUsdPerKwMonth: NonNegative,
    energyUsdPerMwh: z.number().default(0),
    /** Paid each month whatever is used. */
    fixedUsdPerMonth: NonNegative.default(0),
    /** Share of contracted MW billed whether used or not. */
    minimumTakeShare: Share.default(0),
    /** Share of the highest peak of the look-back that is billed at least. */
    ratchetShare: Share.default(0),
    /** Months before the billed one that the ratchet looks at. */
    ratchetMonths: z.int().min(0).max(36).default(11),
    /** Months of the year whose peaks count for the ratchet, 1 to 12; empty: all. */
    ratchetOnlyMonths: z.array(z.int().min(1).max(12)).default([]),
    /** Peaks that the ratchet looks at: those of the meter, or what was billed (minimum take and ratchet included). */
    ratchetBasis: z.enum(['metered', 'billed']).default('metered'),
    /** The year before had the same months: the look-back runs round the year. */
    yearRepeats: z.boolean().default(false),
    /** Month of the year of the first bill. */
    startMonth: z.int().min(1).max(12).default(1),
    /** Peaks of the months before the first bill, the latest last. */
    earlierPeaksMw: z.array(NonNegative).default([]),
    months: z.array(TariffMonth).default([]),
    /** Instead of months: the load of each hour of a calendar year from 1 January. */
    hourlyMw: z
      .array(NonNegative)
      .length(HOURS_PER_YEAR, '8,760 hours, a year without 29 February')
      .optional(),
    /** Price of each of these hours; takes the place of energyUsdPerMwh. */
    hourlyUsdPerMwh: z
      .array(z.number())
      .length(HOURS_PER_YEAR, '8,760 hours, a year without 29 February')
      .optional(),
  })
  .refine((own) => own.months.length > 0 || own.hourlyMw !== undefined, { path: ['months'], message: MONTHS })
  .refine((own) => own.months.length === 0 || own.hourlyMw === undefined, {
    path: ['hourlyMw'],
    message: 'months or hourlyMw, not both',
  })
  .refine((own) => own.hourlyUsdPerMwh === undefined || own.hourlyMw !== undefined, {
    path: ['hourlyUsdPerMwh'],
    message: 'prices by the hour need hourlyMw beside them',
  })
  .refine((own) => own.hourlyMw === undefined || own.startMonth === 1, {
    path: ['startMonth'],
    message: '1: hours run from 1 January',
  })
  .refine((own) => !own.yearRepeats || own.earlierPeaksMw.length === 0, {
    path: ['earlierPeaksMw'],
    message: 'earlier peaks or a year that repeats, not both',
  })
export type TariffCase = z.infer<typeof TariffCase>
