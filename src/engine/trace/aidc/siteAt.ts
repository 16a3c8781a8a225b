import type { FormulaId } from '../../../plan/formulas/formulas.ts'
import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import type { Trace, TraceInput } from '../trace.ts'
import type { TraceContext } from '../traceContext.ts'

/** A site in a period, as the result has it. */
export interface At {
  readonly c: TraceContext
  readonly siteIndex: number
  readonly t: number
  readonly build: SiteBuild
  readonly of: string
}

/** A trace that does not know its name yet. */
export type Made = Omit<Trace, 'ref'>

/** Null where the plan has no such site, or the result no such period of it. */
export function findAt(c: TraceContext, siteId: string, period: string): At | null {
  const build = c.build(siteId, period)
  const siteIndex = c.siteIndex(siteId)
  if (!build || siteIndex < 0) return null
  const of = `${c.siteName(siteId)}, ${period}`
  return { c, siteIndex, t: c.result.periods.indexOf(period), build, of }
}

/** The site as the plan has it. */
export const siteOf = ({ c, siteIndex }: At) => c.plan.sites[siteIndex]!
/** Where the plan says a field of it. */
export const facilityPath = (at: At, field: string) => `sites[${siteOf(at).id}].facility.${field}`
export const powerPath = (at: At, field: string) => `sites[${siteOf(at).id}].power.${field}`

/** A trace of the site and period itself. */
export function made(
  at: At,
  word: Made['word'],
  unit: string,
  formula: FormulaId,
  parts: { value: number; inputs: TraceInput[]; recomputed: number; isDecided?: boolean },
): Made {
  return { word, of: at.of, unit, formula, isDecided: false, ...parts }
}
