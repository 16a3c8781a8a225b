import { getAccelerator, getModel } from '../../../catalog/find.ts'
import type { PlanAccelerator, PlanModel } from '../../../plan/schema/supply.ts'
import type { Workload } from '../../derive/agents/workloads.ts'
import { servingQuery } from '../../derive/models/servingSpeeds.ts'
import { type DeployedPoint, predictDeployed } from '../../throughput/predictDeployed.ts'
import type { ServingQuery } from '../../throughput/query.ts'
import { shippedFactors } from '../../throughput/shippedFactors.ts'
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
