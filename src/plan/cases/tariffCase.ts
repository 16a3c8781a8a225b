import { z } from 'zod'
import { NonNegative, Share } from '../schema/common.ts'

/** A year of bills under a large-load tariff, month by month. */
export const TariffCase = z.strictObject({
  contractedMw: NonNegative,
  demandChargeUsdPerKwMonth: NonNegative,
  energyUsdPerMwh: NonNegative.default(0),
  /** Share of contracted MW billed whether used or not. */
  minimumTakeShare: Share.default(0),
  /** Share of the highest metered peak of the look-back that is billed at least. */
  ratchetShare: Share.default(0),
  /** Months before the billed one that the ratchet looks at. */
  ratchetMonths: z.int().min(0).max(36).default(11),
  /** Months of the year whose peaks count for the ratchet, 1 to 12; empty: all. */
  ratchetOnlyMonths: z.array(z.int().min(1).max(12)).default([]),
  /** Month of the year of the first bill. */
  startMonth: z.int().min(1).max(12).default(1),
  /** Metered peaks of the months before the first bill, the latest last. */
  earlierPeaksMw: z.array(NonNegative).default([]),
  months: z.array(z.strictObject({ peakMw: NonNegative, energyMwh: NonNegative.default(0) })).min(1),
})
export type TariffCase = z.infer<typeof TariffCase>
