import type { InputFault } from '../../plan/fault.ts'
import type { PlanEdit } from '../../plan/planPath.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import { HOURS_PER_YEAR, SECONDS_PER_HOUR, TOKENS_PER_MTOK } from '../../plan/units.ts'

/** What a front caps: total over the horizon, not discounted. */
export type Measure = 'carbon' | 'unserved' | 'leased' | 'edge'

/** One plan to be solved as a part of a sweep. */
export interface Task {
  readonly id: string
  readonly edits: readonly PlanEdit[]
  readonly design: 'full' | 'fixed'
  /** Decisions that are forced, see `why/force.ts`. */
  readonly forced?: readonly string[]
  /** Result whose design is kept, by place among the designs of the sweep. */
  readonly designIndex?: number
  readonly gapShare?: number
  readonly timeLimitS?: number
  /** The solver looks for the least of this in place of the least cost; the edits have to set its cap. */
  readonly least?: Measure
}

/** The least of a measure, in its unit, and what it is proven not to be below. */
export interface Least {
  readonly value: number
  readonly bound: number
}

export interface Metrics {
  /** Objective with penalties, and its bound, million USD. */
  readonly objectiveMusd: number
  readonly boundMusd: number
  readonly netPresentCostMusd: number
  readonly levelisedUsdPerMTok: number
  readonly unservedShare: number
  readonly leasedShare: number
  readonly builtItMwEnd: number
  /** Accelerators of sites in the last period, MW. */
  readonly usedItMwEnd: number
  /** Made on users' devices and at sites of the edge, of the tokens served. */
  readonly edgeShare: number
  /** Tonnes; million tokens unserved, leased or bought, served away from the edge: over the horizon. */
  readonly measures: Readonly<Record<Measure, number>>
  /** Size of each decision, as in `site:ash` MW of IT built, `accelerator:b300` units bought. */
  readonly decisions: Readonly<Record<string, number>>
}

export interface Outcome {
  readonly id: string
  readonly kind: 'plan' | 'infeasible' | 'no-plan' | 'bad-input'
  /** Null where there is no plan, and where the least of a measure was asked for. */
  readonly metrics: Metrics | null
  /** Where it was asked for. */
  readonly least?: Least
  /** What was wrong with the input of the task; else empty. */
  readonly message: string
  /** The same, field by field. */
  readonly faults?: readonly InputFault[]
}

/** Answers a list of tasks, in any order, as many at a time as the machine allows. */
export type RunTasks = (tasks: readonly Task[]) => Promise<readonly Outcome[]>

/** One row of a sweep: what was varied, and what came out. */
export interface SweepRow {
  readonly id: string
  /** What tells this row from the others, as in `price: low` or a drawn value by path. */
  readonly settings: Readonly<Record<string, string | number>>
  /** Changes of the plan that make this variant. */
  readonly edits: readonly PlanEdit[]
  readonly kind: Outcome['kind']
  readonly message: string
  readonly metrics: Metrics | null
}

const SECONDS_PER_YEAR = HOURS_PER_YEAR * SECONDS_PER_HOUR

/** The figures of a sweep from a result. */
export function metricsOf(result: PlanResult, periodYears: number): Metrics {
  const sum = <T>(items: readonly T[], pick: (item: T) => number) =>
    items.reduce((total, item) => total + pick(item), 0)
  const mTok = (tokS: number) => (tokS * SECONDS_PER_YEAR * periodYears) / TOKENS_PER_MTOK
  const { summary, solver, builds, demand, leases, flows } = result
  const { edgeShare = 0 } = summary
  const bought = sum(result.purchases, ({ tokS }) => tokS)
  return {
    objectiveMusd: solver.objectiveMusd,
    boundMusd: solver.boundMusd,
    netPresentCostMusd: summary.netPresentCostMusd,
    levelisedUsdPerMTok: summary.levelisedUsdPerMTok,
    unservedShare: summary.unservedShare,
    leasedShare: summary.leasedShare,
    edgeShare,
    builtItMwEnd: summary.builtItMwEnd,
    usedItMwEnd: summary.usedItMwEnd,
    measures: {
      carbon: sum(builds, ({ co2Tonnes }) => co2Tonnes),
      unserved: mTok(sum(demand, ({ unservedTokS }) => unservedTokS)),
      leased: mTok(sum(leases, ({ tokS }) => tokS) + bought),
      edge: mTok((1 - edgeShare) * sum(flows, ({ tokS }) => tokS)),
    },
    decisions: decisionsOf(result),
  }
}

function decisionsOf({ builds, leases, periods, purchases }: PlanResult): Record<string, number> {
  const found: Record<string, number> = {}
  const most = (key: string, value: number) => {
    found[key] = Math.max(found[key] ?? 0, value)
  }
  const last = periods.at(-1)
  for (const build of builds) {
    most(`site:${build.siteId}`, build.servedTokS > 0 || build.phases > 0 ? build.usedItMw : 0)
    for (const [id, mw] of Object.entries(build.onSiteMw)) most(`plant:${build.siteId}/${id}`, mw)
    for (const [id, mw] of Object.entries(build.contractMw)) most(`contract:${build.siteId}/${id}`, mw)
    if (build.period !== last) continue
    for (const [id, units] of Object.entries(build.boughtByAccelerator))
      found[`accelerator:${id}`] = (found[`accelerator:${id}`] ?? 0) + units
  }
  for (const { leaseId, accel } of leases) most(`lease:${leaseId}`, accel)
  for (const { apiId, tokS } of purchases) most(`api:${apiId}`, tokS)
  return found
}
