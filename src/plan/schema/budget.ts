import { z } from 'zod'
import { NonNegative } from './common.ts'

/** What the plan may spend, emit, leave unserved and take from others over all sites; absent: no limit. */
export const Budget = z.strictObject({
  /**
   * Capital ordered through the horizon, at the prices of the orders, not discounted: rooms, accelerators with their
   * network, plant on site, grid connections with study, application and deposit.
   */
  capexMusd: NonNegative.optional(),
  /** The same by year of the plan, the last entry staying; empty: none. */
  capexMusdByYear: z.array(NonNegative).default([]),
  carbonTonnesPerYear: NonNegative.optional(),
  waterM3PerYear: NonNegative.optional(),
  /** Carbon of the electricity of all sites, over the whole horizon. */
  carbonTonnes: NonNegative.optional(),
  /** Million tokens asked for and not served, over the whole horizon. */
  unservedMTok: NonNegative.optional(),
  /** Million tokens served on leased accelerators or bought, over the whole horizon. */
  leasedMTok: NonNegative.optional(),
  /** Million tokens served neither on users' devices nor at sites of the edge, over the whole horizon. */
  awayFromEdgeMTok: NonNegative.optional(),
})
export type Budget = z.infer<typeof Budget>
