import { getAccelerator, getModel } from '../../../catalog/find.ts'
import { nameKey } from '../../../catalog/nameKey.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../../../plan/catalog/modelRows.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { PlanModel, Routing } from '../../../plan/schema/supply.ts'
import { TOKENS_PER_MTOK } from '../../../plan/units.ts'
import type { Anchor } from '../../throughput/anchors/anchorStep.ts'
import { bestPrecision } from '../../throughput/bestPrecision.ts'
import { shippedFactors } from '../../throughput/factors/shippedFactors.ts'
import { type DeployedPoint, predictDeployed } from '../../throughput/predictDeployed.ts'
import type { ServingQuery } from '../../throughput/query.ts'
import { shareInClass, tokensInClass, type Workload } from '../agents/workloads.ts'
import type { ServingSpeed, TaskClass } from '../inputs.ts'
import { qualityFloor } from '../scheduling/qualityRule.ts'
import { planAnchors } from './planAnchors.ts'

/**
 * Share of the time to first token kept for the network; speeds are those that hold with the rest. One share for
 * all hardware keeps eligibility a matter of distance alone. Grade C.
 */
export const NETWORK_SHARE_OF_TTFT = 0.3

const CANNOT: ServingSpeed = {
  ...{ mTokSPerUnit: 0, memoryRatio: 1, modelId: '', unitsPerReplica: 1, slackMs: 0 },
  prefillShare: 0,
}

interface Hardware {
  readonly row: AcceleratorRow
  readonly accelPerUnit: number
  readonly spareShare: number
  readonly memoryGb: number | undefined
}

/** Speed tables of a plan: [class][accelerator] per unit and [class][lease] per accelerator. */
export function servingSpeeds(
  plan: Plan,
  catalog: Catalog,
  classes: readonly TaskClass[],
  workloads: readonly Workload[],
): { readonly owned: ServingSpeed[][]; readonly leased: ServingSpeed[][] } {
  const models = plan.models.map((model) => ({ model, row: getModel(catalog, model.catalogModelId) }))
  const owned = plan.accelerators.map((accelerator) => ({
    row: getAccelerator(catalog, accelerator.catalogAcceleratorId),
    accelPerUnit: accelerator.accelPerUnit,
    spareShare: accelerator.spareShare,
    memoryGb: accelerator.memoryGb,
  }))
  const leased = plan.distribution.leases.map((lease) => ({
    row: getAccelerator(catalog, lease.acceleratorId),
    accelPerUnit: 1,
    // What interruptions take is missing as spares are.
    spareShare: lease.interruptionShare,
    memoryGb: undefined,
  }))
  const predict = memoisePrediction(planAnchors(plan, catalog))
  const table = (hardware: readonly Hardware[]) =>
    classes.map((taskClass) =>
      hardware.map((item) => bestSpeed(plan, models, taskClass, workloads, item, predict)),
    )
  return { owned: table(owned), leased: table(leased) }
}

type Candidate = { readonly model: PlanModel; readonly row: ModelRow }
type Predict = (candidate: Candidate, workload: Workload, hardware: Hardware) => DeployedPoint

/** The fastest model of the class's set that is good enough for it; of a class by model, that model. */
function bestSpeed(
  plan: Plan,
  models: readonly Candidate[],
  taskClass: TaskClass,
  workloads: readonly Workload[],
  hardware: Hardware,
  predict: Predict,
): ServingSpeed {
  const floor = qualityFloor(plan.routing, taskClass)
  const set = plan.routing.modelsByClass[taskClass.id] ?? []
  const mayServe = (own: { readonly id: string; readonly quality: number }) =>
    (set.length === 0 || set.includes(own.id)) &&
    (taskClass.modelId === undefined ? own.quality >= floor : own.id === taskClass.modelId)
  const able = models.filter(({ model }) => isServedWith(model, hardware.row))
  const speedOf = (candidate: Candidate) =>
    classSpeed(plan, candidate, taskClass, workloads, hardware, predict)
  const alone = able.filter(({ model }) => mayServe(model)).map(speedOf)
  const paired = plan.routing.services.filter(mayServe).map((service) => {
    const find = (id: string) => able.find(({ model }) => model.id === id)
    const [strong, weak] = [find(service.strongModelId), find(service.weakModelId)]
    if (!strong || !weak) return CANNOT
    const isSoon = isCascadeSoon(service, { strong, weak }, taskClass, workloads, hardware, predict)
    return isSoon ? pairSpeed(service, speedOf(strong), speedOf(weak)) : CANNOT
  })
  return [...alone, ...paired].reduce(
    (best, speed) => (speed.mTokSPerUnit > best.mTokSPerUnit ? speed : best),
    CANNOT,
  )
}

type Service = Routing['services'][number]

/**
 * Speed of a pair: the time of a unit for one token is the sum of what each model takes for its share.
 *
 *   router    s / v_strong + (1 - s) / v_weak
 *   cascade   s / v_strong + 1 / v_weak          (the weak model reads and answers all)
 */
function pairSpeed(service: Service, strong: ServingSpeed, weak: ServingSpeed): ServingSpeed {
  const { kind, strongShare: s } = service
  if (weak.mTokSPerUnit <= 0 || (s > 0 && strong.mTokSPerUnit <= 0)) return CANNOT
  const weakTime = (kind === 'router' ? 1 - s : 1) / weak.mTokSPerUnit
  const strongTime = s > 0 ? s / strong.mTokSPerUnit : 0
  const ofTime = (of: 'memoryRatio' | 'prefillShare') =>
    (strongTime * strong[of] + weakTime * weak[of]) / (strongTime + weakTime)
  return {
    mTokSPerUnit: 1 / (weakTime + strongTime),
    memoryRatio: ofTime('memoryRatio'),
    prefillShare: ofTime('prefillShare'),
    modelId: service.id,
    unitsPerReplica: strong.unitsPerReplica + weak.unitsPerReplica,
    slackMs: Math.min(strong.slackMs, weak.slackMs),
  }
}

/** Targets are for 95 of 100 calls: fewer escalations than this may be late. */
const LATE_SHARE = 0.05

/**
 * Does a cascade keep the time to first token? Where more than 5 of 100 tasks go on to the strong model, its answer
 * begins after all of the weak one's: time of the weak answer + first token of the strong model.
 */
function isCascadeSoon(
  { kind, strongShare }: Service,
  { strong, weak }: { readonly strong: Candidate; readonly weak: Candidate },
  taskClass: TaskClass,
  workloads: readonly Workload[],
  hardware: Hardware,
  predict: Predict,
): boolean {
  if (kind === 'router' || strongShare <= LATE_SHARE) return true
  return workloads
    .filter((workload) => shareInClass(workload, taskClass) > 0)
    .every((workload) => {
      const first = predict(weak, workload, hardware)
      const second = predict(strong, workload, hardware)
      const weakMs = first.ttftMs + workload.outputTokens * first.tpotMs
      return weakMs + second.ttftMs <= workload.ttftMs * (1 - NETWORK_SHARE_OF_TTFT)
    })
}

/** May the model run on the accelerator? Where the plan names software for it, only there. */
export function isServedWith(
  { ecosystems }: Pick<PlanModel, 'ecosystems'>,
  { ecosystem }: AcceleratorRow,
): boolean {
  return ecosystems.length === 0 || ecosystems.map(nameKey).includes(nameKey(ecosystem))
}

/**
 * Speed of one model on one unit for the mix of a class: the harmonic mean over its workloads, weighted by tokens,
 * because each token takes 1/speed of a unit's time. A workload that misses its target makes the class unservable.
 *
 *   mTokSPerUnit = accelerators per unit x (1 - spares) x utilisation cap / sum_a share_a / tokSPerAccel_a / 1e6
 */
function classSpeed(
  plan: Plan,
  candidate: Candidate,
  taskClass: TaskClass,
  workloads: readonly Workload[],
  hardware: Hardware,
  predict: Predict,
): ServingSpeed {
  let tokens = 0
  let unitTime = 0
  let memory = 0
  let prefill = 0
  let replica = 1
  let slackMs = Number.POSITIVE_INFINITY
  for (const workload of workloads) {
    const weight = tokensInClass(workload, taskClass)
    if (weight <= 0) continue
    const prediction = predict(candidate, workload, hardware)
    if (!prediction.isFeasible || prediction.totalTokSPerAccel <= 0) return CANNOT
    replica = Math.max(replica, prediction.accelCount)
    tokens += weight
    const time = weight / prediction.totalTokSPerAccel
    unitTime += time
    const ratio = prediction.concurrencyMemoryLimit / Math.max(1, prediction.concurrencyLatencyLimit)
    memory += time * ratio
    prefill += time * (prediction.system?.prefillShare ?? 0)
    slackMs = Math.min(slackMs, workload.ttftMs * NETWORK_SHARE_OF_TTFT)
  }
  if (tokens === 0) return CANNOT
  const perAccel = (tokens / unitTime) * plan.routing.utilisationCap[taskClass.latency]
  return {
    mTokSPerUnit: (perAccel * hardware.accelPerUnit * (1 - hardware.spareShare)) / TOKENS_PER_MTOK,
    memoryRatio: memory / unitTime,
    prefillShare: prefill / unitTime,
    modelId: candidate.model.id,
    unitsPerReplica: replica / hardware.accelPerUnit,
    slackMs,
  }
}

/** What is asked of the throughput model for a workload on a model and an accelerator. */
export function servingQuery(
  { model, row }: Candidate,
  workload: Workload,
  hardware: Pick<Hardware, 'row' | 'memoryGb'>,
): ServingQuery {
  return {
    accelerator: hardware.row,
    model: row,
    precision: model.precision ?? bestPrecision(hardware.row),
    inputTokens: workload.inputTokens,
    outputTokens: workload.outputTokens,
    cacheHitShare: workload.cacheHitShare,
    ttftMs: workload.ttftMs * (1 - NETWORK_SHARE_OF_TTFT),
    tpotMs: workload.tpotMs,
    ...(hardware.memoryGb === undefined ? {} : { memoryGb: hardware.memoryGb }),
  }
}

/** Classes share workloads, so each (model, workload, accelerator) is predicted once; near a measured run, after it. */
function memoisePrediction(anchors: readonly Anchor[]): Predict {
  const known = new Map<string, DeployedPoint>()
  const leanedOn = JSON.stringify(anchors)
  return ({ model, row }, workload, hardware) => {
    const key = `${model.id} ${workload.id} ${hardware.row.id} ${hardware.memoryGb ?? ''}`
    const found = known.get(key)
    if (found) return found
    const query = servingQuery({ model, row }, workload, hardware)
    const asked = JSON.stringify([query, model.prefill, leanedOn])
    const prediction = kept(asked, () => predictDeployed(query, model.prefill, shippedFactors(), anchors))
    known.set(key, prediction)
    return prediction
  }
}

/** Predictions by all that they follow from: most edits of a plan change none, and they take half of the time to its problem. */
const predicted = new Map<string, DeployedPoint>()
const MOST_PREDICTED = 5000

function kept(asked: string, predict: () => DeployedPoint): DeployedPoint {
  const known = predicted.get(asked)
  if (known !== undefined) return known
  if (predicted.size >= MOST_PREDICTED) predicted.clear()
  const prediction = predict()
  predicted.set(asked, prediction)
  return prediction
}
