import type { FormulaId } from '../../../../plan/formulas/formulas.ts'
import type { SiteBuild } from '../../../../plan/result/siteBuild.ts'
import type { Site } from '../../../../plan/schema/site.ts'
import type { Period } from '../../../derive/periods.ts'
import type { TraceInput } from '../../trace.ts'
import type { TraceContext } from '../../traceContext.ts'

/** What a line costs in one period, and what of. */
export interface Made {
  readonly formula: FormulaId
  readonly inputs: readonly TraceInput[]
  readonly recomputed: number
}

/** A line of a site in a period. */
export interface At {
  readonly c: TraceContext
  readonly period: Period
  readonly site: Site
  readonly siteIndex: number
  readonly build: SiteBuild
  readonly before: SiteBuild | undefined
}

/** The factor by which a cost of a period is discounted. */
export const factor = (value: number): TraceInput => ({ word: 'discount', value, unit: '' })
