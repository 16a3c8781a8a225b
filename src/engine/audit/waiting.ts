import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'

/** Hours that a class's work may wait; none where that is less than the longest slice (the plan format's meaning). */
export function windowH({ routing }: Plan, slices: PlanResult['slices'], classId: string): number {
  const [latency] = classId.split('-')
  const ofLatency = latency === 'batch' || latency === 'standard' ? routing.deferrableHours[latency] : 0
  const hours =
    classId in routing.deferrableHoursByClass ? routing.deferrableHoursByClass[classId]! : ofLatency
  const longest = Math.max(0, ...slices.map((slice) => slice.hoursUtc.length))
  return hours >= longest ? hours : 0
}
