import { z } from 'zod'
import { PlanEdit } from '../planPath.ts'
import { Id, Positive, Share } from '../schema/common.ts'

/** How sure one input is; of values that are all numbers, in the unit of the field. */
export const Distribution = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('triangular'), low: z.number(), mode: z.number(), high: z.number() }),
  z.strictObject({ shape: z.literal('uniform'), low: z.number(), high: z.number() }),
  z.strictObject({ shape: z.literal('normal'), mean: z.number(), deviation: Positive }),
  /** By its median and the deviation of its logarithm: 0.2 is about a fifth up or down. */
  z.strictObject({ shape: z.literal('lognormal'), median: Positive, logDeviation: Positive }),
  z.strictObject({
    shape: z.literal('discrete'),
    values: z.array(z.strictObject({ value: z.number(), weight: Positive })).min(1),
  }),
])
export type Distribution = z.infer<typeof Distribution>

/** What a draw or a step is applied as: the value itself, or a factor on what the plan has. */
const As = z.enum(['value', 'times']).default('value')

/** full: the plan is solved anew. fixed: what was built and contracted stays, operations are solved anew. */
const Design = z.enum(['full', 'fixed']).default('full')

const Common = {
  /** Proven gap of each solve; the plan's own where absent. */
  gapShare: Share.optional(),
  timeLimitS: Positive.optional(),
}

/** A decision, as in `site:ash`, `accelerator:b300`, `lease:spot`, `unserved`, or `cost` below a number of million USD. */
const Flip = z
  .string()
  .regex(
    /^(site|accelerator|lease|api|plant|contract):.+$|^unserved$|^feasible$|^cost<[\d.]+$/,
    'site:ID, accelerator:ID, lease:ID, api:ID, plant:SITE/ID, contract:SITE/ID, unserved, feasible or cost<MUSD',
  )

/** An input in even steps from one value to another. */
const GridAxis = z.strictObject({
  path: z.string(),
  as: z.enum(['value', 'times']).default('times'),
  from: z.number(),
  to: z.number(),
  steps: z.int().min(2).max(21).default(5),
})
export type GridAxis = z.infer<typeof GridAxis>

/** A question about many plans at once. */
export const SweepSpec = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scenarios'),
    ...Common,
    design: Design,
    /** What may turn out one way or another. */
    drivers: z.array(
      z.strictObject({
        id: Id,
        options: z.array(z.strictObject({ id: Id, edits: z.array(PlanEdit) })).min(1),
      }),
    ),
    /** A scenario picks an option of some drivers; absent: every combination. */
    scenarios: z.array(z.strictObject({ id: Id, picks: z.record(Id, Id) })).optional(),
  }),
  z.strictObject({
    kind: z.literal('sensitivity'),
    ...Common,
    design: Design,
    /** Each input alone, low and high; as factors unless `as` is value. */
    inputs: z
      .array(
        z.strictObject({
          path: z.string(),
          low: z.number(),
          high: z.number(),
          as: z.enum(['value', 'times']).default('times'),
        }),
      )
      .min(1),
    /** Values of each input from low to high; with more than two the lines of a spider bend where the cost does. */
    steps: z.int().min(2).max(21).default(2),
  }),
  z.strictObject({
    kind: z.literal('grid'),
    ...Common,
    design: Design,
    /** Two inputs, every value of one with every value of the other. */
    across: GridAxis,
    down: GridAxis,
  }),
  z.strictObject({
    kind: z.literal('threshold'),
    ...Common,
    path: z.string(),
    from: z.number(),
    to: z.number(),
    as: As,
    flips: Flip,
    /** Width at which to stop, as a share of the value. */
    toleranceShare: z.number().positive().max(0.5).default(0.01),
  }),
  z.strictObject({
    kind: z.literal('monte-carlo'),
    ...Common,
    design: Design,
    draws: z.int().min(2).max(10_000).default(100),
    seed: z.int().default(1),
    inputs: z.array(z.strictObject({ path: z.string(), as: As, distribution: Distribution })).min(1),
    /** Rank correlation of two inputs by their place in `inputs`. */
    correlations: z
      .array(z.strictObject({ a: z.int().min(0), b: z.int().min(0), rank: z.number().min(-0.99).max(0.99) }))
      .default([]),
    /** Unserved share from which a draw counts as a shortage. */
    shortageShare: Share.default(0.001),
  }),
  z.strictObject({
    kind: z.literal('pareto'),
    ...Common,
    /** edge: tokens served away from the edge are capped, so that its share rises. */
    against: z.enum(['carbon', 'unserved', 'leased', 'edge']),
    /** Caps as shares of what the cheapest plan has. */
    shares: z.array(Share).min(1).default([0.9, 0.75, 0.5, 0.25, 0]),
    /**
     * Also the end of the front: the least of it that any plan has that leaves no more unserved than the cheapest, as
     * objective of its own with a proven gap, and the cheapest plan that has so little.
     */
    least: z.boolean().default(false),
  }),
])
export type SweepSpec = z.infer<typeof SweepSpec>
