import { type ReactNode, useMemo } from 'react'
import type { Asked } from '../../../engine/trace/decisions/asked.ts'
import { useSession } from '../../state/plan/session.ts'
import { TracedOf } from './Traced.tsx'

interface Props extends Asked {
  readonly children: ReactNode
}

/** Figures that were worked out of the plan in view beside its result, so that they can be traced. */
export function TracedAsked({ children, sweep, worth, forced, audit, dispatch }: Props) {
  const plan = useSession((state) => state.opened?.plan)
  const result = useSession((state) => (state.kept?.isStale === false ? state.kept.result : undefined))
  const of = useMemo(() => {
    if (!plan || !result) return null
    const asked: Asked = {
      ...(sweep && { sweep }),
      ...(worth && { worth }),
      ...(forced && { forced }),
      ...(audit && { audit }),
      ...(dispatch && { dispatch }),
    }
    return { plan, result, asked }
  }, [plan, result, sweep, worth, forced, audit, dispatch])
  return <TracedOf value={of}>{children}</TracedOf>
}
