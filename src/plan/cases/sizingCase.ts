import { z } from 'zod'
import { Id, NonNegative, Positive, QuarterOrMonth, Share } from '../schema/common.ts'
import { Redundancy } from '../schema/redundancy.ts'
import { Redundancies } from '../schema/site.ts'

/** Units of one kind for a load; the lead time and the quarter ask for an order-by date. */
const SizedUnits = z
  .strictObject({
    name: z.string().min(1),
    load: NonNegative,
    unitSize: Positive,
    scheme: Redundancy,
    /** Independent blocks of equal load; spares stand once in each. */
    blocks: z.int().min(1, 'a whole number of blocks from 1').default(1),
    /** Or the load of one block: as many blocks as the load needs. */
    blockLoad: Positive.optional(),
    leadWeeks: z.number().min(0, 'weeks of 0 or more; what stands already has a lead time of 0').optional(),
    neededFrom: QuarterOrMonth.optional(),
  })
  .refine((own) => own.blockLoad === undefined || own.blocks === 1, {
    path: ['blockLoad'],
    message: 'blocks or blockLoad, not both',
  })
export type SizedUnits = z.infer<typeof SizedUnits>

/** Units of anything under redundancy schemes, or the whole train of a site. */
export const SizingCase = z.strictObject({
  units: z.array(SizedUnits).default([]),
  site: z
    .strictObject({
      catalogRegionId: Id,
      coolingTechnologyId: Id,
      electricalLossShare: Share.default(0.06),
      redundancy: Redundancies.prefault({}),
      /** QuarterOrMonth in which the plan starts: orders that fall before it are late. */
      planStart: QuarterOrMonth,
      /** MW of IT that the rooms carry from each quarter on. */
      steps: z.array(z.strictObject({ period: QuarterOrMonth, itMw: NonNegative })).min(1),
      /** Design day instead of the region's ASHRAE 0.4 % temperatures. */
      designDryBulbC: z.number().min(-70).max(70).optional(),
      designWetBulbC: z.number().min(-70).max(50).optional(),
    })
    .optional(),
})
export type SizingCase = z.infer<typeof SizingCase>
