import { z } from 'zod'

const Measures = z.strictObject({
  ...{ carbon: z.number(), unserved: z.number(), leased: z.number(), edge: z.number() },
})

/** JSON has no infinities: a bound that is not known yet is null. */
const Bound = z
  .number()
  .nullable()
  .transform((own) => own ?? Number.NEGATIVE_INFINITY)

/** Fields in the order in which a thread answers them, so that files are the same to the byte. */
const Metrics = z.strictObject({
  ...{ objectiveMusd: z.number(), boundMusd: Bound, netPresentCostMusd: z.number() },
  ...{ levelisedUsdPerMTok: z.number(), unservedShare: z.number(), leasedShare: z.number() },
  ...{ edgeShare: z.number(), builtItMwEnd: z.number(), usedItMwEnd: z.number() },
  measures: Measures,
  decisions: z.record(z.string(), z.number()),
})

/** An outcome of a task as JSON, from a queue or from the file that a sweep goes on from. */
export const SweepOutcome = z.strictObject({
  id: z.string(),
  metrics: Metrics.nullable(),
  message: z.string(),
  kind: z.enum(['plan', 'infeasible', 'no-plan', 'bad-input']),
  least: z.strictObject({ value: z.number(), bound: z.number() }).optional(),
  faults: z.array(z.strictObject({ path: z.string(), value: z.unknown(), expected: z.string() })).optional(),
})
