import { z } from 'zod'
import { Id, Name, NonNegative, Note, Positive, QuarterOrMonth, Share } from './common.ts'

/**
 * Electricity that is locked for years:
 *
 *   pay-as-produced  what a plant of the source makes, when it makes it
 *   baseload         the same MW in every hour
 *   virtual          settled in money against the spot price; the energy itself is bought at spot
 */
export const PowerContract = z.strictObject({
  id: Id,
  /** What planners call it; absent: its technology. */
  name: Name.optional(),
  kind: z.enum(['pay-as-produced', 'baseload', 'virtual']),
  /** Row of the energy sources catalog: profile and carbon; its variable cost is the price unless one is given. */
  energySourceId: Id,
  maxMw: NonNegative,
  usdPerMwh: NonNegative.optional(),
  /** Price change a year, from the start of the horizon. */
  escalatorPerYear: z.number().min(-0.5).max(1).default(0),
  /** First quarter or month of delivery. */
  start: QuarterOrMonth,
  termYears: Positive.default(10),
  /** Share of the contracted energy that is paid whether taken or not. */
  takeOrPayShare: Share.default(1),
  /** By a line of its own, past the grid's meter. */
  isDirect: z.boolean().default(false),
  /** Share of the contracted MW that counts as firm; the grid's own megawatts limit what comes through the grid. */
  firmShare: Share.default(0),
  note: Note.optional(),
})
export type PowerContract = z.infer<typeof PowerContract>
