import { z } from 'zod'

/** A phrase of the audit: its pattern, which each language knows, and what stands in its gaps. */
export interface Said {
  /** In English with a gap as `{}`: the code of the phrase, as in `Peak at {} at design temperatures`. */
  readonly pattern: string
  /** Names and numbers as they are, things of the plan, and further phrases. */
  readonly values: readonly (string | number | NamedThing | Said)[]
}

/** A thing of the plan or the catalog; of shipped ones each language has a name of its own. */
export interface NamedThing {
  readonly id: string
  readonly name: string
}

const NamedThing = z.object({ id: z.string(), name: z.string() })

const Said: z.ZodType<Said> = z.lazy(() =>
  z.object({
    pattern: z.string(),
    values: z.array(z.union([z.string(), z.number(), NamedThing, Said])).readonly(),
  }),
)

/** How a claim stands to the auditor's value: equal to it, at most or at least it, or there may be none. */
export const AuditRule = z.enum(['agrees', 'at-most', 'at-least', 'forbids'])
export type AuditRule = z.infer<typeof AuditRule>

/** One thing the auditor looked at: what the result says, what the auditor finds, and whether the two agree. */
export const AuditLine = z.object({
  /** The check, as in `token-balance`. */
  check: z.string(),
  /** Where it stands in the result, as in `builds[ash 2027Q1].peakMw`. */
  path: z.string(),
  claimed: z.number(),
  /** The auditor's own value; for a limit, the limit. */
  recomputed: z.number(),
  unit: z.string(),
  /** Difference allowed, as a share of the larger value; for a limit, of the limit. */
  toleranceShare: z.number(),
  isOk: z.boolean(),
  rule: AuditRule,
  /** What is looked at; of a breach, why it is one. */
  what: Said,
  /** The finding in words and figures, in English. */
  sentence: z.string(),
})
export type AuditLine = z.infer<typeof AuditLine>

/** A result checked by code that shares no formula with the solver's layers. */
export const AuditReport = z.object({
  lines: z.array(AuditLine),
  /** True where every line is. */
  isOk: z.boolean(),
})
export type AuditReport = z.infer<typeof AuditReport>
