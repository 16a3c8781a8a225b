import { z } from 'zod'

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
  /** The finding in words and figures. */
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
