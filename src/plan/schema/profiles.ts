import { z } from 'zod'
import { NonNegative, Note, Share } from './common.ts'

const PriceUsdPerMwh = z.number().min(-1000).max(20_000)
const TemperatureC = z.number().min(-70).max(70)
/** One value for each hour of the local day. */
const day = <T extends z.ZodType>(value: T) => z.array(value).length(24)
/** [month of the year][hour]; files imported by earlier versions: [quarter of the year][hour]. */
const seasons = <T extends z.ZodType>(value: T) =>
  z
    .array(day(value))
    .min(4)
    .max(12)
    .refine((own) => own.length === 4 || own.length === 12, '12 months, or 4 quarters')
const months = <T extends z.ZodType>(value: T) => z.array(day(value)).length(12)
const byDayType = <T extends z.ZodType>(value: T) => z.strictObject({ weekday: value, weekend: value })

/** A day that stands for others, by local hour; what was not imported is absent. */
export const RepresentativeDay = z.strictObject({
  /** 0 for the first of January. */
  day: z.int().min(0).max(364),
  kind: z.enum(['typical', 'peak', 'stress']),
  /** Days of the year that it stands for; all sum to 365. */
  weightDays: NonNegative,
  /** Of them weekdays and weekend days in each month of the year; absent: by quarter. */
  weekdaysByMonth: z.array(NonNegative).length(12).optional(),
  weekendsByMonth: z.array(NonNegative).length(12).optional(),
  /** The same by quarter, as earlier versions counted; absent too: spread evenly. */
  weekdaysByQuarter: z.array(NonNegative).length(4).optional(),
  weekendsByQuarter: z.array(NonNegative).length(4).optional(),
  /** Share of the year's highest load. */
  loadShare: day(Share).optional(),
  usdPerMwh: day(PriceUsdPerMwh).optional(),
  kgCo2PerMwh: day(NonNegative).optional(),
  /** Output of sun, of wind and of what is not told apart, per MW. */
  solarShare: day(NonNegative).optional(),
  windShare: day(NonNegative).optional(),
  supplyShare: day(NonNegative).optional(),
  dryBulbC: day(TemperatureC).optional(),
  wetBulbC: day(TemperatureC).optional(),
})
export type RepresentativeDay = z.infer<typeof RepresentativeDay>

/** What a year of hourly files says of a site, in the place of what is made up from its region's row. */
export const SiteProfiles = z.strictObject({
  /** Where the files came from. */
  note: Note,
  /** Means by day type, month (or quarter) of the year and local hour. */
  usdPerMwh: byDayType(seasons(PriceUsdPerMwh)).optional(),
  kgCo2PerMwh: byDayType(seasons(NonNegative)).optional(),
  /** Share of the year's highest load: mean and highest of each hour, of the year and of its months. */
  loadShare: z
    .strictObject({
      mean: byDayType(day(Share)),
      highest: byDayType(day(Share)),
      meanByMonth: byDayType(months(Share)).optional(),
      highestByMonth: byDayType(months(Share)).optional(),
    })
    .optional(),
  /**
   * [month or quarter][hour][fifth] of the hours ordered by dry bulb: mean dry bulb and mean wet bulb of each fifth; and the
   * temperatures that 35 hours of the year exceed (0.4 %).
   */
  weather: z
    .strictObject({
      place: z.string(),
      dryBulbC: seasons(z.array(TemperatureC).length(5)),
      wetBulbC: seasons(z.array(TemperatureC).length(5)),
      designDryBulbC: TemperatureC,
      designWetBulbC: TemperatureC,
    })
    .optional(),
  days: z.array(RepresentativeDay).default([]),
  /** Means over the 8,760 hours of the files: what days and profiles are held against. */
  year: z
    .strictObject({
      loadShare: Share.optional(),
      /** Load duration: the share of the highest load that is exceeded in a share of the hours. */
      loadDuration: z.array(z.strictObject({ hoursShare: Share, loadShare: Share })).optional(),
      usdPerMwh: PriceUsdPerMwh.optional(),
      kgCo2PerMwh: NonNegative.optional(),
      dryBulbC: TemperatureC.optional(),
      /** Price and carbon weighted by the load of each hour, where load was imported too. */
      usdPerMwhOfLoad: PriceUsdPerMwh.optional(),
      kgCo2PerMwhOfLoad: NonNegative.optional(),
    })
    .optional(),
})
export type SiteProfiles = z.infer<typeof SiteProfiles>
export type DayTypeProfile = NonNullable<SiteProfiles['usdPerMwh']>
