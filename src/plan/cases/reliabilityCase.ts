import { z } from 'zod'
import { NonNegative, Positive, Share } from '../schema/common.ts'
import { HOURS_PER_YEAR } from '../units.ts'

/** A backup chain in an outage. Defaults of a diesel generator are those of REopt (B). */
export const ReliabilityCase = z.strictObject({
  generators: z
    .array(
      z.strictObject({
        count: z.int().min(1).max(200),
        unitMw: Positive,
        availability: Share.default(0.995),
        failureToStart: Share.default(0.0094),
        mttfH: z.number().min(1).default(1100),
      }),
    )
    .max(3)
    .default([]),
  storage: z
    .strictObject({
      powerMw: Positive,
      energyMwh: Positive,
      /** Full unless given. */
      startMwh: NonNegative.optional(),
      chargeEfficiency: z.number().min(0.1).max(1).default(0.95),
      dischargeEfficiency: z.number().min(0.1).max(1).default(0.95),
      bins: z.int().min(2).max(1001).default(101),
      /** Share of the time that it is there at all. */
      availability: Share.default(1),
    })
    .optional(),
  /** One load for all hours, or one an hour. */
  loadMw: z.union([NonNegative, z.array(NonNegative).min(1).max(HOURS_PER_YEAR)]),
  hours: z.int().min(1).max(HOURS_PER_YEAR).default(72),
  /** The outage may begin in any hour of the listed loads, which go round; else it begins with the first. */
  everyStart: z.boolean().default(false),
})
export type ReliabilityCase = z.infer<typeof ReliabilityCase>
