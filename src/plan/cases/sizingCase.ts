import { z } from 'zod'
import { Id, NonNegative, Positive, Quarter, Share } from '../schema/common.ts'
import { Redundancies } from '../schema/site.ts'

/** Units of anything under redundancy schemes, or the whole train of a site. */
export const SizingCase = z.strictObject({
  units: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        load: NonNegative,
        unitSize: Positive,
        scheme: z.string(),
        blocks: z.int().min(1).default(1),
      }),
    )
    .default([]),
  site: z
    .strictObject({
      catalogRegionId: Id,
      coolingTechnologyId: Id,
      electricalLossShare: Share.default(0.06),
      redundancy: Redundancies.prefault({}),
      /** Quarter in which the plan starts: orders that fall before it are late. */
      planStart: Quarter,
      /** MW of IT that the rooms carry from each quarter on. */
      steps: z.array(z.strictObject({ period: Quarter, itMw: NonNegative })).min(1),
    })
    .optional(),
})
export type SizingCase = z.infer<typeof SizingCase>
