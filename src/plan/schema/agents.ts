import { z } from 'zod'
import { Id, NonNegative, Note, Positive, Share } from './common.ts'

/** How the number of units grows between the first and the last period. */
export const GrowthCurve = z.enum(['cagr', 'logistic', 'linear'])

/** Layer 7: one archetype of demand, in the archetype's own units (users, seats, robots, ...). */
export const Demand = z.strictObject({
  id: Id,
  archetypeId: Id,
  unitsStart: NonNegative,
  unitsEnd: NonNegative,
  growth: GrowthCurve.default('cagr'),
  /** Share of the units in each region; sums to 1. */
  regionShares: z.record(Id, Share),
  /** Overrides of the archetype's row. */
  tasksPerUnitDay: NonNegative.optional(),
  inputTokensPerCall: Positive.optional(),
  outputTokensPerCall: Positive.optional(),
  cacheHitShare: Share.optional(),
  complexShare: Share.optional(),
  privacyShare: Share.optional(),
  note: Note.optional(),
})

/** A region where demand arises. */
export const Region = z.strictObject({
  id: Id,
  name: z.string().min(1),
  /** Row of the regions catalog: coordinates, energy price, climate. */
  catalogRegionId: Id,
  /** Name in the latency catalog, as in `azure:eastus`. */
  latencyId: z.string().optional(),
  utcOffsetH: z.number().min(-12).max(14),
  /** Private data of this region may be served only at sites of the same zone. */
  residencyZone: Id,
})
export type Demand = z.infer<typeof Demand>
export type Region = z.infer<typeof Region>
