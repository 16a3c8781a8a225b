import { getAccelerator, getModel } from '../../../catalog/find.ts'
import type { PlanAccelerator, PlanModel } from '../../../plan/schema/supply.ts'
import { tokensInClass, type Workload } from '../../derive/agents/workloads.ts'
import type { TaskClass } from '../../derive/inputs.ts'
import { servingQuery } from '../../derive/models/servingSpeeds.ts'
import { shippedFactors } from '../../throughput/factors/shippedFactors.ts'
import { type DeployedPoint, predictDeployed } from '../../throughput/predictDeployed.ts'
import type { ServingQuery } from '../../throughput/query.ts'
import { type TraceInput, toRef } from '../trace.ts'
import type { TraceContext } from '../traceContext.ts'

/** A model of the plan on an accelerator of it, serving a demand line. */
export interface DeployedPair {
  readonly query: ServingQuery
  readonly model: PlanModel
  readonly accelerator: PlanAccelerator
  readonly prediction: DeployedPoint
}

export function deployedPair(
  c: TraceContext,
  workload: Workload,
  modelId: string,
  acceleratorId: string,
): DeployedPair | undefined {
  const model = c.plan.models.find((own) => own.id === modelId)
  const accelerator = c.plan.accelerators.find((own) => own.id === acceleratorId)
  if (!model || !accelerator) return undefined
  const row = getModel(c.catalog, model.catalogModelId)
  const hardware = getAccelerator(c.catalog, accelerator.catalogAcceleratorId)
  const query = servingQuery({ model, row }, workload, { row: hardware, memoryGb: accelerator.memoryGb })
  const prediction = predictDeployed(query, model.prefill, shippedFactors(), c.anchors)
  return { query, model, accelerator, prediction }
}

/** What a demand line asks of a class, and how a pair serves it. */
export interface ServedLine {
  readonly id: string
  /** Of the class's tokens that the pair serves. */
  readonly tokensShare: number
  readonly prediction: DeployedPoint
}

/** The demand lines of a class on a pair; none where another model or a service of two serves it. */
export function servedLines(
  c: TraceContext,
  taskClass: TaskClass,
  modelId: string,
  acceleratorId: string,
): readonly ServedLine[] {
  const lines = c.workloads.flatMap((workload) => {
    const tokens = tokensInClass(workload, taskClass)
    const found = tokens > 0 ? deployedPair(c, workload, modelId, acceleratorId) : undefined
    return found ? [{ id: workload.id, tokens, prediction: found.prediction }] : []
  })
  const all = lines.reduce((sum, { tokens }) => sum + tokens, 0)
  return lines.map(({ tokens, ...line }) => ({ ...line, tokensShare: tokens / all }))
}

/** Time that a token takes on average, or so much of it as `of` says, accelerator-seconds. */
export function timeOf(lines: readonly ServedLine[], of: (line: ServedLine) => number = () => 1): number {
  return lines.reduce(
    (sum, line) => sum + (line.tokensShare / line.prediction.totalTokSPerAccel) * of(line),
    0,
  )
}

/** Each line's share of the tokens and its speed on one accelerator. */
export function lineInputs(line: ServedLine, modelId: string, acceleratorId: string): TraceInput[] {
  const { id, tokensShare, prediction } = line
  return [
    { word: 'classShare', of: id, value: tokensShare, unit: 'share' },
    {
      ...{ word: 'speedOfOne', of: id, value: prediction.totalTokSPerAccel, unit: 'tok/s' },
      ref: toRef('model-speed', id, modelId, acceleratorId),
    },
  ]
}
