import { z } from 'zod'

/** A block of hours for which the plan is balanced; the `bySlice` lists of a result follow the order of its slices. */
export const ResultSlice = z.object({
  id: z.string(),
  dayType: z.enum(['weekday', 'weekend']),
  hoursUtc: z.array(z.int()),
  hoursPerPeriod: z.number(),
})
export type ResultSlice = z.infer<typeof ResultSlice>

/** Values by slice; empty in results written before they were kept. */
export const BySlice = z.array(z.number()).default([])
