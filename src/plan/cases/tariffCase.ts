import { z } from 'zod'
import { NonNegative, Share } from '../schema/common.ts'
import { HOURS_PER_YEAR } from '../units.ts'

const MONTHS = 'months with their peak and energy, or hourlyMw of a year'

/** One month of the year, with what it has of its own where that differs from the tariff. */
const TariffMonth = z.strictObject({
  peakMw: NonNegative,
  energyMwh: NonNegative.default(0),
  contractedMw: NonNegative.optional(),
  demandChargeUsdPerKwMonth: NonNegative.optional(),
  energyUsdPerMwh: z.number().optional(),
  /** Highest MW within each demand window, by its name. */
  windowPeaksMw: z.record(z.string(), NonNegative).optional(),
})

/** Hours of some months in which the highest MW is charged beside the month's own peak. */
const DemandWindow = z.strictObject({
  name: z.string().min(1),
  usdPerKwMonth: NonNegative,
  /** Hours of the day, 0 to 23. */
  hours: z.array(z.int().min(0).max(23)).min(1, 'at least one hour of the day, 0 to 23'),
  /** Months of the year, 1 to 12; empty: all. */
  months: z.array(z.int().min(1).max(12)).default([]),
  weekdaysOnly: z.boolean().default(false),
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
    /** Demand charges of their own for hours of the day, seasons and weekdays; no ratchet looks at them. */
    demandWindows: z.array(DemandWindow).default([]),
    /** Day of the week of 1 January, 1 for Monday, where hours are given and a window has weekdays only. */
    firstWeekday: z.int().min(1).max(7).default(1),
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
  .superRefine(({ months, demandWindows }, context) => {
    months.forEach(({ windowPeaksMw = {} }, i) => {
      for (const { name } of demandWindows)
        if (windowPeaksMw[name] === undefined)
          context.addIssue({
            ...{ code: 'custom', path: ['months', i, 'windowPeaksMw'] },
            message: `the highest MW of window ${name}; or give hourlyMw in place of months`,
          })
    })
  })
  .refine((own) => !own.yearRepeats || own.earlierPeaksMw.length === 0, {
    path: ['earlierPeaksMw'],
    message: 'earlier peaks or a year that repeats, not both',
  })
export type TariffCase = z.infer<typeof TariffCase>
