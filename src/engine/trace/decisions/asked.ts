import type { SweepSpec } from '../../../plan/cases/sweepSpec.ts'
import type { AuditReport } from '../../../plan/result/audit.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Part, Worth } from '../../compare/attribution.ts'
import type { InputGroup } from '../../compare/inputGroups.ts'
import type { LayerVariant } from '../../demand/layerVariants.ts'
import type { DaysOfPeriod } from '../../dispatch/compareDays.ts'
import type { SweepReport } from '../../vary/runSweep.ts'
import type { Metrics, Outcome } from '../../vary/task.ts'
import type { WorthReport } from '../../why/limits/shadowPrices.ts'

/** From the plan of a trace to another: what mixtures of their inputs cost, and the parts that follow. */
export interface BridgeTo {
  readonly plan: Plan
  readonly result: PlanResult
  readonly groups: readonly InputGroup[]
  /** By `keyOf` of the groups that were changed. */
  readonly worths: ReadonlyMap<string, Worth>
  readonly parts: readonly Part[]
}

/** A question about many plans, with its answer. */
export interface AskedSweep {
  readonly spec: SweepSpec
  readonly report: SweepReport
}

/** Representative days of a site in a period, dispatched hour by hour. */
export interface AskedDays extends DaysOfPeriod {
  readonly siteId: string
  readonly period: string
}

/** The plan solved with and without what layers 6 and 5 do. */
export interface AskedLayers {
  /** Null where a variant has no plan. */
  readonly found: ReadonlyMap<LayerVariant, Metrics | null>
  /** Of the last period alone with nothing in its way. */
  readonly isUnlimited: boolean
}

/** The plan that figures of the plan of a trace are held against. */
export interface AskedChange {
  readonly plan: Plan
  readonly result: PlanResult
  readonly name: string
  /** Of the plan of the trace. */
  readonly ownName: string
}

/** What was worked out of a plan beside its result, so that its figures can be traced too. */
export interface Asked {
  readonly bridge?: BridgeTo
  readonly sweep?: AskedSweep
  readonly worth?: WorthReport
  /** The plan solved with a decision forced. */
  readonly forced?: { readonly decision: string; readonly outcome: Outcome }
  readonly audit?: AuditReport
  readonly dispatch?: AskedDays
  readonly change?: AskedChange
  readonly layers?: AskedLayers
}
