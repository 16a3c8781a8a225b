import { z } from 'zod'

/** P10 and P90 of measured over derived tokens per second with separate prefill, and the median error. */
export const DisaggregatedFit = z.object({
  p10: z.number().positive(),
  p90: z.number().positive(),
  rows: z.number(),
  medianPercent: z.number(),
})
export type DisaggregatedFit = z.infer<typeof DisaggregatedFit>
