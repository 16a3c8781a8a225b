import type { PlanResult } from '../../plan/result/result.ts'
import { type Audited, sumOf } from './audited.ts'

type Flow = PlanResult['flows'][number]

/** Tokens per second of a flow to a lease by the model that serves them, in a slice. */
export function leasedByModel({ speeds }: Audited, flow: Flow, h: number): [modelId: string, tokS: number][] {
  const named = Object.entries(flow.tokSBySliceByModel ?? {})
  if (named.length > 0) return named.map(([modelId, bySlice]) => [modelId, bySlice[h] ?? 0])
  return [[speeds.leasedModelId(flow.classId, flow.to), flow.tokSBySlice[h] ?? flow.tokS]]
}

/** Seconds of a leased accelerator for one token of a class on the models that serve it there; null: none can. */
export function leasedSecondsPerTok(
  audited: Audited,
  leaseId: string,
  classId: string,
  period: string,
  h: number,
): number | null {
  const parts = audited.result.flows
    .filter((flow) => flow.to === leaseId && flow.classId === classId && flow.period === period)
    .flatMap((flow) => leasedByModel(audited, flow, h))
    .filter(([, tokS]) => tokS > 0)
  const speedOf = (modelId: string) => audited.speeds.leasedTokS(classId, leaseId, modelId)
  if (parts.length === 0) return 0
  if (parts.some(([modelId]) => speedOf(modelId) <= 0)) return null
  return sumOf(parts, ([modelId, tokS]) => tokS / speedOf(modelId)) / sumOf(parts, ([, tokS]) => tokS)
}
