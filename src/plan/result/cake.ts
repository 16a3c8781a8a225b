import { z } from 'zod'

/** The seven layers, from the demand down. */
export const LAYERS = [
  'agents',
  'scheduling',
  'distribution',
  'models',
  'accelerators',
  'facility',
  'power',
] as const
export const LayerName = z.enum(LAYERS)
export type LayerName = z.infer<typeof LayerName>

/** One slice of the cake: a layer in one period, at one site or (`siteId` null) over all of them. */
export const CakeSlice = z.object({
  layer: LayerName,
  siteId: z.string().nullable(),
  period: z.string(),
  /** Tokens per second at the peak slice that this layer's own limit would carry; null: it sets no limit. */
  capacityTokS: z.number().nullable(),
  /** Tokens per second at the peak slice that are asked of it. */
  needTokS: z.number(),
  /** capacity / need - 1; null where capacity is. */
  headroomShare: z.number().nullable(),
  isBinding: z.boolean(),
  /** The layer's own unit: what is used of what limit, as in "31.2 of 34.0 MW IT". */
  native: z.object({ used: z.number(), limit: z.number().nullable(), unit: z.string() }),
  /**
   * Layer 4: memory there over memory that the batch at the latency target wants; below 1 memory slows the units. Null
   * elsewhere, and in older results.
   */
  memoryShare: z.number().nullable().default(null),
  /** USD saved by one more native unit in this period (present value); null where nothing is saved. */
  worthUsdPerUnit: z.number().nullable(),
})
export type CakeSlice = z.infer<typeof CakeSlice>
