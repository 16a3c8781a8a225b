import { create } from 'zustand'
import { PlanResult } from '../../../plan/result/result.ts'
import { runSolve } from '../../worker/runSolve.ts'
import { guarded, useSession } from '../plan/session.ts'

/** What a second solve of the same inputs came to, beside the result that is kept. */
export interface Reproduction {
  /** Of the result that was kept then; another one makes this old. */
  readonly inputsHash: string
  readonly again: PlanResult['solver'] | null
  /** Every figure of the result is the same, but for the time it took. */
  readonly isSame: boolean
}

interface Reproducing {
  readonly isRunning: boolean
  readonly found: Reproduction | null
  readonly cancel: () => void
}

export const useReproducing = create<Reproducing>(() => ({
  isRunning: false,
  found: null,
  cancel: () => undefined,
}))

/** Solves the plan in view once more from nothing, and keeps what comes out for no longer than to compare it. */
export async function reproduce(): Promise<void> {
  const { opened, kept, catalogFiles } = useSession.getState()
  if (!opened || !kept || useReproducing.getState().isRunning) return
  const { plan, inputsHash } = opened
  const run = runSolve({ plan, inputsHash, catalogFiles }, () => undefined, { isFresh: true })
  useReproducing.setState({ isRunning: true, found: null, cancel: run.cancel })
  await guarded(async () => {
    const answer = await run.answer
    if (answer === 'stopped') return
    const again = answer.kind === 'plan' ? answer.result : null
    const isSame = again !== null && withoutTime(again) === withoutTime(kept.result)
    useReproducing.setState({ found: { inputsHash, again: again?.solver ?? null, isSame } })
  })
  useReproducing.setState({ isRunning: false })
}

/** Read by the schema, so that the order of keys says nothing; older results do not say which gap was asked for. */
function withoutTime(result: PlanResult): string {
  const solver = { ...result.solver, timeS: 0, gapAskedShare: undefined }
  return JSON.stringify(PlanResult.parse({ ...result, solver }))
}
