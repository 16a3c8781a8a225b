import { z } from 'zod'

const OBSTACLES = ['export-denied', 'export-licence', 'no-liquid', 'no-air', 'rack-power'] as const

/** What the planner should know before trusting a result; said in words by the report and the screens. */
export const ResultNote = z.discriminatedUnion('code', [
  /** Sites whose weather is made from the region's mean and design temperatures; all: no site has a file. */
  z.object({ code: z.literal('synthetic-weather'), sites: z.array(z.string()), isAll: z.boolean() }),
  /** Sites whose representative days are made up around the means of their region. */
  z.object({ code: z.literal('synthetic-days'), sites: z.array(z.string()) }),
  /** Cooling that the solve chose for a site: blocks by technology. */
  z.object({
    ...{ code: z.literal('cooling-chosen'), site: z.string(), rounds: z.int(), isStable: z.boolean() },
    technologies: z.array(z.object({ technology: z.string(), blocks: z.number() })),
  }),
  /** Pools (site, model, quarter) that got more room than their utilisation cap. */
  z.object({ code: z.literal('pools-widened'), pools: z.int() }),
  /** Those that still lack room after so many solves more. */
  z.object({ code: z.literal('pools-short'), pools: z.int(), rounds: z.int().optional() }),
  /** An accelerator that is not bought for a site, or only against the plan's rules (`isHeld` false). */
  z.object({
    ...{ code: z.literal('obstacle'), isHeld: z.boolean(), accelerator: z.string(), site: z.string() },
    reason: z.enum(OBSTACLES),
    /** What stands in the way, as in a product and a country, or kW wanted and kW at most. */
    values: z.array(z.union([z.string(), z.number()])),
  }),
  /** A lease that is not taken, or only against the plan's rules. */
  z.object({
    ...{ code: z.literal('lease-obstacle'), isHeld: z.boolean(), lease: z.string() },
    reason: z.enum(OBSTACLES),
    values: z.array(z.union([z.string(), z.number()])),
  }),
  /** A class of a region that has no place to be served. */
  z.object({
    ...{ code: z.literal('nowhere'), classId: z.string(), region: z.string() },
    reasons: z.array(z.string()),
  }),
])
export type ResultNote = z.infer<typeof ResultNote>
