import { z } from 'zod'
import { Id, NonNegative, Note, Positive, QuarterOrMonth, Share } from './common.ts'

/** How the number of units grows between the first and the last period. */
export const GrowthCurve = z.enum(['cagr', 'logistic', 'linear', 'bass', 'table'])

/**
 * Shape of a day (24 hours, all days alike but for the level of weekends) or of a week (168 hours from Monday 0 h).
 * Any scale: only the ratio of hours to each other counts.
 */
export const OwnProfile = z
  .strictObject({
    hours: z.array(NonNegative),
    /** Level of Saturday and Sunday against the other days; for a day of 24 hours only. */
    weekendLevel: NonNegative.default(1),
    /** Whose clock the hours follow. */
    timeBasis: z.enum(['local', 'utc']).default('local'),
  })
  .refine(({ hours }) => hours.length === 24 || hours.length === 168, {
    path: ['hours'],
    message: '24 hours of a day or 168 of a week',
  })
  .refine(({ hours }) => hours.some((value) => value > 0), { path: ['hours'], message: 'an hour above 0' })

/** Diffusion after Bass; p and q are textbook averages (grade C). */
export const Bass = z.strictObject({
  /** Units that there can ever be; absent: as many as lead to `unitsEnd`. */
  marketUnits: Positive.optional(),
  /** Innovation, per year. */
  p: Positive.default(0.03),
  /** Imitation, per year. */
  q: NonNegative.default(0.38),
})

/** Layer 7: one archetype of demand, in the archetype's own units (users, seats, robots, ...). */
export const Demand = z.strictObject({
  id: Id,
  archetypeId: Id,
  unitsStart: NonNegative,
  unitsEnd: NonNegative,
  growth: GrowthCurve.default('cagr'),
  bass: Bass.prefault({}),
  /** Units by quarter of the horizon for `table`, the last staying. */
  unitsByPeriod: z.array(NonNegative).default([]),
  /** Units that come (or, below 0, leave) at once, on top of the curve. */
  steps: z.array(z.strictObject({ from: QuarterOrMonth, addUnits: z.number() })).default([]),
  /** Share of the units in each region; sums to 1. */
  regionShares: z.record(Id, Share),
  /** Overrides of the archetype's row. */
  tasksPerUnitDay: NonNegative.optional(),
  callsPerTask: Positive.optional(),
  inputTokensPerCall: Positive.optional(),
  outputTokensPerCall: Positive.optional(),
  cacheHitShare: Share.optional(),
  complexShare: Share.optional(),
  privacyShare: Share.optional(),
  /** Time to first token that 95 of 100 calls keep, and time per output token. */
  ttftMs: Positive.optional(),
  tpotMs: Positive.optional(),
  /** Takes the place of the archetype's profile. */
  profile: OwnProfile.optional(),
  /** Busiest minute over its hour, in place of the archetype's. */
  intrahourPeak: z.number().min(1).max(100).optional(),
  /** Busiest hour of an event (a holiday, a launch) over the busiest hour of a normal week. */
  eventFactor: z.number().min(1).max(20).default(1),
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
  /** Time zone such as `America/New_York`: its rules, daylight saving among them, take the place of `utcOffsetH`. */
  timeZone: z.string().optional(),
  /** Private data of this region may be served only at sites of the same zone. */
  residencyZone: Id,
})
export type Demand = z.infer<typeof Demand>
export type Region = z.infer<typeof Region>
export type OwnProfile = z.infer<typeof OwnProfile>
