import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { SiteBuild } from '../../plan/result/siteBuild.ts'
import type { Placement } from '../../plan/result/work.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { SECONDS_PER_HOUR } from '../../plan/units.ts'
import { listWorkloads, type Workload } from '../derive/agents/workloads.ts'
import { deriveInputs } from '../derive/deriveInputs.ts'
import type { Inputs } from '../derive/inputs.ts'
import { planAnchors } from '../derive/models/planAnchors.ts'
import { horizonYears, listPeriods, type Period } from '../derive/periods.ts'
import { type PlanTrain, planTrains } from '../facility/planTrains.ts'
import { type CostShare, costShares, linesByPlace } from '../results/money/costShares.ts'
import { type MoneyView, moneyView } from '../results/money/moneyView.ts'
import type { Anchor } from '../throughput/anchors/anchorStep.ts'
import type { Asked } from './decisions/asked.ts'
import type { Trace, TraceInput, TraceRef } from './trace.ts'

/** Where, and what, as a placement names it. */
export type PlacementAt = Pick<Placement, 'siteId' | 'classId' | 'acceleratorId' | 'period'>

/** A solved plan as traces read it; what is dear to derive is derived once, when first asked for. */
export class TraceContext {
  readonly plan: Plan
  readonly shipped: Catalog
  readonly asked: Asked
  readonly #result: PlanResult | null
  #labels: readonly string[] | undefined
  #catalog: Catalog | undefined
  #inputs: Inputs | undefined
  #money: MoneyView | undefined
  #workloads: readonly Workload[] | undefined
  #trains: readonly PlanTrain[] | undefined
  #shares: readonly CostShare[] | undefined
  #anchors: readonly Anchor[] | undefined
  #linesByPlace: ReturnType<typeof linesByPlace> | undefined
  #first: TraceContext | undefined

  /** Without a result only figures of the inputs alone can be traced. */
  constructor(plan: Plan, shipped: Catalog, result: PlanResult | null, asked: Asked = {}) {
    this.plan = plan
    this.shipped = shipped
    this.#result = result
    this.asked = asked
  }

  get result(): PlanResult {
    if (!this.#result) throw new AppFault('not-found', 'The plan is not solved as it stands')
    return this.#result
  }

  get isSolved(): boolean {
    return this.#result !== null
  }

  /** The first plan compared, where figures are held against it; else this one. */
  get first(): TraceContext {
    const { change } = this.asked
    this.#first ??= change ? new TraceContext(change.plan, this.shipped, change.result) : this
    return this.#first
  }

  /** Labels of the periods, as the plan has them. */
  get labels(): readonly string[] {
    this.#labels ??= listPeriods(this.plan).map((period) => period.label)
    return this.#labels
  }

  get catalog(): Catalog {
    this.#catalog ??= planCatalog(this.plan, this.shipped)
    return this.#catalog
  }

  get inputs(): Inputs {
    this.#inputs ??= deriveInputs(this.plan, this.shipped)
    return this.#inputs
  }

  get money(): MoneyView {
    this.#money ??= moneyView(this.plan, this.shipped, this.result)
    return this.#money
  }

  /** Cost and tokens by place, class, model and period. */
  get shares(): readonly CostShare[] {
    this.#shares ??= costShares(this.inputs, this.result)
    return this.#shares
  }

  /** Paid cost lines of each place. */
  get linesByPlace(): ReturnType<typeof linesByPlace> {
    this.#linesByPlace ??= linesByPlace(this.plan, this.result)
    return this.#linesByPlace
  }

  get workloads(): readonly Workload[] {
    this.#workloads ??= listWorkloads(this.plan, this.catalog)
    return this.#workloads
  }

  /** Measured runs that speeds near them follow. */
  get anchors(): readonly Anchor[] {
    this.#anchors ??= planAnchors(this.plan, this.catalog)
    return this.#anchors
  }

  /** Electrical and cooling equipment of every site. */
  get trains(): readonly PlanTrain[] {
    this.#trains ??= planTrains(this.plan, this.shipped, this.result)
    return this.#trains
  }

  get end(): string {
    return this.result.periods.at(-1)!
  }

  /** Seconds in a period. */
  get seconds(): number {
    return this.hours * SECONDS_PER_HOUR
  }

  get hours(): number {
    return this.result.slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0)
  }

  get horizonYears(): number {
    return horizonYears(this.inputs.periods)
  }

  periodOf(label: string): Period | undefined {
    return this.inputs.periods.find((period) => period.label === label)
  }

  siteIndex(siteId: string): number {
    return this.plan.sites.findIndex((site) => site.id === siteId)
  }

  siteName(siteId: string | null): string | undefined {
    return this.plan.sites.find((site) => site.id === siteId)?.name
  }

  build(siteId: string, label: string): SiteBuild | undefined {
    return this.result.builds.find((own) => own.siteId === siteId && own.period === label)
  }

  placement({ siteId, classId, acceleratorId, period }: PlacementAt): Placement | undefined {
    return this.result.placements.find(
      (own) =>
        own.siteId === siteId &&
        own.classId === classId &&
        own.acceleratorId === acceleratorId &&
        own.period === period,
    )
  }

  /** The build of the period before; undefined in the first. */
  before(build: SiteBuild): SiteBuild | undefined {
    const label = this.result.periods[this.result.periods.indexOf(build.period) - 1]
    return label === undefined ? undefined : this.build(build.siteId, label)
  }
}

/** A trace, or null where the result has no such figure. */
export type TraceBuilder = (
  context: TraceContext,
  parts: readonly string[],
  ref: TraceRef,
) => Omit<Trace, 'ref'> | null

/** Another figure, of the plan of the trace or of the first plan compared. */
type Follow = (ref: TraceRef, isOfFirst?: boolean) => Trace | null

/** Of a figure that is made of the traces of others. */
export type FollowingBuilder = (
  follow: Follow,
  parts: readonly string[],
  context: TraceContext,
) => Omit<Trace, 'ref'> | null

/** Values of numeric inputs, added up. */
export function sumInputs(inputs: readonly TraceInput[]): number {
  return inputs.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0)
}
