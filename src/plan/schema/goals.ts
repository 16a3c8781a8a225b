import { z } from 'zod'
import { Day, NonNegative, Note, Share } from './common.ts'

/** What the planner aims at; measured against results, never handed to the solver. */
export const Goals = z.strictObject({
  /** At the end of the horizon. */
  servedTokensPerDay: NonNegative.optional(),
  levelisedUsdPerMTok: NonNegative.optional(),
  netPresentCostMusd: NonNegative.optional(),
  /** At most. */
  unservedShare: Share.optional(),
  leasedShare: Share.optional(),
  builtItMw: NonNegative.optional(),
  contractedMw: NonNegative.optional(),
})

/** Where one value comes from: in words, of which day, how good (A primary, B secondary, C estimate). */
export const Provenance = z.strictObject({
  source: Note.min(1, 'words that say where the value comes from'),
  date: Day.optional(),
  grade: z.enum(['A', 'B', 'C']).optional(),
})
export type Goals = z.infer<typeof Goals>
export type Provenance = z.infer<typeof Provenance>
