import type { Inputs } from '../derive/inputs.ts'
import type { Busy } from '../layers/models/serving.ts'

/** A pool: what runs one model at one site in one period; a call goes to whichever unit of it has a place. */
export function poolKey(siteIndex: number, modelId: string, t: number): string {
  return `${siteIndex} ${t} ${modelId}`
}

/** Units in service for each unit busy, 1 where the caps suffice. */
export function reserveAt(inputs: Inputs, busy: Busy, t: number, h: number): number {
  const { modelId } = inputs.speed[busy.classIndex]![busy.acceleratorIndex]!
  const key = poolKey(busy.siteIndex, modelId, t)
  return inputs.reserves?.get(key)?.[h] ?? 1
}
