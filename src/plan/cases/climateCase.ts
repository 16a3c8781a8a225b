import { z } from 'zod'
import { Id, NonNegative, Share } from '../schema/common.ts'

const TemperatureC = z.number().min(-70).max(70)
const HOURLY = 'one value for each hour of dryBulbC'

/** PUE and WUE of cooling technologies, hour by hour of given weather. */
export const ClimateCase = z
  .strictObject({
    /** Ids of cooling.csv; empty: every one. */
    technologyIds: z.array(Id).default([]),
    /** An EnergyPlus weather file, or the hours themselves. */
    epwFile: z.string().min(1).optional(),
    dryBulbC: z.array(TemperatureC).min(1).max(8784).optional(),
    /** With dryBulbC, one of the two: relative humidity (wet bulb by Stull) or the wet bulb itself. */
    humidityPercent: z.array(z.number().min(0).max(110)).optional(),
    wetBulbC: z.array(TemperatureC).optional(),
    /** Electrical losses over IT power. */
    electricalLossShare: Share.default(0.06),
    /** Instead: UPS at this share of its full load (its curve of the catalog), transformer, busway and house 1 % each. */
    upsLoadShare: z.number().min(0.01).max(1).optional(),
    /** IT load by hour; yearly means are then of facility energy over IT energy. */
    itLoad: z.array(NonNegative).optional(),
    /** The values of each hour beside their means. */
    hourly: z.boolean().default(true),
  })
  .refine((own) => (own.epwFile === undefined) !== (own.dryBulbC === undefined), {
    path: ['epwFile'],
    message: 'epwFile or dryBulbC, one of them',
  })
  .refine(
    (own) =>
      own.dryBulbC === undefined || (own.humidityPercent === undefined) !== (own.wetBulbC === undefined),
    { path: ['humidityPercent'], message: 'humidityPercent or wetBulbC beside dryBulbC, one of them' },
  )
  .refine(({ dryBulbC, humidityPercent: own }) => own === undefined || own.length === dryBulbC?.length, {
    path: ['humidityPercent'],
    message: HOURLY,
  })
  .refine(({ dryBulbC, wetBulbC: own }) => own === undefined || own.length === dryBulbC?.length, {
    path: ['wetBulbC'],
    message: HOURLY,
  })
export type ClimateCase = z.infer<typeof ClimateCase>
