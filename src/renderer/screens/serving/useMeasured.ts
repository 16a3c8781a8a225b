import { useEffect, useState } from 'react'
import type { MeasuredPoint } from '../../../contract/contract.ts'
import { guarded } from '../../state/plan/session.ts'
import { invoke } from '../../transport/invoke.ts'
import type { PairInView } from './pair.ts'

/** Runs count as near where their lengths lie within this factor. */
const NEAR = 1.5

/** Public runs of the pair in view whose lengths are near those asked for; null while they are read. */
export function useMeasured({ model, accelerator, conditions }: PairInView): readonly MeasuredPoint[] | null {
  const [points, setPoints] = useState<readonly MeasuredPoint[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    setPoints(null)
    void guarded(async () => {
      const own = await invoke('measurements.read', { modelId: model.id, acceleratorId: accelerator.id })
      if (isCurrent) setPoints(own)
    })
    return () => {
      isCurrent = false
    }
  }, [model.id, accelerator.id])
  if (points === null) return null
  return points.filter(
    (point) =>
      isNear(point.inputTokens, conditions.inputTokens) &&
      isNear(point.outputTokens, conditions.outputTokens),
  )
}

export function isNear(a: number, b: number): boolean {
  return Math.abs(Math.log(a / b)) <= Math.log(NEAR)
}
